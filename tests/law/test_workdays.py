"""Counting working days: boundaries of the long holidays, and what holds for every count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.workdays import (
    CalendarNotPublished,
    LocalDay,
    add_workdays,
    is_workday,
    national_calendar,
    provisional_calendar,
    workdays_between,
)

DAY = timedelta(days=1)
PUBLISHED = st.dates(date(2019, 1, 1), date(2025, 12, 31))
ANY_DAY = st.dates(date(2019, 1, 1), date(2055, 12, 31))
COUNTS = st.integers(1, 200)


@pytest.mark.parametrize(
    ("first_off", "last_off"),
    [
        (date(2026, 2, 15), date(2026, 2, 23)),  # Spring Festival between two worked Saturdays
        (date(2026, 10, 1), date(2026, 10, 7)),
        (date(2025, 10, 1), date(2025, 10, 8)),
        (date(2020, 1, 24), date(2020, 2, 2)),  # extended against the epidemic
        (date(2019, 5, 1), date(2019, 5, 4)),  # one day at first, then four
    ],
)
def test_the_day_before_a_holiday_counts_and_no_day_of_it_does(first_off, last_off):
    assert is_workday(first_off - DAY)
    assert workdays_between(first_off - DAY, last_off) == 0
    assert add_workdays(first_off - DAY, 1) > last_off


@pytest.mark.parametrize(
    ("start", "days", "expected"),
    [
        ("2026-02-13", 1, "2026-02-14"),  # a Saturday worked
        ("2026-02-14", 1, "2026-02-24"),
        ("2026-02-27", 1, "2026-02-28"),  # another
        ("2025-12-31", 1, "2026-01-04"),  # a Sunday worked after New Year
        ("2026-01-03", 1, "2026-01-04"),
        ("2026-01-04", 1, "2026-01-05"),
        ("2022-12-30", 1, "2023-01-03"),
        ("2025-09-27", 1, "2025-09-28"),
        ("2025-09-30", 1, "2025-10-09"),
        ("2025-10-10", 1, "2025-10-11"),
        ("2024-02-08", 1, "2024-02-09"),  # the eve was a working day in 2024
        ("2020-01-23", 1, "2020-02-03"),
    ],
)
def test_the_next_working_day_at_the_edges(start, days, expected):
    assert add_workdays(date.fromisoformat(start), days) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("start", "plus_7", "plus_15", "plus_20", "plus_40"),
    [
        ("2026-02-13", "2026-03-02", "2026-03-12", "2026-03-19", "2026-04-17"),
        ("2026-04-30", "2026-05-13", "2026-05-25", "2026-06-01", "2026-06-30"),
        ("2026-09-18", "2026-09-29", "2026-10-15", "2026-10-22", "2026-11-19"),
        ("2026-09-30", "2026-10-15", "2026-10-27", "2026-11-03", "2026-12-01"),
    ],
)
def test_the_periods_of_a_request_received_near_a_holiday(start, plus_7, plus_15, plus_20, plus_40):
    start = date.fromisoformat(start)
    found = [add_workdays(start, days).isoformat() for days in (7, 15, 20, 40)]
    assert found == [plus_7, plus_15, plus_20, plus_40]


@pytest.mark.parametrize("received", [date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22)])
def test_a_weekend_start_counts_like_the_friday_before(received):
    assert [add_workdays(received, days) for days in (7, 15, 20)] == [
        date(2026, 12, 1),
        date(2026, 12, 11),
        date(2026, 12, 18),
    ]


def test_2026_has_248_working_days():
    assert workdays_between(date(2025, 12, 31), date(2026, 12, 31)) == 248


@given(ANY_DAY, COUNTS)
def test_adding_then_counting_gives_the_same_number(start, days):
    calendar = provisional_calendar()
    assert workdays_between(start, add_workdays(start, days, calendar), calendar) == days


@given(ANY_DAY, COUNTS)
def test_a_count_never_ends_on_a_day_off(start, days):
    assert is_workday(add_workdays(start, days, provisional_calendar()), provisional_calendar())


@given(ANY_DAY, COUNTS)
def test_one_more_working_day_is_always_later(start, days):
    calendar = provisional_calendar()
    assert start < calendar.add(start, days) < calendar.add(start, days + 1)


@given(ANY_DAY, ANY_DAY, COUNTS)
def test_a_later_start_never_ends_earlier(one, other, days):
    calendar = provisional_calendar()
    assert calendar.add(min(one, other), days) <= calendar.add(max(one, other), days)


@given(PUBLISHED, st.integers(0, 60))
def test_counting_is_the_same_as_walking_day_by_day(start, length):
    end = start + length * DAY
    walked = sum(is_workday(start + number * DAY) for number in range(1, length + 1))
    assert workdays_between(start, end) == walked


def test_no_working_day_added_is_the_day_itself():
    assert add_workdays(date(2026, 10, 1), 0) == date(2026, 10, 1)


def test_a_negative_number_is_refused():
    with pytest.raises(ValueError, match="不能为负"):
        add_workdays(date(2026, 10, 1), -1)


def test_counting_backwards_is_refused():
    with pytest.raises(ValueError, match="早于"):
        workdays_between(date(2026, 10, 2), date(2026, 10, 1))


def test_the_last_working_day_of_the_newest_notice_can_still_be_reached():
    assert add_workdays(date(2026, 12, 30), 1) == date(2026, 12, 31)
    with pytest.raises(CalendarNotPublished, match="2027年的放假安排尚未公布"):
        add_workdays(date(2026, 12, 30), 2)


@pytest.mark.parametrize(
    "ask", [is_workday, lambda day: add_workdays(day, 1), lambda day: add_workdays(day, 0)]
)
def test_years_before_2019_have_a_message_of_their_own(ask):
    assert ask(date(2019, 1, 1)) is not None
    with pytest.raises(CalendarNotPublished, match="只收录2019年以来"):
        ask(date(2018, 12, 31))


def test_a_year_without_a_notice_is_not_guessed():
    with pytest.raises(CalendarNotPublished, match="2027"):
        is_workday(date(2027, 6, 1))


def test_a_typhoon_day_is_skipped_and_names_its_notice():
    typhoon = LocalDay(date(2026, 9, 22), working=False, basis="某市防汛防台通告第3号")
    local = national_calendar().with_local_days([typhoon])
    assert not is_workday(date(2026, 9, 22), local)
    assert add_workdays(date(2026, 9, 21), 1, local) == date(2026, 9, 23)
    assert is_workday(date(2026, 9, 22))


def test_a_day_worked_by_local_notice_counts():
    worked = LocalDay(date(2026, 9, 26), working=True, basis="某州关于火把节调休的通知")
    local = national_calendar().with_local_days([worked])
    assert add_workdays(date(2026, 9, 24), 1, local) == date(2026, 9, 26)


def test_a_local_day_without_a_notice_is_refused():
    with pytest.raises(ValueError, match="依据"):
        LocalDay(date(2026, 9, 22), working=False, basis=" ")


def test_the_same_local_day_twice_is_refused():
    day = LocalDay(date(2026, 9, 22), working=False, basis="通告")
    with pytest.raises(ValueError, match="两次"):
        national_calendar().with_local_days([day]).with_local_days([day])
