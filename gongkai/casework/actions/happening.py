"""Lets something happen on the clock of a case: the law judges the whole history with it, then the row is appended, never changed."""

from datetime import date, datetime
from typing import Any

from gongkai.casework.actions.moving import Step
from gongkai.casework.clock import clock_from, standing
from gongkai.casework.incoming import require_past
from gongkai.casework.models import Case, CaseEvent
from gongkai.common.permissions import Permit
from gongkai.common.refusals import Refusal
from gongkai.law.clock import Clock
from gongkai.law.clock_events import Event, IllegalEvent, Kind
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.workdays import CalendarNotPublished


def happen(step: Step, kind: Kind, day: date, *, now: datetime, **more: Any) -> Clock:
    """Append one event and return the clock after it. Refusal, with its article, for what the law does not allow."""
    require_past(step.today, day)
    row = CaseEvent(case=step.case, kind=kind, day=day, **more)
    return append(step.case, row, step.permit, now)


def append(case: Case, row: CaseEvent, permit: Permit, now: datetime) -> Clock:
    """Judge and write one row. A row that replaces another takes its place among the events of a day."""
    rows = list(CaseEvent.objects.filter(case=case))
    row.number = len(rows) + 1
    row.place = row.replaces.place if row.replaces else row.number
    row.by_id, row.by_name, row.at = permit.actor_id, permit.actor_name, now
    clock = judged(case.received_on, [*rows, row])
    row.save(force_insert=True)
    return clock


def judged(received: date, rows: list[CaseEvent]) -> Clock:
    """The clock after these rows; Refusal where the law does not allow one of them."""
    try:
        return clock_from(received, (row.of_law for row in standing(rows)))
    except IllegalEvent as illegal:
        sentence = str(illegal).removesuffix(f"（{illegal.cite}）")
        raise Refusal(sentence, cite=illegal.cite) from illegal
    except (NoRuleInForce, CalendarNotPublished) as unknown:
        raise Refusal(str(unknown)) from unknown


def require_possible(step: Step, event: Event) -> Clock:
    """Whether the law would allow the event now, without letting it happen: for what is proposed, or under way to its reader."""
    row = CaseEvent(
        case=step.case,
        kind=event.kind,
        day=event.day,
        days=event.days,
        until=event.until,
        sent=event.sent,
        party=event.party,
    )
    rows = list(CaseEvent.objects.filter(case=step.case))
    row.number = row.place = len(rows) + 1
    return judged(step.case.received_on, [*rows, row])
