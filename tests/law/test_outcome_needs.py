"""What must have happened before an outcome may be chosen: the day before it is refused, the day itself it is open."""

from datetime import date
from functools import reduce

import pytest

from gongkai.law.clock import Clock
from gongkai.law.clock_events import Event, Kind
from gongkai.law.clock_moves import advance
from gongkai.law.deadlines import started
from gongkai.law.outcome_needs import DISCLOSING, NEEDS, Facts, unmet
from gongkai.law.outcomes import OUTCOMES
from gongkai.law.workdays import provisional_calendar

RECEIVED = date(2026, 11, 2)
TODAY = date(2026, 11, 20)
SENT = Event(Kind.CLARIFY_SENT, date(2026, 11, 5), days=5)  # until 2026-11-12
CORRECTED = Event(Kind.CLARIFY_RECEIVED, date(2026, 11, 10))
FEE = Event(Kind.FEE_NOTICED, date(2026, 11, 5))  # until 2026-12-03
ASKED = Event(Kind.THIRD_PARTY_ASKED, date(2026, 11, 5))  # until 2026-11-26


def clock(*events: Event) -> Clock:
    return reduce(advance, events, started(RECEIVED, provisional_calendar()))


def missing(outcome: str, *events: Event, today: date = TODAY, **known: bool) -> list[str]:
    return [need.key for need in unmet(outcome, Facts(clock(*events), today, **known))]


def test_still_unclear_only_after_a_correction_came():
    assert missing("still_unclear") == ["corrected_before"]
    assert missing("still_unclear", SENT) == ["corrected_before"]
    assert missing("still_unclear", SENT, CORRECTED) == []


@pytest.mark.parametrize(("day", "met"), [(11, False), (12, False), (13, True)])
def test_a_correction_lapses_on_the_day_after_its_last(day, met):
    found = missing("clarification_lapsed", SENT, today=date(2026, 11, day))
    assert found == ([] if met else ["correction_overdue"])


@pytest.mark.parametrize(("day", "met"), [(2, False), (3, False), (4, True)])
def test_a_fee_lapses_on_the_day_after_its_last(day, met):
    found = missing("fee_lapsed", FEE, today=date(2026, 12, day))
    assert found == ([] if met else ["payment_overdue"])


def test_a_correction_without_a_period_never_lapses():
    sent = Event(Kind.CLARIFY_SENT, date(2026, 11, 5))
    assert missing("clarification_lapsed", sent, today=date(2027, 2, 1)) == ["correction_overdue"]
    assert missing("clarification_lapsed") == ["correction_overdue"]


def test_no_request_is_excessive_before_reasons_were_asked():
    assert missing("excessive") == ["reasons_heard"]
    assert missing("excessive", reasons_asked=True) == []


@pytest.mark.parametrize("outcome", ["third_party_objects", "disclosed_in_public_interest"])
def test_an_objection_must_be_on_record(outcome):
    assert missing(outcome) == ["third_party_objected"]
    assert missing(outcome, objected=True) == []


@pytest.mark.parametrize(("day", "met"), [(25, False), (26, False), (27, True)])
@pytest.mark.parametrize("outcome", DISCLOSING)
def test_nothing_is_disclosed_while_a_third_party_may_still_speak(outcome, day, met):
    found = missing(outcome, ASKED, today=date(2026, 11, day), objected=True)
    assert found == ([] if met else ["third_party_heard"])


def test_a_repetition_names_the_earlier_reply():
    assert missing("repeated") == ["earlier_reply"]
    assert missing("repeated", earlier_reply=True) == []


def test_needs_are_of_known_outcomes_and_say_what_to_do_instead():
    known = {row.key for row in OUTCOMES}
    for need in NEEDS:
        assert set(need.outcomes) <= known
        assert need.next_step
        assert need.cite.article
