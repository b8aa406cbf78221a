"""What every act on a reply does: lock case and reply, find the move of the reply's table, and keep both with one entry in the journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.casework.actions.moving import keep, locked, require_fresh
from gongkai.casework.admission import require_admitted
from gongkai.casework.models import Case, Decision
from gongkai.casework.telling import tell
from gongkai.casework.wording import said
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.case_states import cite_of, find_move
from gongkai.law.decision_states import Move, MoveKey, Who
from gongkai.law.decision_states import find_move as find_reply_move

ACT_OF: Mapping[Who, str] = {
    "clerk": "casework.handle",
    "reviewer": "casework.review",
    "signer": "casework.approve",
}


@dataclass(frozen=True, slots=True)
class ReplyStep:
    """A case and its reply, both locked, with the reply's move and the permit of who makes it."""

    case: Case
    decision: Decision
    move: Move
    permit: Permit
    now: datetime
    reason: str = ""


def begin_reply(
    decision: Decision,
    key: MoveKey,
    *,
    by: User,
    now: datetime,
    seen_version: int | None = None,
    reason: str = "",
) -> ReplyStep:
    """Lock and find the move; Refusal if the reply's state, the case's state, or the person does not allow it."""
    case = locked(decision.case)
    here = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    move = find_reply_move(key, here.state, law_day(now))
    if move is None or find_move("decide", case.state, law_day(now)) is None:
        raise Refusal(
            f"{case.state_label}的申请、{here.state_label}的答复不能这样办理",
            cite=cite_of("decide"),
            next_step="刷新页面，看看它现在的状态：可能已由别人办理",
        )
    permit = require(by, ACT_OF[move.who], case.agency)
    require_admitted(by, case)
    require_fresh(case, seen_version)
    if move.second_person and by.pk in {*here.writers, here.submitted_by_id}:
        raise Refusal(
            "拟办、送审的人不能审核、签发自己的答复",
            cite=move.cite,
            next_step="请另一位有审核或者签发岗位的同事办理",
        )
    why = said(reason, needed=move.reason, cite=move.cite)
    return ReplyStep(case, here, move, permit, now, why)


def finish_reply(step: ReplyStep, after: Mapping[str, Any] | None = None) -> Decision:
    """Give the reply its new state, keep it and the case, write the journal, tell who comes next."""
    case, decision, was = step.case, step.decision, step.decision.state
    decision.state, decision.changed_at = step.move.end, step.now
    decision.save()
    case.decision = None if step.move.end in {"served", "dropped"} else decision
    keep(case, step.now)
    record(
        f"casework.{step.move.key}",
        case,
        by=step.permit,
        at=step.now,
        organ=case.agency.code,
        before={"reply_state": was},
        after={"reply_state": decision.state, "outcome": decision.outcome, **(after or {})},
        reason=step.reason,
    )
    tell(case, step.move.key, mover=step.permit.actor_id, now=step.now)
    return decision
