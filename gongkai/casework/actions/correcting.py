"""更正登记有误的事项：原来的一条保留，另记一条，由另一人办理并写明理由；整个经过重新判断"""

from datetime import date, datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.casework.actions.happening import append
from gongkai.casework.actions.mirroring import earliest_day, mirror
from gongkai.casework.actions.moving import Step, begin, finish
from gongkai.casework.incoming import require_past
from gongkai.casework.models import Case, CaseEvent
from gongkai.casework.wording import plain
from gongkai.common.refusals import Refusal
from gongkai.law.clock import Clock

STRIKABLE = frozenset(
    {
        "clarify_sent", "clarify_received", "extend", "fee_noticed", "reasons_asked", "reasons_received", "delay_fixed",
        "third_party_received", "third_party_answered", "joint_organ_received", "joint_organ_answered",
        "other_organ_received", "other_organ_answered",
    }
)  # fmt: skip
"""What may be struck as not having happened. Money, questions put to others and what closes a case are put right by their day alone."""
_OWED = {"correction": "awaiting_correction", "payment": "awaiting_payment"}


@transaction.atomic
def correct_event(
    *,
    event: CaseEvent,
    reason: str,
    by: User,
    now: datetime,
    day: date | None = None,
    strike: bool = False,
    seen_version: int | None = None,
) -> CaseEvent:
    """Put a wrongly registered day right, or strike what did not happen: a further row, by another person, with the reason.

    The whole history is judged anew with it, so that no correction makes lawful what was not.
    """
    step = begin(
        event.case,
        "correct_event",
        by=by,
        now=now,
        seen_version=seen_version,
        reason=reason,
        not_by={event.by_id},
    )
    _require_correctable(step, event, day, strike=strike)
    row = _replacement(step, event, day or event.day, strike=strike)
    clock = append(step.case, row, step.permit, now)
    mirror(step, row, struck=strike)
    _follow(step.case, row, event.day, clock)
    after = {"event": row.get_kind_display(), "day": plain(row.day), "struck": strike}
    finish(step, now=now, before={"day": plain(event.day)}, after=after, clock=clock)
    return row


def _require_correctable(step: Step, event: CaseEvent, day: date | None, *, strike: bool) -> None:
    if CaseEvent.objects.filter(replaces=event).exists():
        raise Refusal("这一条已经更正过，请更正新的一条", cite=step.move.cite)
    if strike and event.kind not in STRIKABLE:
        raise Refusal(f"“{event.get_kind_display()}”不能划去，只能更正日期", cite=step.move.cite)
    if not strike and day is None:
        raise Refusal("请填写正确的日期", cite=step.move.cite)
    if event.struck:
        raise Refusal("这一条已经划去", cite=step.move.cite)
    require_past(step.today, day)
    earliest = earliest_day(step, event)
    if day and earliest and day < earliest:
        raise Refusal(
            f"本机关的行为不能改到签发、批准或者办理之日（{earliest}）以前",
            cite=event.of_law.rule.cite,
        )


def _replacement(step: Step, event: CaseEvent, day: date, *, strike: bool) -> CaseEvent:
    return CaseEvent(
        case=step.case,
        kind=event.kind,
        day=day,
        days=event.days,
        until=event.until,
        sent=event.sent,
        party=event.party,
        replaces=event,
        struck=strike,
        reason=step.reason,
    )


def _follow(case: Case, row: CaseEvent, before: date, clock: Clock) -> None:
    """State and day of closing follow what the clock knows now."""
    if case.is_open:
        case.state = _OWED.get(clock.waiting.owes, "") if clock.waiting else "in_work"
    if row.kind == "replied" and case.closed_on == before:
        case.closed_on = row.day
