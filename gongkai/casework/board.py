"""The office's figures for its leader: what is open and how soon due, what came in and went out, how long it took, what stopped it.

Reads only, in a bounded number of queries whatever the number of cases. Days are working days by the law's calendar.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from statistics import fmean
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency, Department
from gongkai.casework.behind import (
    FIGURES,
    GROUPS,
    LOAD,
    WAITS,
    Scope,
    calendar,
    condition,
    standing,
)
from gongkai.casework.models import CaseEvent, Consultation
from gongkai.law.consultations import CONSULTATION_RULES
from gongkai.law.consultations import Consultation as Asked
from gongkai.law.workdays import CalendarNotPublished

Key = int | None
WHOLE = "合计"


@dataclass(frozen=True, slots=True)
class Load:
    """What is open now in a department or organ (``unit``), or of a handler there (``person``); ``counts`` by key of LOAD."""

    unit: Key
    name: str
    counts: dict[str, int]
    person: Key = None


@dataclass(frozen=True, slots=True)
class Days:
    """How long answers took: working days after the day of receipt up to that of the answer, stops not taken out."""

    unit: Key
    name: str
    count: int
    mean: float
    median: float


@dataclass(frozen=True, slots=True)
class Stopped:
    """``cases`` for which the clock stood still for a reason, and for how many working days in all."""

    figure: str
    label: str
    cases: int
    days: int


@dataclass(frozen=True, slots=True)
class Board:
    """All figures. ``months`` are (2026-03, 新收, 办结); ``outcomes`` (group, number) in the order of 表三."""

    at: datetime
    whole: Load
    units: tuple[Load, ...]
    people: tuple[Load, ...]
    outcomes: tuple[tuple[str, int], ...]
    days: tuple[Days, ...]
    took: Days | None
    months: tuple[tuple[str, int, int], ...]
    arrived: int
    closed: int
    extended: int
    stopped: tuple[Stopped, ...]

    @property
    def share_extended(self) -> float:
        """Of what was answered, how much after an extension: per cent with one decimal."""
        return round(100 * self.extended / self.closed, 1) if self.closed else 0.0


def board(scope: Scope, now: datetime) -> Board:
    """Work all figures out anew."""
    names = _names(scope)
    units, people = _load(scope, names)
    closings = _closings(scope)
    took = _took(closings)
    arrived = _by_day(scope, "arrived", "counts_from")
    outcomes = _outcomes(scope)
    return Board(
        at=now,
        whole=Load(None, WHOLE, _sum(units)),
        units=units,
        people=people,
        outcomes=outcomes,
        days=tuple(_took_in(unit, names[unit], counts) for unit, counts in took.items()),
        took=_took_in(None, WHOLE, sum(took.values(), Counter())) if took else None,
        months=tuple(_months(scope, arrived, _closed_by_day(closings))),
        arrived=arrived.total(),
        closed=sum(number for _, number in outcomes),
        extended=scope.rows.filter(condition(scope, "extended")).count(),
        stopped=(*_consulted(scope), *_waited(scope)),
    )


def _names(scope: Scope) -> dict[Key, str]:
    """The names of what figures are broken down by."""
    rows: QuerySet[Any] = Agency.objects.filter(pk__in=scope.agencies)
    if scope.by == "department":
        rows = Department.objects.filter(agency__in=scope.agencies)
    return {None: "还没有分给部门", **dict(rows.values_list("pk", "name"))}


def _load(scope: Scope, names: dict[Key, str]) -> tuple[tuple[Load, ...], tuple[Load, ...]]:
    """By unit, and by person within a unit; the fullest first."""
    counts = {key: Count("pk", filter=condition(scope, key)) for key in LOAD if key != "open"}
    rows = scope.rows.filter(condition(scope, "open")).order_by().values(scope.by, "handler")
    found = list(rows.annotate(open=Count("pk"), **counts))
    handlers = {row["handler"] for row in found if row["handler"]}
    people = {None: "还没有承办人", **dict(User.objects.filter(pk__in=handlers).values_list("pk", "name"))}  # fmt: skip
    each = [
        Load(row[scope.by], people[row["handler"]], {key: row[key] for key in LOAD}, row["handler"])
        for row in found
    ]
    units = [
        Load(unit, names[unit], _sum(load for load in each if load.unit == unit))
        for unit in {load.unit for load in each}
    ]
    return _fullest(units), _fullest(each)


def _fullest(rows: Iterable[Load]) -> tuple[Load, ...]:
    return tuple(sorted(rows, key=lambda row: (-row.counts["open"], row.name)))


def _sum(rows: Iterable[Load]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for row in rows:
        total.update(row.counts)
    return {key: total[key] for key in LOAD}


def _outcomes(scope: Scope) -> tuple[tuple[str, int], ...]:
    rows = scope.rows.filter(condition(scope, "closed")).order_by().values_list("outcome")
    found = dict(rows.annotate(number=Count("pk")))
    return tuple((group, sum(found.get(key, 0) for key in keys)) for group, keys in GROUPS.items())


def _closings(scope: Scope) -> list[tuple[Key, date, date, int]]:
    """Unit, day of receipt, day of the answer, and of how many cases."""
    rows = scope.rows.filter(condition(scope, "closed")).order_by()
    groups = rows.values_list(scope.by, "received_on", "closed_on")
    return list(groups.annotate(number=Count("pk")))


def _took(closings: list[tuple[Key, date, date, int]]) -> dict[Key, Counter[int]]:
    """By unit, the slowest first, how many answers took how many days."""
    found: dict[Key, Counter[int]] = {}
    for unit, received, closed, number in closings:
        if (days := workdays(received, closed)) is not None:
            found.setdefault(unit, Counter())[days] += number
    return dict(sorted(found.items(), key=lambda pair: -_median(pair[1])))


def _took_in(unit: Key, name: str, counts: Counter[int]) -> Days:
    return Days(unit, name, counts.total(), fmean(counts.keys(), counts.values()), _median(counts))


def _median(counts: Counter[int]) -> float:
    """The middle of the days, each as often as it occurs."""
    total, seen, low = counts.total(), 0, None
    for days in sorted(counts):
        seen += counts[days]
        if low is None and 2 * seen >= total:
            low = days
        if 2 * seen > total:
            return (low + days) / 2 if low is not None else days
    raise ValueError("no days")


def workdays(start: date, end: date) -> int | None:
    """Working days after a day up to another; None where the calendar of the years is not known."""
    try:
        return calendar().between(start, max(start, end))
    except CalendarNotPublished:
        return None


def _by_day(scope: Scope, figure: str, day: str) -> Counter[date]:
    rows = scope.rows.filter(condition(scope, figure)).order_by().values_list(day)
    return Counter(dict(rows.annotate(number=Count("pk"))))


def _closed_by_day(closings: list[tuple[Key, date, date, int]]) -> Counter[date]:
    found: Counter[date] = Counter()
    for _, _, closed, number in closings:
        found[closed] += number
    return found


def _months(scope: Scope, arrived: Counter[date], closed: Counter[date]) -> Iterator[tuple[str, int, int]]:  # fmt: skip
    """Every month of the period, those without anything too."""
    inward, outward = (Counter[str](), Counter[str]())
    for days, months in ((arrived, inward), (closed, outward)):
        for day, number in days.items():
            months[f"{day:%Y-%m}"] += number
    here = scope.first.replace(day=1)
    while here <= scope.last:
        month = f"{here:%Y-%m}"
        yield month, inward[month], outward[month]
        here = here.replace(year=here.year + here.month // 12, month=here.month % 12 + 1)


def _consulted(scope: Scope) -> Iterator[Stopped]:
    """The days of consultations among what was answered: each counted by itself, where several ran at once."""
    closed = scope.rows.filter(condition(scope, "closed"))
    days = ("family", "asked_on", "received_on", "answered_on", "case__closed_on")
    groups = Consultation.objects.filter(case__in=closed).order_by().values_list(*days)
    stopped: Counter[str] = Counter()
    for family, asked, received, answered, end, number in groups.annotate(number=Count("pk")):
        pause = Asked(family, "", asked, received, answered, cut_off=end).pause(calendar())
        stopped[family] += number * (workdays(pause.after, pause.upto or end) or 0)
    found = _cases_with(scope, [f"stopped_{row.family}" for row in CONSULTATION_RULES])
    for row in CONSULTATION_RULES:
        key = f"stopped_{row.family}"
        yield Stopped(key, FIGURES[key][0], found[key], stopped[row.family])


def _waited(scope: Scope) -> Iterator[Stopped]:
    """The days for which the applicant was waited for, among what was answered."""
    closed = scope.rows.filter(condition(scope, "closed"))
    found = _cases_with(scope, [f"stopped_{key}" for key in WAITS])
    for reason, (label, began, ended) in WAITS.items():
        key = f"stopped_{reason}"
        days = sum(
            number * (workdays(begin, min(day for day in (end, out) if day)) or 0)
            for begin, end, out, number in _stretches(closed, began, ended)
        )
        yield Stopped(key, label, found[key], days)


def _stretches(closed: QuerySet[Any], began: str, ended: str) -> QuerySet[CaseEvent, Any]:
    """From which day to which: the end of the waiting, None where the answer ended it; the answer; of how many."""
    following = standing(ended).filter(case=OuterRef("case"), day__gte=OuterRef("day"))
    rows = standing(began).filter(case__in=closed)
    rows = rows.annotate(end=Subquery(following.order_by("day").values("day")[:1]))
    groups = rows.order_by().values_list("day", "end", "case__closed_on")
    return groups.annotate(number=Count("pk"))


def _cases_with(scope: Scope, figures: list[str]) -> dict[str, int]:
    """How many cases stand behind each of some figures, in one query."""
    every = {key: Count("pk", filter=condition(scope, key)) for key in figures}
    return scope.rows.filter(Q(condition(scope, "closed"))).aggregate(**every)
