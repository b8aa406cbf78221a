"""What the law or the order of days does not allow is refused with its article, at the day where it begins."""

from datetime import date

import pytest

from gongkai.law.citation import Cite
from gongkai.law.clock_events import EVENT_RULES, Event, IllegalEvent, Kind
from gongkai.law.clock_moves import MOVES
from gongkai.law.deadlines import Due, request_due
from gongkai.law.workdays import provisional_calendar

RECEIVED = date(2026, 11, 2)  # due on 2026-11-30, clarification until 2026-11-11


def event(text: str) -> Event:
    kind, day, *more = text.split(":")
    if kind in {"delay_fixed", "reopened"} and more:
        return Event(Kind(kind), date.fromisoformat(day), until=date.fromisoformat(more[0]))
    return Event(Kind(kind), date.fromisoformat(day), days=int(more[0]) if more else None)


def clock(*events: str, received: date = RECEIVED) -> Due:
    return request_due(received, [event(text) for text in events], provisional_calendar())


FEE = ("fee_noticed:2026-11-05", "fee_paid:2026-11-12")
CORRECTION = ("clarify_sent:2026-11-05:10", "clarify_received:2026-11-12")
ASKED = "third_party_asked:2026-11-05"
AGAIN = Cite("行政诉讼法", 70)
REOPENED = ("replied:2026-11-05", "reopened:2026-11-17:2026-12-01")

REFUSED = [
    (("extend:2026-12-01",), Cite("条例", 33, 2), "届满"),
    (("extend:2026-11-20:21",), Cite("条例", 33, 2), "最长不得超过20个工作日"),
    (("extend:2026-11-20:0",), Cite("条例", 33, 2), "1 以上"),
    (("extend:2026-11-20", "extend:2026-11-23"), Cite("条例", 33, 2), "一次"),
    (("clarify_sent:2026-11-12:5",), Cite("条例", 30), "7个工作日"),
    ((*CORRECTION, "clarify_sent:2026-11-13:5"), Cite("条例", 30), "一次性"),
    (("clarify_sent:2026-11-05:0",), Cite("条例", 30), "1 以上"),
    (("clarify_received:2026-11-05",), Cite("条例", 30), "没有待补正"),
    (("clarify_sent:2026-11-05:5", "extend:2026-11-06"), Cite("条例", 33, 2), "尚未补正"),
    (("clarify_sent:2026-11-05:5", "third_party_asked:2026-11-06"), Cite("条例", 32), "尚未补正"),
    (
        ("clarify_sent:2026-11-05:5", "fee_noticed:2026-11-06"),
        Cite("信息处理费办法", 6),
        "尚未补正",
    ),
    (("clarify_sent:2026-11-05:5", "fee_paid:2026-11-06"), Cite("信息处理费办法", 6), "没有待缴费"),
    (("fee_noticed:2026-12-01",), Cite("信息处理费办法", 6), "届满"),
    (("fee_noticed:2026-11-05", "fee_noticed:2026-11-06"), Cite("信息处理费办法", 3), "只发一次"),
    ((*FEE, "fee_noticed:2026-11-13"), Cite("信息处理费办法", 3), "只发一次"),
    (("fee_noticed:2026-11-05", "fee_paid:2026-12-04"), Cite("信息处理费办法", 6), "视为放弃"),
    (("fee_noticed:2026-11-05", "clarify_received:2026-11-06"), Cite("条例", 30), "没有待补正"),
    (("fee_noticed:2026-11-05", "reasons_asked:2026-11-06"), Cite("条例", 35), "尚未缴费"),
    (("fee_paid:2026-11-05",), Cite("信息处理费办法", 6), "没有待缴费"),
    (("third_party_answered:2026-11-05",), Cite("条例", 32), "没有与"),
    (("third_party_received:2026-11-05",), Cite("条例", 32), "没有与"),
    ((ASKED, "joint_organ_answered:2026-11-06"), Cite("条例", 34), "没有与"),
    ((ASKED, "other_organ_answered:2026-11-06"), Cite("条例", 33, 3), "没有与"),
    (
        (ASKED, "third_party_answered:2026-11-06", "third_party_answered:2026-11-09"),
        Cite("条例", 32),
        "没有与",
    ),
    (
        (ASKED, "third_party_received:2026-11-06", "third_party_received:2026-11-09"),
        Cite("条例", 32),
        "没有与",
    ),
    (("reasons_received:2026-11-05",), Cite("条例", 35), "没有要求"),
    (("reasons_asked:2026-11-05", "reasons_asked:2026-11-06"), Cite("条例", 35), "尚未收到"),
    (
        ("reasons_asked:2026-11-05", "delay_fixed:2026-11-06:2027-01-20"),
        Cite("条例", 35),
        "尚未收到",
    ),
    (("delay_fixed:2026-12-01:2027-01-20",), Cite("条例", 35), "届满"),
    (("delay_fixed:2026-11-05:2026-11-30",), Cite("条例", 35), "晚于"),
    (("delay_fixed:2026-11-05:2027-01-20", "extend:2026-11-06"), Cite("条例", 35), "不再适用延长"),
    (("replied:2026-11-05", "extend:2026-11-06"), Cite("条例", 33, 2), "此后不能"),
    (("withdrawn:2026-11-05", "replied:2026-11-06"), Cite("条例", 33, 2), "此后不能"),
    (("extend:2026-11-01",), Cite("条例", 33, 2), "早于收到申请之日"),
    ((ASKED, "extend:2026-11-04"), Cite("条例", 33, 2), "早于前一事项之日"),
    (("third_party_answered:2026-11-17", ASKED), Cite("条例", 32), "没有与"),
    (("reopened:2026-11-17",), AGAIN, "还没有作出过答复"),
    (("withdrawn:2026-11-05", "reopened:2026-11-17"), AGAIN, "还没有作出过答复"),
    ((*REOPENED, "reopened:2026-11-18"), AGAIN, "还没有作出过答复"),
    ((*REOPENED, "extend:2026-11-18"), AGAIN, "不再延长"),
    ((*REOPENED, "delay_fixed:2026-11-18:2027-01-20"), AGAIN, "不再延长"),
    (("replied:2026-11-05", "reopened:2026-11-17:2026-11-16"), AGAIN, "早于收到决定"),
    (("replied:2026-11-05", "reopened:2026-11-04"), AGAIN, "早于前一事项之日"),
    (
        (*CORRECTION, "replied:2026-11-13", "reopened:2026-11-17", "clarify_sent:2026-11-18:5"),
        Cite("条例", 30),
        "一次性",
    ),
]


@pytest.mark.parametrize(("events", "cite", "said"), REFUSED)
def test_an_event_that_is_not_allowed_is_refused_with_its_article(events, cite, said):
    with pytest.raises(IllegalEvent, match=said) as refusal:
        clock(*events)
    assert refusal.value.cite == cite
    assert str(cite) in str(refusal.value)


@pytest.mark.parametrize("day", ["2026-11-02", "2026-11-10", "2026-11-11"])
def test_clarification_is_in_time_up_to_the_seventh_working_day(day):
    assert clock(f"clarify_sent:{day}:5").date is None


def test_a_notice_sent_in_time_may_arrive_after_the_seventh_working_day():
    late = Event(Kind.CLARIFY_SENT, date(2026, 11, 16), days=5, sent=date(2026, 11, 11))
    assert request_due(RECEIVED, [late]).lapses_on == date(2026, 11, 23)


@pytest.mark.parametrize("sent", [date(2026, 11, 1), date(2026, 11, 6)])
def test_a_notice_is_sent_between_receipt_of_the_request_and_its_own(sent):
    notice = Event(Kind.CLARIFY_SENT, date(2026, 11, 5), days=5, sent=sent)
    with pytest.raises(IllegalEvent, match="发出日期"):
        request_due(RECEIVED, [notice])


def test_no_fee_before_the_fee_measures_were_in_force():
    with pytest.raises(IllegalEvent, match="尚无"):
        clock("fee_noticed:2020-12-31", received=date(2020, 12, 15))
    assert clock("fee_noticed:2021-01-04", received=date(2020, 12, 15)).lapses_on == date(
        2021, 2, 1
    )


def test_two_things_on_one_day_are_taken_in_the_order_given():
    found = clock(
        "third_party_asked:2026-11-05", "third_party_answered:2026-11-05", "extend:2026-11-05:1"
    )
    assert found.date == date(2026, 12, 1)


@pytest.mark.parametrize(
    "kind", [kind for kind in Kind if kind not in {Kind.DELAY_FIXED, Kind.REOPENED}]
)
def test_only_a_fixed_delay_takes_a_date(kind):
    with pytest.raises(ValueError, match="不带日期"):
        Event(kind, RECEIVED, until=date(2027, 1, 20))


@pytest.mark.parametrize(
    "kind", [kind for kind in Kind if kind not in {Kind.EXTEND, Kind.CLARIFY_SENT}]
)
def test_only_an_extension_and_a_clarification_take_a_number_of_days(kind):
    with pytest.raises(ValueError, match="不带天数"):
        Event(kind, RECEIVED, days=5)


def test_a_fixed_delay_needs_its_date():
    with pytest.raises(IllegalEvent, match="延迟到哪一天"):
        Event(Kind.DELAY_FIXED, RECEIVED)


def test_every_kind_of_event_has_a_row_and_a_move():
    assert {rule.kind for rule in EVENT_RULES} == set(Kind) == set(MOVES)
