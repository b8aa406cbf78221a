"""When an item of information must be public (art. 26): the last day with every step, and the days on which to remind before it.

Not here: which days a record holds (``publishing``), and what the limits are (``catalogue.limits``).
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from gongkai.law.catalogue import GENERAL_LIMIT, Limit, item, limit, limits_of
from gongkai.law.citation import Cite
from gongkai.law.conventions import convention
from gongkai.law.in_force import InForce, NoRuleInForce, rows_in_force
from gongkai.law.steps import Step, departures_in_words, in_words, without_weekday
from gongkai.law.units import Days, Hours, Workdays
from gongkai.law.workdays import Calendar, national_calendar

StartKind = Literal["formed", "changed", "drafted", "revised"]
_HOURS_A_DAY = 24


@dataclass(frozen=True, slots=True)
class StartRow:
    """What the clock may start from. ``assumed``: the day of art. 26 is not on record, and another stands in for it."""

    key: StartKind
    label: str
    assumed: bool
    cite: Cite = Cite("条例", 26)
    in_force: InForce = InForce(dt.date(2019, 5, 15))
    doubt: str = ""


_ASSUMED = "《条例》自形成或者变更之日起算；没有登记这一天时怎样算，没有规定"
STARTS: tuple[StartRow, ...] = (
    StartRow("formed", "形成之日", assumed=False),
    StartRow("changed", "变更之日", assumed=False),
    StartRow("drafted", "起草之日（没有登记成文日期）", assumed=True, doubt=_ASSUMED),
    StartRow("revised", "开始修订之日（没有登记变更日期）", assumed=True, doubt=_ASSUMED),
)
_STARTS = {row.key: row for row in STARTS}


@dataclass(frozen=True, slots=True)
class Reminder:
    """A day on which to remind: so long after the start. ``order`` tells the first from the second."""

    order: int
    after: Workdays
    cite: Cite = Cite("条例", 26)
    in_force: InForce = InForce(dt.date(2019, 5, 15))
    doubt: str = "《条例》没有规定提醒的日子，系统按期限过半、过四分之三提醒；机关可以定得更早"


REMINDERS: tuple[Reminder, ...] = (Reminder(1, Workdays(10)), Reminder(2, Workdays(15)))


@dataclass(frozen=True, slots=True)
class Start:
    """The day the clock runs from, and what day that is."""

    day: dt.date
    kind: StartKind = "formed"

    @property
    def row(self) -> StartRow:
        """Its row of the table."""
        return _STARTS[self.kind]


@dataclass(frozen=True, slots=True)
class Beside:
    """The last day by a rule that runs beside the law: a policy, not what makes a publication late."""

    limit: Limit
    date: dt.date


@dataclass(frozen=True, slots=True)
class Due:
    """The last day for publication, with its reasons. ``limit`` is the rule it follows, ``start`` the day it is counted from.

    ``others`` are limits that hold for parts of its kinds, should it be one of those parts. ``provisional``: a year without a
    holiday notice is involved.
    """

    date: dt.date
    limit: Limit
    start: dt.date
    provisional: bool
    steps: tuple[Step, ...]
    beside: tuple[Beside, ...]
    others: tuple[Limit, ...]
    doubts: tuple[str, ...]


def release_due(
    start: Start,
    kinds: Iterable[str] = (),
    *,
    chosen: str = "",
    counted_from: dt.date | None = None,
    organ: str = "",
    calendar: Calendar | None = None,
) -> Due:
    """When information of these kinds (keys of the catalogue), formed or changed on ``start``, must be public.

    ``chosen`` is the key of the special limit that an officer found to hold, ``counted_from`` the day that limit runs from
    (of approval, of signature), ``organ`` the kind of organ that publishes. Raises NoRuleInForce before art. 26 of the 2019 edition or for a limit not yet in force,
    ValueError for one that sets no day for publication, CalendarNotPublished outside the calendar.
    """
    days = calendar or national_calendar()
    open_rows = limits_for(kinds, start.day)
    picked = _picked(chosen, start.day) if chosen else None
    governing = _governing(picked, open_rows, organ)
    begin = counted_from if counted_from and governing is not GENERAL_LIMIT else start.day
    last = last_day_of(governing, begin, days)
    beside = _beside(picked, counted_from or start.day, days)
    provisional = not isinstance(governing.length, Days) and days.is_provisional(last)
    steps = [*_starting(start, governing, begin), _ending(governing, begin, last, days)]
    steps += [_running_beside(row) for row in beside]
    if provisional:
        steps.append(_provisional(days, last))
    return Due(
        last,
        governing,
        begin,
        provisional,
        steps=tuple(steps),
        beside=beside,
        others=tuple(row for row in open_rows if not row.whole and row is not picked),
        doubts=tuple(dict.fromkeys(filter(None, _doubts(start, governing, beside)))),
    )


def limits_for(kinds: Iterable[str], on: dt.date) -> tuple[Limit, ...]:
    """The limits on publishing that some part of these kinds has on a day, each once; raises NoRuleInForce before 2019."""
    if not GENERAL_LIMIT.in_force.covers(on):
        raise NoRuleInForce(f"{on.isoformat()}形成的信息，没有收录适用的公开期限：{GENERAL_LIMIT.cite}自{GENERAL_LIMIT.in_force.since}起施行")
    rows = dict.fromkeys(row for key in kinds for row in limits_of(item(key), on))
    return tuple(row for row in rows if row.act == "publish" and row is not GENERAL_LIMIT)


def reminder_days(due: Due, after: Iterable[int], calendar: Calendar | None = None) -> tuple[dt.date, ...]:
    """The days on which to remind: so many working days after the start, as far as they lie before the last day.

    Where none does, as with a limit of a few days, the working day before the last.
    """
    days = calendar or national_calendar()
    found = {days.add(due.start, number) for number in after if number > 0}
    before = tuple(sorted(day for day in found if day < due.date))
    if before:
        return before
    eve = due.date - dt.timedelta(days=1)
    while eve > due.start and not days.is_workday(eve):
        eve -= dt.timedelta(days=1)
    return (eve,) if eve > due.start else ()


def default_reminders(on: dt.date) -> tuple[int, ...]:
    """After how many working days to remind, where the organ has set nothing."""
    return tuple(row.after.number for row in rows_in_force(REMINDERS, on))


def workdays_left(today: dt.date, last: dt.date, calendar: Calendar) -> int:
    """Working days until the last day; negative, and never 0, once it has passed. Raises CalendarNotPublished."""
    if today <= last:
        return calendar.between(today, last)
    return -max(1, calendar.between(last, today))


def last_day_of(row: Limit, begin: dt.date, calendar: Calendar) -> dt.date:
    """The last day of a limit counted from ``begin``, which is itself not counted; hours are rounded down to whole days."""
    match row.length:
        case Workdays(number):
            return calendar.add(begin, number)
        case Days(number):
            return begin + dt.timedelta(days=number)
        case Hours(number):
            return begin + dt.timedelta(days=number // _HOURS_A_DAY)


def _picked(key: str, on: dt.date) -> Limit | None:
    """The limit of that key; None where it is not in force yet, so that the general rule holds."""
    row = limit(key)
    if row.act != "publish":
        raise ValueError(f"“{row.subject}”的期限不是公开的期限：{row}")
    return row if row.in_force.covers(on) else None


def _governing(picked: Limit | None, open_rows: tuple[Limit, ...], organ: str) -> Limit:
    """The limit an officer chose where it takes the place of art. 26, else the organ's own for the whole kind, else art. 26."""
    if picked is not None:
        return picked if picked.effect == "replaces" else GENERAL_LIMIT
    whole = [row for row in open_rows if row.whole]
    own = [row for row in whole if organ in row.organs]
    return next(iter((*own, *whole)), GENERAL_LIMIT)


def _beside(picked: Limit | None, begin: dt.date, calendar: Calendar) -> tuple[Beside, ...]:
    if picked is None or picked.effect != "beside":
        return ()
    return (Beside(picked, last_day_of(picked, begin, calendar)),)


def _starting(start: Start, governing: Limit, begin: dt.date) -> Iterator[Step]:
    row = start.row
    if begin == start.day:
        yield Step(begin, f"从{row.label}起算：{governing.rule}；{convention('first_day').rule}。", governing.cite)
    else:
        yield Step(start.day, f"{row.label}。", GENERAL_LIMIT.cite)
        yield Step(begin, f"期限的起算日：{governing.rule}；{convention('first_day').rule}。", governing.cite)


def _ending(governing: Limit, begin: dt.date, last: dt.date, calendar: Calendar) -> Step:
    counted = f"自{without_weekday(begin)}起{governing.length}"
    said = departures_in_words(calendar, begin, last) if isinstance(governing.length, Workdays) else ""
    return Step(last, f"公开的最后一日是{in_words(last)}：{counted}。{said}", governing.cite)


def _running_beside(row: Beside) -> Step:
    text = f"同时还有{row.limit.length}的要求，最后一日是{in_words(row.date)}：{row.limit.rule}。{row.limit.doubt}。"
    return Step(row.date, text, row.limit.cite)


def _provisional(calendar: Calendar, last: dt.date) -> Step:
    first = calendar.published_until.year + 1
    text = f"暂定：{first}年以后的放假安排尚未公布，只按双休日和法定节假日推算，公布后应当重新计算。"
    return Step(last, text, Cite("放假办法", 2))


def _doubts(start: Start, governing: Limit, beside: tuple[Beside, ...]) -> Iterator[str]:
    yield str(convention("first_day"))
    yield start.row.doubt
    yield governing.doubt
    if isinstance(governing.length, Days):
        yield "以日计算的期限，最后一日是休息日的，是否顺延法律没有写明，这里不顺延"
    yield from (row.limit.doubt for row in beside)
