"""Where the law is silent the answer says so; and every row of the clock's tables rests on a listed instrument."""

from datetime import date

import pytest

from gongkai.law.clock_events import EVENT_RULES, Event, Kind
from gongkai.law.consultations import CONSULTATION_RULES
from gongkai.law.conventions import CONSULTATION_DAYS, CONVENTIONS, convention
from gongkai.law.deadlines import request_due
from gongkai.law.instruments import instrument_of
from gongkai.law.receipt import CHANNELS
from gongkai.law.workdays.festivals import FESTIVALS
from gongkai.law.workdays.public_holidays import PUBLIC_HOLIDAYS, SUBSTITUTES

RECEIVED = date(2026, 11, 2)
ROWS = [
    *EVENT_RULES,
    *CONSULTATION_RULES,
    *CONVENTIONS,
    *CHANNELS,
    *FESTIVALS,
    *PUBLIC_HOLIDAYS,
    *SUBSTITUTES,
    CONSULTATION_DAYS,
]


def doubts(*events: tuple[Kind, int]) -> tuple[str, ...]:
    return request_due(RECEIVED, [Event(kind, date(2026, 11, day)) for kind, day in events]).doubts


def test_every_row_cites_an_instrument_in_force_when_the_row_is():
    for row in ROWS:
        source = instrument_of(row.cite).in_force
        assert source.since <= row.in_force.since
        assert source.until is None or (row.in_force.until and row.in_force.until <= source.until)


def test_every_convention_says_what_is_open():
    assert all(row.doubt for row in (*CONVENTIONS, CONSULTATION_DAYS, *SUBSTITUTES))


@pytest.mark.parametrize(
    ("key", "events"),
    [
        ("first_day", []),
        ("opinion_from_receipt", [(Kind.THIRD_PARTY_ASKED, 5)]),
        ("overlap", [(Kind.THIRD_PARTY_ASKED, 5), (Kind.JOINT_ORGAN_ASKED, 6)]),
        ("restart", [(Kind.THIRD_PARTY_ASKED, 5), (Kind.FEE_NOTICED, 6), (Kind.FEE_PAID, 9)]),
        ("reasons", [(Kind.REASONS_ASKED, 5), (Kind.REASONS_RECEIVED, 6)]),
        ("withdrawal", [(Kind.WITHDRAWN, 5)]),
    ],
)
def test_an_answer_names_the_conventions_it_rests_on(key, events):
    assert str(convention(key)) in doubts(*events)
    assert key == "first_day" or str(convention(key)) not in doubts()


def test_a_late_correction_rests_on_a_convention():
    sent = Event(Kind.CLARIFY_SENT, date(2026, 11, 5), days=1)
    late = Event(Kind.CLARIFY_RECEIVED, date(2026, 11, 9))
    assert str(convention("late_correction")) in request_due(RECEIVED, [sent, late]).doubts


def test_the_restart_after_a_payment_says_that_its_article_was_not_checked():
    found = doubts((Kind.FEE_NOTICED, 5), (Kind.FEE_PAID, 6))
    assert any("未核对原文" in doubt for doubt in found)
