"""TABLE of the public holidays of the 放假办法, and the days off they make in a year without a notice.

The State Council moves weekends about when it arranges a year; nobody can foretell that. What is certain beforehand is
the holiday itself and the working day given for it when it falls on a weekend. Years from 2019 to 2060.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, row_in_force
from gongkai.law.workdays.festivals import FESTIVALS
from gongkai.law.workdays.notice import Arrangement

FIRST_YEAR, LAST_YEAR = FESTIVALS[0].year, FESTIVALS[-1].year
SATURDAY = 5
_DAY = timedelta(days=1)
_FESTIVALS_OF = {row.year: row for row in FESTIVALS}
_OF_2013, _UNTIL_2024 = "放假办法（2013年修订）", InForce(date(2014, 1, 1), date(2024, 12, 31))
_OF_2024, _SINCE_2025 = "放假办法", InForce(date(2025, 1, 1))

Festival = Literal["spring_festival", "tomb_sweeping", "dragon_boat", "mid_autumn"]


@dataclass(frozen=True, slots=True)
class PublicHoliday:
    """One day off for everybody: ``on`` is (month, day), or (festival, days after it; -1 is its eve)."""

    occasion: str
    on: tuple[int, int] | tuple[Festival, int]
    cite: Cite
    in_force: InForce

    def day_in(self, year: int) -> date:
        """The day it falls on in ``year``; raises KeyError where the festivals of that year are not tabled."""
        start, number = self.on
        if isinstance(start, int):
            return date(year, start, number)
        festival: date = getattr(_FESTIVALS_OF[year], start)
        return festival + number * _DAY


PUBLIC_HOLIDAYS: tuple[PublicHoliday, ...] = (
    PublicHoliday("元旦", (1, 1), Cite(_OF_2013, 2, None, 1), _UNTIL_2024),
    PublicHoliday("春节", ("spring_festival", 0), Cite(_OF_2013, 2, None, 2), _UNTIL_2024),
    PublicHoliday("春节", ("spring_festival", 1), Cite(_OF_2013, 2, None, 2), _UNTIL_2024),
    PublicHoliday("春节", ("spring_festival", 2), Cite(_OF_2013, 2, None, 2), _UNTIL_2024),
    PublicHoliday("清明节", ("tomb_sweeping", 0), Cite(_OF_2013, 2, None, 3), _UNTIL_2024),
    PublicHoliday("劳动节", (5, 1), Cite(_OF_2013, 2, None, 4), _UNTIL_2024),
    PublicHoliday("端午节", ("dragon_boat", 0), Cite(_OF_2013, 2, None, 5), _UNTIL_2024),
    PublicHoliday("中秋节", ("mid_autumn", 0), Cite(_OF_2013, 2, None, 6), _UNTIL_2024),
    PublicHoliday("国庆节", (10, 1), Cite(_OF_2013, 2, None, 7), _UNTIL_2024),
    PublicHoliday("国庆节", (10, 2), Cite(_OF_2013, 2, None, 7), _UNTIL_2024),
    PublicHoliday("国庆节", (10, 3), Cite(_OF_2013, 2, None, 7), _UNTIL_2024),
    PublicHoliday("元旦", (1, 1), Cite(_OF_2024, 2, None, 1), _SINCE_2025),
    PublicHoliday("春节", ("spring_festival", -1), Cite(_OF_2024, 2, None, 2), _SINCE_2025),
    PublicHoliday("春节", ("spring_festival", 0), Cite(_OF_2024, 2, None, 2), _SINCE_2025),
    PublicHoliday("春节", ("spring_festival", 1), Cite(_OF_2024, 2, None, 2), _SINCE_2025),
    PublicHoliday("春节", ("spring_festival", 2), Cite(_OF_2024, 2, None, 2), _SINCE_2025),
    PublicHoliday("清明节", ("tomb_sweeping", 0), Cite(_OF_2024, 2, None, 3), _SINCE_2025),
    PublicHoliday("劳动节", (5, 1), Cite(_OF_2024, 2, None, 4), _SINCE_2025),
    PublicHoliday("劳动节", (5, 2), Cite(_OF_2024, 2, None, 4), _SINCE_2025),
    PublicHoliday("端午节", ("dragon_boat", 0), Cite(_OF_2024, 2, None, 5), _SINCE_2025),
    PublicHoliday("中秋节", ("mid_autumn", 0), Cite(_OF_2024, 2, None, 6), _SINCE_2025),
    PublicHoliday("国庆节", (10, 1), Cite(_OF_2024, 2, None, 7), _SINCE_2025),
    PublicHoliday("国庆节", (10, 2), Cite(_OF_2024, 2, None, 7), _SINCE_2025),
    PublicHoliday("国庆节", (10, 3), Cite(_OF_2024, 2, None, 7), _SINCE_2025),
)


@dataclass(frozen=True, slots=True)
class Substitute:
    """How a holiday on a weekend is made good: each such day moves to the nearest working day in that direction."""

    step: timedelta
    cite: Cite
    in_force: InForce
    doubt: str


_NEXT_WORKING_DAY = "《放假办法》只说“应当在工作日补假”，没有说补在哪一天；这里补在其后最近的工作日。两个节日同日的，没有规定另补"

SUBSTITUTES: tuple[Substitute, ...] = (
    Substitute(_DAY, Cite(_OF_2013, 6), _UNTIL_2024, doubt=_NEXT_WORKING_DAY),
    Substitute(_DAY, Cite(_OF_2024, 6), _SINCE_2025, doubt=_NEXT_WORKING_DAY),
)


def holidays_in(year: int) -> dict[date, str]:
    """The public holidays of ``year`` by day, weekends included; two holidays on one day share it."""
    found: dict[date, str] = {}
    for row in PUBLIC_HOLIDAYS:
        day = row.day_in(year)
        if row.in_force.covers(day):
            found[day] = f"{found[day]}、{row.occasion}" if day in found else row.occasion
    return dict(sorted(found.items()))


def days_off_in(year: int) -> dict[date, str]:
    """The public holidays of ``year`` and the working days given for those on a weekend."""
    days = holidays_in(year)
    for holiday, occasion in tuple(days.items()):
        if holiday.weekday() >= SATURDAY:
            step = row_in_force(SUBSTITUTES, holiday).step
            day = holiday + step
            while day in days or day.weekday() >= SATURDAY:
                day += step
            days[day] = occasion
    return dict(sorted(days.items()))


def foreseeable_arrangements(year: int) -> tuple[Arrangement, ...]:
    """The days off of a year without a notice; days of one holiday with nothing but a weekend between are joined."""
    runs: list[Arrangement] = []
    for day, occasion in days_off_in(year).items():
        last = runs[-1] if runs else None
        if last and last.occasion == occasion and _only_weekend_between(last.last_day_off, day):
            runs[-1] = Arrangement(occasion, last.first_day_off, day)
        else:
            runs.append(Arrangement(occasion, day, day))
    return tuple(runs)


def _only_weekend_between(first: date, second: date) -> bool:
    between = (first + number * _DAY for number in range(1, (second - first).days))
    return all(day.weekday() >= SATURDAY for day in between)
