"""日历变化（新的放假通知、补登的放假）以后，重新计算所有未办结申请的期限，逐件写明哪些日期变了"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.casework.clock import clock_from, copies_of
from gongkai.casework.models import CalendarMark, Case, CaseEvent
from gongkai.casework.telling import tell_of_moved_dates
from gongkai.common.permissions import SYSTEM
from gongkai.law.case_states import OPEN
from gongkai.law.clock_events import Event, Kind
from gongkai.law.workdays import Calendar, provisional_calendar

PIECE = 5_000
_NOTE = (
    "INSERT INTO casework_duemove (case_id, before, after, lapse_before, lapse_after, why, at) "
    "SELECT id, due_on, %s, lapses_on, %s, %s, %s FROM casework_case WHERE id IN ({})"
)
_WRITE = "UPDATE casework_case SET due_on = %s, lapses_on = %s, provisional = %s WHERE id IN ({})"
"""Both are filled with numbers of our own rows alone: thousands of parameters cost more than the writing."""
_COPIES = ("due_on", "lapses_on", "provisional")
_EVENT = (
    "pk",
    "case_id",
    "replaces_id",
    "struck",
    "kind",
    "day",
    "days",
    "until",
    "sent",
    "party",
    "place",
)

_Values = tuple[object, ...]
"""Of a case, what stands in its ``_COPIES``."""
_Told = tuple[Any, ...]
"""Of an event, what the law counts: kind, day, days, until, sent, party."""
_Known = dict[tuple[date, tuple[_Told, ...]], _Values]


@dataclass(frozen=True, slots=True)
class Moved:
    """One case whose dates are others now."""

    case_id: int
    agency_id: int
    before: date | None
    after: date | None
    lapse_before: date | None
    lapse_after: date | None

    @property
    def dates_differ(self) -> bool:
        """Whether a date is another, and not only whether it is provisional."""
        return (self.before, self.lapse_before) != (self.after, self.lapse_after)


@dataclass(frozen=True, slots=True)
class _Found:
    """A case whose copies are to be written anew."""

    moved: Moved
    values: _Values


@transaction.atomic
def rederive(*, why: str, now: datetime, calendar: Calendar | None = None) -> list[Moved]:
    """Work out every open case anew. Returns those whose dates moved; each is kept, and each organ's journal says how many."""
    days = calendar or provisional_calendar()
    waiting = iter(list(_open().order_by("pk").values_list("pk", flat=True)))
    found: list[_Found] = []
    known: _Known = {}
    while piece := list(islice(waiting, PIECE)):
        found += _piece(piece, days, known)
    _keep(found, why, now)
    moved = [each.moved for each in found if each.moved.dates_differ]
    _journal(moved, why, now)
    tell_of_moved_dates(why, now)
    return moved


def _piece(pks: list[int], days: Calendar, known: _Known) -> list[_Found]:
    """Work out some thousand cases: locked and read at once, their events by one more query. Those whose copies changed.

    Many a case has the days of another: what they come to is ``known`` then.
    """
    locked = _open().select_for_update().filter(pk__range=(pks[0], pks[-1]))
    rows = list(locked.values_list("pk", "agency_id", "received_on", *_COPIES))
    events = _events(pks[0], pks[-1])
    found = []
    for pk, agency_id, received, due, lapses, provisional in rows:
        told = tuple(events.get(pk, ()))
        values = known.get((received, told))
        if values is None:
            values = known[received, told] = _copies(received, told, days)
        if values != (due, lapses, provisional):
            found.append(_Found(Moved(pk, agency_id, due, values[0], lapses, values[1]), values))
    return found


def _copies(received: date, told: tuple[_Told, ...], days: Calendar) -> _Values:
    """What a case keeps of its clock after these events."""
    new = copies_of(clock_from(received, map(_event, told), days))
    return new["due_on"], new["lapses_on"], new["provisional"]


def _keep(found: list[_Found], why: str, now: datetime) -> None:
    """Write the copies back: cases that share their new dates by one statement, and there are far fewer dates than cases."""
    alike: dict[tuple[object, ...], list[Moved]] = defaultdict(list)
    for each in found:
        alike[each.values].append(each.moved)
    for values, moved in alike.items():
        for begin in range(0, len(moved), PIECE):
            _write(moved[begin : begin + PIECE], values, why, now)


def _write(moved: list[Moved], values: tuple[object, ...], why: str, now: datetime) -> None:
    """A ``DueMove`` for each date that is another, copied inside the database; then the copies themselves."""
    days = [*map(_adapted, values[:2])]
    moment = connection.ops.adapt_datetimefield_value(now)
    with connection.cursor() as cursor:
        if others := [each.case_id for each in moved if each.dates_differ]:
            cursor.execute(_NOTE.format(_listed(others)), [*days, why[:200], moment])
        cursor.execute(_WRITE.format(_listed(each.case_id for each in moved)), [*days, values[2]])


def _listed(pks: Iterable[int]) -> str:
    return ",".join(map(str, pks))


def _adapted(day: object) -> object:
    """A day as the database's driver takes it."""
    return connection.ops.adapt_datefield_value(day)


def _open() -> QuerySet[Case]:
    """Everything that has a clock and is open."""
    return Case.objects.filter(state__in=OPEN, kind="disclosure", received_on__isnull=False)


def _events(first: int, last: int) -> dict[int, list[_Told]]:
    """The events that hold, by case, in the order of their days; rows as tuples, since there are many."""
    mine = CaseEvent.objects.filter(case_id__gte=first, case_id__lte=last, case__state__in=OPEN)
    rows = list(mine.order_by().values_list(*_EVENT))
    replaced = {row[2] for row in rows if row[2]}
    holding = [row for row in rows if row[0] not in replaced and not row[3]]
    found: dict[int, list[_Told]] = defaultdict(list)
    for row in sorted(holding, key=lambda row: (row[5], row[10])):
        found[row[1]].append(row[4:10])
    return found


def _event(told: _Told) -> Event:
    kind, day, number, until, sent, party = told
    return Event(Kind(kind), day, days=number, until=until, sent=sent, party=party)


def _journal(moved: Iterable[Moved], why: str, now: datetime) -> None:
    """One entry for each organ: how many of its cases moved. Which ones stand in ``DueMove``."""
    counts = Counter(each.agency_id for each in moved)
    for agency in Agency.objects.filter(pk__in=counts).order_by("code"):
        after = {"changed": counts[agency.pk]}
        record(
            "casework.rederive",
            agency,
            by=SYSTEM,
            at=now,
            organ=agency.code,
            after=after,
            reason=why,
        )


@transaction.atomic
def follow_calendar(now: datetime) -> int:
    """Work everything out anew if the calendar is another than when that was last done; returns how many dates moved."""
    days = provisional_calendar()
    mark = calendar_mark(days)
    CalendarMark.objects.get_or_create(pk=1, defaults={"mark": mark, "at": now})
    kept = CalendarMark.objects.select_for_update().get(pk=1)
    if kept.mark == mark:
        return 0
    kept.mark, kept.at = mark, now
    kept.save()
    return len(rederive(why="放假安排有变化", now=now))


def calendar_mark(calendar: Calendar) -> str:
    """Equal for equal calendars."""
    said = (
        calendar.first,
        calendar.last,
        calendar.published_until,
        calendar.arrangements,
        calendar.local_days,
    )
    return hashlib.sha256(repr(said).encode()).hexdigest()
