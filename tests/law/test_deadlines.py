"""The clock of a request: receipt to answer, sentence by sentence of how it was settled to count."""

from datetime import date

import pytest

from gongkai.law.citation import Cite
from gongkai.law.clock_events import Event, Kind
from gongkai.law.deadlines import Due, request_due
from gongkai.law.workdays import provisional_calendar

RECEIVED = date(2026, 11, 2)  # without more, due on 2026-11-30


def event(text: str) -> Event:
    """kind:2026-11-05, kind:2026-11-05:10, delay_fixed:2026-11-05:2027-01-20."""
    kind, day, *more = text.split(":")
    until = {"until": date.fromisoformat(more[0])} if kind == "delay_fixed" else {}
    days = {"days": int(more[0])} if more and not until else {}
    return Event(Kind(kind), date.fromisoformat(day), **days, **until)


def clock(*events: str, received: date = RECEIVED) -> Due:
    return request_due(received, [event(text) for text in events], provisional_calendar())


def words(due: Due) -> str:
    return "\n".join(f"{step.date} {step.text}{step.cite}" for step in due.steps)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2025-09-15", "2025-10-17"),
        ("2026-02-13", "2026-03-19"),
        ("2026-04-30", "2026-06-01"),
        ("2026-09-17", "2026-10-21"),
        ("2026-09-18", "2026-10-22"),
        ("2026-09-19", "2026-10-22"),
        ("2026-09-30", "2026-11-03"),
        ("2026-11-02", "2026-11-30"),
        ("2026-11-21", "2026-12-18"),
        ("2025-12-15", "2026-01-13"),
        ("2025-01-13", "2025-02-14"),
    ],
)
def test_an_answer_is_due_twenty_working_days_after_receipt(received, due):
    found = clock(received=date.fromisoformat(received))
    assert found.date == date.fromisoformat(due)
    assert found.running
    assert not found.provisional
    assert found.lapses_on is None


def test_the_steps_name_the_days_skipped_and_the_days_worked():
    last = clock(received=date(2025, 9, 15)).steps[-1]
    assert last.date == date(2025, 10, 17)
    assert "其间10月1日至8日放假不计，9月28日（周日）、10月11日（周六）调休上班计入。" in last.text
    assert last.cite == Cite("条例", 33, 2)


def test_the_first_step_is_receipt():
    first = clock().steps[0]
    assert first.date == RECEIVED
    assert "起算日当天不计" in first.text


# Clarification


def test_while_a_correction_is_owed_there_is_a_day_of_lapse_and_no_due_date():
    found = clock("clarify_sent:2026-11-05:10")
    assert (found.date, found.running, found.lapses_on) == (None, False, date(2026, 11, 19))
    assert [lapse.date for lapse in found.lapses] == [date(2026, 11, 19)]
    assert found.lapses[0].cite == Cite("条例", 30)


def test_without_a_number_of_days_the_correction_has_no_day_of_lapse():
    found = clock("clarify_sent:2026-11-05")
    assert (found.date, found.running, found.lapses_on) == (None, False, None)


def test_the_answer_is_due_twenty_working_days_after_the_correction_is_received():
    found = clock("clarify_sent:2026-11-05:10", "clarify_received:2026-11-12")
    assert (found.date, found.running, found.lapses_on) == (date(2026, 12, 10), True, None)


def test_a_late_correction_restarts_the_clock_and_the_step_says_that_it_was_late():
    found = clock("clarify_sent:2026-11-05:3", "clarify_received:2026-11-11")
    assert found.date == date(2026, 12, 9)
    assert "补正期限已于2026年11月10日（周二）届满" in words(found)


# Extension


@pytest.mark.parametrize(
    ("days", "due"),
    [("", "2026-12-28"), (":20", "2026-12-28"), (":19", "2026-12-25"), (":1", "2026-12-01")],
)
def test_an_extension_adds_its_working_days(days, due):
    found = clock(f"extend:2026-11-20{days}")
    assert found.date == date.fromisoformat(due)
    assert found.running
    assert "政府信息公开工作机构负责人同意" in words(found)


def test_an_extension_on_the_last_day_is_in_time():
    assert clock("extend:2026-11-30").date == date(2026, 12, 28)


def test_with_an_extension_a_request_has_forty_working_days():
    assert clock("extend:2026-10-22", received=date(2026, 9, 18)).date == date(2026, 11, 19)


# Fees


def test_while_a_payment_is_owed_there_is_a_day_of_lapse_and_no_due_date():
    found = clock("fee_noticed:2026-11-05")
    assert (found.date, found.running, found.lapses_on) == (None, False, date(2026, 12, 3))
    assert found.lapses[0].cite == Cite("信息处理费办法", 6)


def test_the_answer_is_due_twenty_working_days_after_payment():
    found = clock("fee_noticed:2026-11-05", "fee_paid:2026-11-12")
    assert (found.date, found.running, found.lapses_on) == (date(2026, 12, 10), True, None)


def test_a_payment_on_the_last_day_is_in_time():
    assert clock("fee_noticed:2026-11-05", "fee_paid:2026-12-03").date == date(2026, 12, 31)


# A restart


@pytest.mark.parametrize("restart", ["fee_noticed:2026-11-20 fee_paid:2026-11-23"])
def test_a_restart_discards_earlier_pauses_and_the_extension(restart):
    earlier = (
        "third_party_asked:2026-11-05",
        "third_party_answered:2026-11-17",
        "extend:2026-11-18",
    )
    found = clock(*earlier, *restart.split())
    assert found.date == clock(received=date(2026, 11, 23)).date


def test_a_consultation_still_open_at_a_restart_no_longer_stops_the_clock():
    found = clock("third_party_asked:2026-11-05", "fee_noticed:2026-11-10", "fee_paid:2026-11-12")
    assert (found.date, found.running) == (date(2026, 12, 10), True)
    assert "不再扣除" in words(found)


def test_an_opinion_that_comes_after_a_restart_changes_nothing():
    events = ("third_party_asked:2026-11-05", "fee_noticed:2026-11-10", "fee_paid:2026-11-12")
    assert clock(*events, "third_party_answered:2026-11-17").date == clock(*events).date


def test_after_a_restart_the_new_period_may_be_extended():
    found = clock(
        "extend:2026-11-10", "fee_noticed:2026-11-10", "fee_paid:2026-11-12", "extend:2026-12-01:5"
    )
    assert found.date == date(2026, 12, 17)


# Large numbers of requests


def test_asking_for_reasons_does_not_stop_the_clock():
    found = clock("reasons_asked:2026-11-05")
    assert (found.date, found.running) == (date(2026, 11, 30), True)
    assert any("停止计算" in doubt for doubt in found.doubts)


def test_a_fixed_delay_is_the_due_date():
    found = clock(
        "reasons_asked:2026-11-05",
        "reasons_received:2026-11-09",
        "delay_fixed:2026-11-12:2027-01-20",
    )
    assert found.date == date(2027, 1, 20)
    assert not found.provisional  # the organ fixed the date; nothing was counted
    assert found.steps[-1].cite == Cite("条例", 35)


def test_a_payment_restarts_the_clock_after_a_fixed_delay_too():
    found = clock(
        "delay_fixed:2026-11-05:2027-01-20", "fee_noticed:2026-11-10", "fee_paid:2026-11-12"
    )
    assert found.date == date(2026, 12, 10)


# The end


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-27", "在期限以内"),
        ("2026-11-30", "在期限以内"),
        ("2026-12-01", "超过期限1个工作日"),
    ],
)
def test_a_reply_stops_the_clock_and_says_whether_it_was_in_time(day, said):
    found = clock(f"replied:{day}")
    assert (found.date, found.running) == (date(2026, 11, 30), False)
    assert said in words(found)


def test_a_reply_ends_the_waiting_for_opinions():
    found = clock("other_organ_asked:2026-11-05", "replied:2026-11-17")
    assert (found.date, found.running, found.lapses) == (date(2026, 12, 10), False, ())


def test_a_withdrawn_request_has_nothing_due():
    found = clock("clarify_sent:2026-11-05:10", "withdrawn:2026-11-06")
    assert (found.date, found.running, found.lapses_on, found.lapses) == (None, False, None, ())


# Steps


def test_every_step_cites_an_instrument():
    events = (
        "third_party_asked:2026-11-05",
        "joint_organ_asked:2026-11-06",
        "other_organ_asked:2026-11-09",
    )
    assert all(str(step.cite).startswith("《") and step.text for step in clock(*events).steps)


def test_steps_stand_in_the_order_of_their_days():
    found = clock(
        "third_party_asked:2026-11-05", "extend:2026-11-06", "third_party_answered:2026-11-17"
    )
    assert [step.date for step in found.steps] == sorted(step.date for step in found.steps)
