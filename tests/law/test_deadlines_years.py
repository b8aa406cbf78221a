"""The clock near the edges of what is known: years without a notice, the first year, and what holds for any request."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.citation import Cite
from gongkai.law.clock_events import Event, Kind
from gongkai.law.deadlines import Due, request_due
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.workdays import (
    CalendarNotPublished,
    LocalDay,
    national_calendar,
    provisional_calendar,
)

RECEIVED = date(2026, 11, 2)  # without more, due on 2026-11-30
ANY_RECEIPT = st.dates(date(2019, 5, 15), date(2055, 1, 1))


def clock(*events: Event, received: date = RECEIVED) -> Due:
    return request_due(received, events, provisional_calendar())


def test_a_due_date_in_a_year_without_a_notice_is_provisional_and_says_so():
    found = clock(Event(Kind.EXTEND, date(2026, 12, 1)), received=date(2026, 11, 23))
    assert found.provisional
    assert found.date > date(2027, 1, 1)
    assert found.steps[-1].cite == Cite("放假办法", 2)
    assert "2027年以后的放假安排尚未公布" in found.steps[-1].text


def test_the_published_calendar_alone_refuses_such_a_year():
    with pytest.raises(CalendarNotPublished):
        request_due(date(2026, 12, 10))


def test_a_day_of_lapse_in_a_year_without_a_notice_is_provisional():
    assert clock(
        Event(Kind.FEE_NOTICED, date(2026, 12, 10)), received=date(2026, 12, 1)
    ).provisional


@pytest.mark.parametrize("received", [date(2018, 12, 31), date(2019, 5, 14)])
def test_requests_from_before_the_regulation_are_not_counted(received):
    with pytest.raises(NoRuleInForce, match="2019-05-15"):
        clock(received=received)


def test_the_first_request_under_the_regulation_is_counted():
    assert clock(received=date(2019, 5, 15)).date == date(2019, 6, 13)


def test_an_organs_own_day_off_moves_the_due_date_and_its_notice_is_named():
    typhoon = LocalDay(date(2026, 11, 10), working=False, basis="《某市防台停工通告》（第3号）")
    found = request_due(RECEIVED, calendar=national_calendar().with_local_days([typhoon]))
    assert found.date == date(2026, 12, 1)
    assert "11月10日按《某市防台停工通告》（第3号）放假不计" in found.steps[-1].text


@given(ANY_RECEIPT)
def test_between_receipt_and_due_date_lie_twenty_working_days(received):
    found = clock(received=received)
    assert provisional_calendar().between(received, found.date) == 20


@given(ANY_RECEIPT, st.integers(0, 20), st.integers(0, 60))
def test_an_opinion_moves_the_due_date_by_at_most_the_fifteen_days_it_may_take(
    received, asked, answered
):
    day = received + timedelta(days=asked)
    events = [
        Event(Kind.THIRD_PARTY_ASKED, day),
        Event(Kind.THIRD_PARTY_ANSWERED, day + timedelta(days=answered)),
    ]
    moved = request_due(received, events, provisional_calendar())
    later = provisional_calendar().between(received, moved.date) - 20
    assert 0 <= later <= 15


@given(ANY_RECEIPT, st.integers(1, 20))
def test_the_due_date_is_a_working_day(received, days):
    found = clock(Event(Kind.EXTEND, received, days=days), received=received)
    assert provisional_calendar().is_workday(found.date)
