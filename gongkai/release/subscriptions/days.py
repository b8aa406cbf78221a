"""On which day of law a letter is due, and of which days it tells. Not here: whether there is anything to tell."""

from datetime import date, datetime, timedelta

from gongkai.common.clock import law_day
from gongkai.release.subscriptions.terms import MORNING


def next_after(day: date, rhythm: str, weekday: int) -> date:
    """The first day after ``day`` on which a letter of this rhythm is due."""
    if rhythm == "daily":
        return day + timedelta(days=1)
    return day + timedelta(days=(weekday - day.isoweekday() - 1) % 7 + 1)


def letters_day(now: datetime) -> date:
    """The day whose letters may go out: today from the morning on, before it yesterday."""
    return law_day(now - MORNING)


def in_words(since: date, until: date) -> str:
    """The days from ``since`` on, before ``until``: 11月26日, or 11月20日至11月26日."""
    last = until - timedelta(days=1)
    first_words, last_words = (f"{day.month}月{day.day}日" for day in (since, last))
    return last_words if since >= last else f"{first_words}至{last_words}"
