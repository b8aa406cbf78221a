"""The clock of a case: its rows as events of the law, and what the law says of them. Worked out each time it is asked for.

Reads only. The copies on the case, for sorting, are written by ``actions``.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import reduce

from gongkai.casework.models import Case, CaseEvent
from gongkai.law.clock import Clock
from gongkai.law.clock_events import Event
from gongkai.law.clock_moves import advance
from gongkai.law.deadlines import Due, due_of, started
from gongkai.law.workdays import Calendar, provisional_calendar


def standing(rows: Iterable[CaseEvent]) -> list[CaseEvent]:
    """The rows that hold, in the order of their days: without those corrected, and without those that say something did not happen."""
    found = list(rows)
    replaced = {row.replaces_id for row in found if row.replaces_id}
    holding = (row for row in found if row.pk not in replaced and not row.struck)
    return sorted(holding, key=lambda row: (row.day, row.place))


def clock_from(received: date, events: Iterable[Event], calendar: Calendar | None = None) -> Clock:
    """The clock after some events; raises IllegalEvent, NoRuleInForce, CalendarNotPublished."""
    return reduce(advance, events, started(received, calendar or provisional_calendar()))


def clock_of(case: Case, calendar: Calendar | None = None) -> Clock | None:
    """The clock of a case after its last event; None where art. 33 counts no days."""
    if not case.has_clock:
        return None
    events = (row.of_law for row in standing(case.events.all()))
    return clock_from(case.received_on, events, calendar)


def clock_on(case: Case, today: date) -> Clock | None:
    """The clock as it stands at the end of a day: silence since the last event is known."""
    clock = clock_of(case)
    return None if clock is None else replace(clock, as_of=max(clock.as_of, today))


def due_on(case: Case, today: date) -> Due | None:
    """What the law says of a case on a day, with its steps; None where it counts no days."""
    clock = clock_on(case, today)
    return None if clock is None else due_of(clock)


def copies_of(clock: Clock) -> dict[str, object]:
    """What a case keeps of its clock, by the names of its columns."""
    withdrawn = clock.closed_by is not None and clock.closed_by.kind == "withdrawn"
    due = None if withdrawn else clock.due()
    waits = clock.waiting is not None and clock.closed_by is None
    lapses = clock.waiting.last_day if waits and clock.waiting else None
    counted = [day for day in (due, lapses) if day]
    return {
        "due_on": due,
        "lapses_on": lapses,
        "provisional": any(map(clock.calendar.is_provisional, counted)),
    }
