"""A calendar of working days as a value, and its arithmetic: made from notices, foreseen years, and an organ's own days."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from gongkai.law.workdays.notice import Arrangement

SATURDAY = 5
_DAY = timedelta(days=1)


class CalendarNotPublished(LookupError):
    """The days asked for lie outside the years whose holidays are known; the message says on which side."""


@dataclass(frozen=True, slots=True)
class LocalDay:
    """One day that an organ's place keeps differently: a typhoon day, a holiday of a nationality, a day worked instead.

    ``basis`` names the notice (title, number) that orders it; without one no organ may change its calendar.
    """

    day: date
    working: bool
    basis: str

    def __post_init__(self) -> None:
        if not self.basis.strip():
            raise ValueError(f"{self.day.isoformat()} 的本地放假或者上班须写明依据（通知名称、文号）")


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A date reached by counting. ``provisional``: it rests on a year whose notice is not published yet."""

    date: date
    provisional: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days from ``first`` to ``last``, both included.

    ``arrangements`` depart from the plain week of Monday to Friday, ``local_days`` depart from those. Days after
    ``published_until`` are foreseen, not ordered.
    """

    first: date
    last: date
    published_until: date
    arrangements: tuple[Arrangement, ...]
    local_days: tuple[LocalDay, ...] = ()
    _working: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay out every working day as an ordinal, in order, so that counting is one bisection."""
        object.__setattr__(self, "_working", tuple(self._working_ordinals()))

    def _working_ordinals(self) -> Iterator[int]:
        working = {day for run in self.arrangements for day in run.make_up_days}
        off = {day for run in self.arrangements for day in days_between(run.first_day_off, run.last_day_off)}
        local = {each.day: each.working for each in self.local_days}
        for day in days_between(self.first, self.last):
            plain = day in working or (day.weekday() < SATURDAY and day not in off)
            if local.get(day, plain):
                yield day.toordinal()

    def is_workday(self, day: date) -> bool:
        """Whether ``day`` is worked; raises CalendarNotPublished outside the calendar."""
        self._require(day)
        place = bisect_right(self._working, day.toordinal())
        return place > 0 and self._working[place - 1] == day.toordinal()

    def add(self, start: date, count: int) -> date:
        """The ``count``-th working day after ``start``, which is itself not counted; 0 gives ``start`` as it is.

        Raises ValueError for a negative count and CalendarNotPublished where the count leaves the calendar.
        """
        if count <= 0:
            if count < 0:
                raise ValueError(f"工作日数不能为负，得到 {count}")
            self._require(start)
            return start
        ordinal = start.toordinal()
        place = bisect_right(self._working, ordinal) + count - 1
        if start < self.first or place >= len(self._working):
            raise self._outside(start if start < self.first else self.last + _DAY)
        return date.fromordinal(self._working[place])

    def between(self, start: date, end: date) -> int:
        """How many working days lie after ``start`` up to and including ``end``; raises ValueError if end is earlier."""
        if end < start:
            raise ValueError(f"止日 {end.isoformat()} 早于起日 {start.isoformat()}")
        self._require(start)
        self._require(end)
        return bisect_right(self._working, end.toordinal()) - bisect_right(self._working, start.toordinal())

    def reckon(self, start: date, count: int) -> Reckoning:
        """``add``, saying whether the date is provisional."""
        found = self.add(start, count)
        return Reckoning(found, self.is_provisional(found))

    def is_provisional(self, day: date) -> bool:
        """Whether ``day`` lies in a year whose notice is not published yet."""
        return day > self.published_until

    def with_local_days(self, days: Iterable[LocalDay]) -> "Calendar":
        """This calendar as kept in a place with days of its own; raises ValueError if a day is given twice."""
        added = (*self.local_days, *days)
        if len({each.day for each in added}) < len(added):
            raise ValueError("同一天给出了两次本地安排")
        return replace(self, local_days=tuple(sorted(added, key=lambda each: each.day)))

    def _require(self, day: date) -> None:
        if not self.first <= day <= self.last:
            raise self._outside(day)

    def _outside(self, day: date) -> CalendarNotPublished:
        if day < self.first:
            return CalendarNotPublished(f"只收录{self.first.year}年以来的放假安排，不能计算{day.year}年的工作日")
        if day > self.published_until and self.last > self.published_until:
            return CalendarNotPublished(f"农历节日只推算到{self.last.year}年，不能计算{day.year}年的工作日")
        return CalendarNotPublished(f"{day.year}年的放假安排尚未公布，不能确定工作日；需要时可以要求暂定的推算结果")


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from ``first`` to ``last``, both included."""
    for number in range((last - first).days + 1):
        yield first + number * _DAY
