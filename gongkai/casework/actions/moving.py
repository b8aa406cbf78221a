"""What every act on a case does first and last: lock it and ask the law; then write the state, the copies of the clock and the journal."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.casework.actions.letting_know import let_know
from gongkai.casework.admission import require_admitted
from gongkai.casework.clock import clock_of, copies_of
from gongkai.casework.models import Case
from gongkai.casework.telling import tell
from gongkai.casework.wording import said
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.case_states import Move, MoveKey, Who, cite_of, find_move, state
from gongkai.law.citation import Cite
from gongkai.law.clock import Clock

ACT_OF: Mapping[Who, str] = {"clerk": "casework.handle", "signer": "casework.approve"}
STALE = Cite("条例", 45)


@dataclass(frozen=True, slots=True)
class Step:
    """A case, locked, with the move that the law allows, the permit of who makes it, and the day.

    ``was`` is what the journal says of the case before the act; ``reason`` is tidied.
    """

    case: Case
    move: Move
    permit: Permit
    today: date
    was: Mapping[str, str | None]
    reason: str = ""


def locked(case: Case) -> Case:
    """The case as it stands, locked until the transaction ends."""
    return (
        Case.objects.select_for_update(of=("self",))
        .select_related("agency", "number")
        .get(pk=case.pk)
    )


def begin(
    case: Case,
    key: MoveKey,
    *,
    by: User,
    now: datetime,
    seen_version: int | None = None,
    reason: str = "",
    not_by: Collection[int | None] = (),
) -> Step:
    """Lock the case and find the move; Refusal if the law leaves it not open, or to another person.

    ``not_by``: ids of the people who proposed it or made the entry that it corrects; nobody approves their own.
    """
    here, move = _open(case, key, now)
    permit = require(by, ACT_OF[move.who], here.agency)
    require_admitted(by, here)
    require_fresh(here, seen_version)
    if move.second_person and by.pk in not_by:
        raise Refusal(
            f"提出或者登记的人不能自己办理“{move.label}”",
            cite=move.cite,
            next_step="请另一位有签发岗位的同事办理",
        )
    why = said(reason, needed=move.reason, cite=move.cite)
    return Step(here, move, permit, law_day(now), copies(here), why)


def begin_for_applicant(
    case: Case, key: MoveKey, *, permit: Permit, now: datetime, reason: str = ""
) -> Step:
    """The same for what applicants do themselves online, who hold no post: the query code let them in."""
    here, move = _open(case, key, now)
    why = said(reason, needed=move.reason, cite=move.cite)
    return Step(here, move, permit, law_day(now), copies(here), why)


def following(step: Step, key: MoveKey) -> Step:
    """A further move by the same person in the same transaction, once the one before is in the journal; Refusal if it is not open."""
    move = find_move(key, step.case.state, step.today)
    if move is None:
        raise Refusal(f"“{step.case.state_label}”的申请不能这样办理", cite=cite_of(key))
    return replace(step, move=move, was=copies(step.case), reason="")


def _open(case: Case, key: MoveKey, now: datetime) -> tuple[Case, Move]:
    """The case, locked, and the move; Refusal if the law leaves it not open."""
    here = locked(case)
    move = find_move(key, here.state, law_day(now))
    if move is None:
        raise Refusal(
            f"“{here.state_label}”的申请不能这样办理",
            cite=cite_of(key),
            next_step="刷新页面，看看它现在的状态：可能已由别人办理",
        )
    return here, move


def require_fresh(case: Case, seen_version: int | None) -> None:
    """Refusal where the case changed behind the page on which the person decided."""
    if seen_version is not None and seen_version != case.version:
        raise Refusal(
            "您打开这一页之后，这一件又有改动",
            cite=STALE,
            next_step="回到这一件，把现在的情况看过，再办理",
        )


def finish(
    step: Step,
    *,
    now: datetime,
    after: Mapping[str, Any] | None = None,
    before: Mapping[str, Any] | None = None,
    stays: bool = False,
    clock: Clock | None = None,
) -> Case:
    """Give the case its new state unless it ``stays``, keep it with the copies of its clock, write the journal, tell who comes next."""
    case = put_down(step, now=now, after=after, before=before, stays=stays, clock=clock)
    announce(step, now)
    return case


def announce(step: Step, now: datetime) -> None:
    """Tell who comes next, who watches, and the applicant, of a move that is in the journal."""
    tell(step.case, step.move.key, mover=step.permit.actor_id, now=now)
    let_know(step.case, step.move.key, now=now)


def put_down(
    step: Step,
    *,
    now: datetime,
    after: Mapping[str, Any] | None = None,
    before: Mapping[str, Any] | None = None,
    stays: bool = False,
    clock: Clock | None = None,
) -> Case:
    """``finish`` without telling anybody: for the first of two moves, of which people hear once both are done."""
    case, was = step.case, step.was
    case.state = case.state if stays else step.move.end or case.state
    keep(case, now, clock)
    changed = {key: value for key, value in copies(case).items() if value != was[key]}
    record(
        f"casework.{step.move.key}",
        case,
        by=step.permit,
        at=now,
        organ=case.agency.code,
        before={**{key: was[key] for key in changed}, **(before or {})},
        after={**changed, **(after or {})},
        reason=step.reason,
    )
    return case


def copies(case: Case) -> dict[str, str | None]:
    """What the journal says of every act: the state and the days."""
    days = {name: getattr(case, name) for name in ("due_on", "lapses_on", "received_on")}
    return {"state": case.state, **{key: str(day) if day else None for key, day in days.items()}}


def keep(case: Case, now: datetime, clock: Clock | None = None) -> None:
    """Save the case with what its clock says now."""
    known = clock or clock_of(case)
    if known is not None and state(case.state).counted:
        for name, value in copies_of(known).items():
            setattr(case, name, value)
    else:
        case.due_on, case.lapses_on, case.provisional = None, None, False
    case.version += 1
    case.changed_at = now
    case.save()
