"""A request that is to be answered again after a remedy: a new period, or the date that the decision names."""

from datetime import date

import pytest

from gongkai.law.clock_events import Event, Kind
from gongkai.law.deadlines import Due, request_due
from gongkai.law.workdays import provisional_calendar

RECEIVED = date(2026, 11, 2)
REPLIED = Event(Kind.REPLIED, date(2026, 11, 17))


def clock(*events: Event) -> Due:
    return request_due(RECEIVED, (REPLIED, *events), provisional_calendar())


def reopened(day: date, until: date | None = None) -> Event:
    return Event(Kind.REOPENED, day, until=until)


def test_without_a_date_in_the_decision_the_period_begins_anew():
    found = clock(reopened(date(2026, 11, 20)))
    assert found.date == date(2026, 12, 18)
    assert found.running
    assert any("从其期限" in doubt for doubt in found.doubts)


def test_the_date_that_the_decision_names_is_the_last_day():
    found = clock(reopened(date(2026, 11, 20), date(2026, 12, 5)))
    assert found.date == date(2026, 12, 5)
    assert "写明的期限" in found.steps[-1].text
    assert any("没有规定被纠正以后" in doubt for doubt in found.doubts)


def test_a_date_named_by_a_decision_is_not_moved_by_a_consultation():
    asked = Event(Kind.THIRD_PARTY_ASKED, date(2026, 11, 23))
    assert clock(reopened(date(2026, 11, 20), date(2026, 12, 5)), asked).date == date(2026, 12, 5)


def test_a_new_period_may_be_extended_once_more():
    found = clock(reopened(date(2026, 11, 20)), Event(Kind.EXTEND, date(2026, 12, 1), days=2))
    assert found.date == date(2026, 12, 22)


def test_what_was_excluded_before_the_first_answer_is_excluded_no_more():
    asked = Event(Kind.THIRD_PARTY_ASKED, date(2026, 11, 5))
    answered = Event(Kind.THIRD_PARTY_ANSWERED, date(2026, 11, 12))
    events = [asked, answered, REPLIED, reopened(date(2026, 11, 20))]
    assert request_due(RECEIVED, events).date == date(2026, 12, 18)


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2026, 12, 5)])
def test_the_date_named_may_be_any_from_the_day_of_the_decision_on(day):
    assert clock(reopened(date(2026, 11, 20), day)).date == day


def test_it_may_be_answered_and_reopened_again():
    again = Event(Kind.REPLIED, date(2026, 12, 1))
    assert clock(reopened(date(2026, 11, 20)), again, reopened(date(2026, 12, 7))).date == date(
        2027, 1, 5
    )
