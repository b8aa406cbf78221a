"""When an office is reminded of its annual report."""

from datetime import date

import pytest

from gongkai.law.report_reminders import REPORT_REMINDERS, is_preparing, reminder_due


@pytest.mark.parametrize(
    ("left", "key"),
    [
        (21, None),
        (20, "twenty_left"),
        (19, "twenty_left"),
        (11, "twenty_left"),
        (10, "ten_left"),
        (4, "ten_left"),
        (3, "three_left"),
        (1, "three_left"),
        (0, "on_the_day"),
        (-1, None),
    ],
)
def test_the_reminder_is_that_of_the_days_left(left, key):
    row = reminder_due(left)
    assert (row.key if row else None) == key


@pytest.mark.parametrize(
    ("month", "day", "is_so"), [(11, 30, False), (12, 1, True), (12, 31, True), (1, 1, False)]
)
def test_december_is_for_preparing(month, day, is_so):
    assert is_preparing(date(2026, month, day)) is is_so


def test_every_row_says_that_no_law_sets_it():
    assert all(row.doubt for row in REPORT_REMINDERS)
