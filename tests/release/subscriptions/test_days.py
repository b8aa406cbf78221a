"""When letters are due: days of law, from eight in the morning on."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.release.subscriptions.days import in_words, letters_day, next_after

DAY = date(2026, 11, 27)
"""A Friday."""


def test_daily_is_tomorrow():
    assert next_after(DAY, "daily", 1) == date(2026, 11, 28)


@pytest.mark.parametrize(
    ("weekday", "due"), [(4, "2026-12-03"), (5, "2026-12-04"), (6, "2026-11-28")]
)
def test_weekly_is_the_next_such_day_and_never_today(weekday, due):
    assert next_after(DAY, "weekly", weekday) == date.fromisoformat(due)


@given(st.dates(max_value=date(2100, 1, 1)), st.integers(1, 7))
def test_weekly_is_within_seven_days_and_on_the_day_chosen(day, weekday):
    due = next_after(day, "weekly", weekday)
    assert timedelta(0) < due - day <= timedelta(7)
    assert due.isoweekday() == weekday


@pytest.mark.parametrize(
    ("hour", "day"), [((26, 23, 59), 26), ((27, 0, 0), 27), ((27, 15, 59), 27), ((27, 16, 0), 27)]
)
def test_the_letters_of_a_day_may_go_from_eight_in_china(hour, day):
    assert letters_day(datetime(2026, 11, *hour, tzinfo=UTC)) == date(2026, 11, day)


def test_days_are_said_as_people_say_them():
    assert in_words(date(2026, 11, 26), DAY) == "11月26日"
    assert in_words(date(2026, 11, 20), DAY) == "11月20日至11月26日"
