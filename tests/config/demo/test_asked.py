"""The days of the demo's requests, counted back from the day of its making."""

from datetime import date

import pytest

from gongkai.config.demo.asked import days_ago
from gongkai.law.workdays import provisional_calendar


@pytest.mark.parametrize("day", ["2026-10-05", "2026-11-28", "2027-02-08"])
def test_days_are_counted_back_from_holidays_too(day):
    today = date.fromisoformat(day)
    came = [days_ago(today, count) for count in (0, 1, 2)]
    assert came == sorted(set(came), reverse=True)
    assert provisional_calendar().between(came[2], today) == 2
