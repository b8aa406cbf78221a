"""Opinions asked of others: who has how long, what silence means, and which days are not counted."""

from dataclasses import replace
from datetime import date

import pytest

from gongkai.law.citation import Cite
from gongkai.law.clock_events import Event, Kind
from gongkai.law.consultations import Consultation, Pause, excluded_workdays
from gongkai.law.conventions import CONSULTATION_DAYS
from gongkai.law.deadlines import Due, request_due
from gongkai.law.workdays import national_calendar, provisional_calendar

RECEIVED = date(2026, 11, 2)  # without more, due on 2026-11-30


def clock(*events: str) -> Due:
    made = [
        Event(Kind(kind), date.fromisoformat(day))
        for kind, day in (text.split(":") for text in events)
    ]
    return request_due(RECEIVED, made, provisional_calendar())


def words(due: Due) -> str:
    return "\n".join(step.text for step in due.steps)


def test_asked_on_the_fifth_and_answered_on_the_seventeenth_takes_out_eight_working_days():
    found = clock("third_party_asked:2026-11-05", "third_party_answered:2026-11-17")
    assert (found.date, found.running) == (date(2026, 12, 10), True)
    assert "8个工作日不计算在答复期限内" in words(found)


@pytest.mark.parametrize(
    ("answered", "due"),
    [
        ("2026-11-05", "2026-11-30"),  # on the day asked: nothing
        ("2026-11-06", "2026-12-01"),
        ("2026-11-25", "2026-12-18"),
        ("2026-11-26", "2026-12-21"),  # the fifteenth working day
        ("2026-11-27", "2026-12-21"),  # late: no more than fifteen
        ("2026-12-15", "2026-12-21"),
    ],
)
def test_time_not_counted_ends_with_the_opinion_or_the_fifteenth_working_day(answered, due):
    found = clock("third_party_asked:2026-11-05", f"third_party_answered:{answered}")
    assert found.date == date.fromisoformat(due)


@pytest.mark.parametrize("family", ["third_party", "joint_organ"])
def test_with_an_opinion_awaited_the_clock_stands_and_the_full_fifteen_days_are_assumed(family):
    found = clock(f"{family}_asked:2026-11-05")
    assert (found.date, found.running) == (date(2026, 12, 21), False)
    assert [lapse.date for lapse in found.lapses] == [date(2026, 11, 26)]


def test_without_a_fixed_period_no_due_date_can_be_named():
    found = clock("other_organ_asked:2026-11-05")
    assert (found.date, found.running, found.lapses, found.lapses_on) == (None, False, (), None)
    assert "暂不能确定" in words(found)


def test_another_organs_time_has_no_cap():
    found = clock("other_organ_asked:2026-11-05", "other_organ_answered:2026-12-10")
    assert found.date == date(2027, 1, 5)
    assert found.running


def test_silence_of_a_third_party_leaves_the_decision_to_the_organ():
    (lapse,) = clock("third_party_asked:2026-11-05").lapses
    assert "由行政机关依照《条例》的规定决定是否公开" in lapse.text
    assert lapse.cite == Cite("条例", 32)


def test_silence_of_a_joint_organ_is_consent():
    (lapse,) = clock("joint_organ_asked:2026-11-05").lapses
    assert "视为同意公开" in lapse.text
    assert lapse.cite == Cite("条例", 34)


def test_another_organs_silence_is_not_consent():
    assert "也不视为同意" in words(clock("other_organ_asked:2026-11-05"))


def test_the_fifteen_days_run_from_receipt_if_it_is_known_and_the_step_says_so():
    found = clock("third_party_asked:2026-11-05", "third_party_received:2026-11-09")
    assert [lapse.date for lapse in found.lapses] == [date(2026, 11, 30)]
    assert found.date == date(2026, 12, 23)
    assert "自其收到征求意见书之日（2026年11月9日）起算" in words(found)


def test_the_fifteen_days_run_from_asking_if_receipt_is_not_known_and_the_step_says_so():
    found = clock("third_party_asked:2026-11-05")
    assert "未记录其收到征求意见书的日期，自发出之日起算" in words(found)
    assert any("没有收到日期时" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(
    ("day", "running"), [("2026-11-25", False), ("2026-11-26", False), ("2026-11-27", True)]
)
def test_the_clock_runs_again_the_day_after_the_opinion_was_due(day, running):
    found = clock("third_party_asked:2026-11-05", f"reasons_asked:{day}")
    assert found.running is running
    assert found.date == date(2026, 12, 21)


def test_overlapping_consultations_are_not_counted_twice():
    events = [
        "third_party_asked:2026-11-05",
        "other_organ_asked:2026-11-10",
        "third_party_answered:2026-11-17",
        "other_organ_answered:2026-11-20",
    ]
    found = clock(*events)
    assert found.date == date(2026, 12, 15)  # 11-06 to 11-20: eleven working days
    assert "征求意见的11个工作日不计算在内（重叠的日子只扣除一次）" in words(found)


def test_consultations_one_after_the_other_add_up():
    found = clock(
        "third_party_asked:2026-11-05",
        "third_party_answered:2026-11-10",
        "other_organ_asked:2026-11-12",
        "other_organ_answered:2026-11-13",
    )
    assert found.date == date(2026, 12, 4)
    assert "重叠" not in words(found)


def test_an_opinion_asked_for_after_the_due_date_takes_nothing_out():
    found = clock("third_party_asked:2026-12-01")
    assert found.date == date(2026, 11, 30)
    assert "征求意见时答复期限已经届满" in words(found)


def test_an_endless_consultation_after_the_due_date_leaves_it_standing():
    assert clock("other_organ_asked:2026-12-01").date == date(2026, 11, 30)


def test_an_opinion_asked_for_in_the_extension_counts_too():
    made = [
        Event(Kind.EXTEND, date(2026, 11, 20), days=5),
        Event(Kind.THIRD_PARTY_ASKED, date(2026, 12, 2)),
        Event(Kind.THIRD_PARTY_ANSWERED, date(2026, 12, 4)),
    ]
    assert request_due(RECEIVED, made).date == date(2026, 12, 9)


def test_several_third_parties_are_told_apart_by_name():
    made = [
        Event(Kind.THIRD_PARTY_ASKED, date(2026, 11, 5), party="甲公司"),
        Event(Kind.THIRD_PARTY_ASKED, date(2026, 11, 5), party="乙公司"),
        Event(Kind.THIRD_PARTY_ANSWERED, date(2026, 11, 6), party="乙公司"),
    ]
    found = request_due(RECEIVED, made)
    assert not found.running
    assert [lapse.text.partition("提出")[0] for lapse in found.lapses] == ["第三方（甲公司）"]


def test_an_opinion_belongs_to_the_party_whose_time_is_not_over():
    found = clock(
        "third_party_asked:2026-11-05",
        "third_party_asked:2026-11-27",
        "third_party_answered:2026-12-01",
    )
    assert (found.date, found.running) == (
        date(2026, 12, 23),
        True,
    )  # 15 days of the first, 2 of the second


@pytest.mark.parametrize(
    ("asked_too", "answered_too", "pause"),
    [
        (False, True, Pause(date(2026, 11, 5), date(2026, 11, 17))),
        (True, True, Pause(date(2026, 11, 4), date(2026, 11, 17))),
        (False, False, Pause(date(2026, 11, 5), date(2026, 11, 16))),
    ],
)
def test_which_ends_of_a_consultation_are_left_out_is_data(asked_too, answered_too, pause):
    rule = replace(
        CONSULTATION_DAYS, includes_day_asked=asked_too, includes_day_answered=answered_too
    )
    asked = Consultation("third_party", "", date(2026, 11, 5), answered=date(2026, 11, 17))
    assert asked.pause(national_calendar(), rule) == pause


def test_pauses_are_cut_to_the_span_and_joined():
    pauses = [
        Pause(date(2026, 11, 10), date(2026, 11, 13)),
        Pause(date(2026, 11, 5), date(2026, 11, 20)),
        Pause(date(2026, 11, 27), None),
    ]
    span = (date(2026, 11, 9), date(2026, 11, 30))
    assert excluded_workdays(pauses, *span, national_calendar()) == 10
