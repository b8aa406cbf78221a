"""Working days: which days are worked, the n-th working day after a day, how many lie between two days.

Years with a State Council notice are certain; later ones raise CalendarNotPublished unless the caller takes
``provisional_calendar()``. Before 2019 nothing is kept.
"""

from datetime import date
from functools import cache

from gongkai.law.workdays.notice import settled_arrangements
from gongkai.law.workdays.notices import NOTICES
from gongkai.law.workdays.public_holidays import LAST_YEAR, foreseeable_arrangements
from gongkai.law.workdays.working_calendar import (
    Calendar,
    CalendarNotPublished,
    LocalDay,
    Reckoning,
)

__all__ = [
    "Calendar",
    "CalendarNotPublished",
    "LocalDay",
    "Reckoning",
    "add_workdays",
    "is_workday",
    "national_calendar",
    "provisional_calendar",
    "workdays_between",
]


@cache
def national_calendar() -> Calendar:
    """The years for which the State Council has published a notice."""
    years = {notice.year for notice in NOTICES}
    end = date(max(years), 12, 31)
    return Calendar(date(min(years), 1, 1), end, end, settled_arrangements(NOTICES))


@cache
def provisional_calendar() -> Calendar:
    """The published years and, foreseen from weekends and public holidays, those after them up to 2060."""
    published = national_calendar()
    years = range(published.last.year + 1, LAST_YEAR + 1)
    foreseen = tuple(run for year in years for run in foreseeable_arrangements(year))
    return Calendar(
        published.first, date(LAST_YEAR, 12, 31), published.last, (*published.arrangements, *foreseen)
    )


def is_workday(day: date, calendar: Calendar | None = None) -> bool:
    """Whether ``day`` is worked; raises CalendarNotPublished for a year without a notice."""
    return (calendar or national_calendar()).is_workday(day)


def add_workdays(start: date, count: int, calendar: Calendar | None = None) -> date:
    """The ``count``-th working day after ``start`` (not counted itself); 0 gives ``start`` as it is.

    Raises ValueError for a negative count, CalendarNotPublished where it reaches a year without a notice.
    """
    return (calendar or national_calendar()).add(start, count)


def workdays_between(start: date, end: date, calendar: Calendar | None = None) -> int:
    """How many working days lie after ``start`` up to and including ``end``.

    Raises ValueError if ``end`` is earlier, CalendarNotPublished for a year without a notice.
    """
    return (calendar or national_calendar()).between(start, end)
