"""拟办答复（《条例》第三十六条）：起草、修改、送审、收回、不采用"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.casework.actions.deciding import ReplyStep, begin_reply, finish_reply
from gongkai.casework.actions.letter_drafts import (
    prepare_for_reply,
    require_letters_whole,
    void_for_reply,
)
from gongkai.casework.actions.moving import begin, finish
from gongkai.casework.models import Case, Decision
from gongkai.casework.replies import (
    Reply,
    reply_of,
    require_ready,
    require_whole,
    row_of,
    tidied,
    write,
)
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal


@transaction.atomic
def draft_reply(
    *, case: Case, reply: Reply, by: User, now: datetime, seen_version: int | None = None
) -> Decision:
    """A reply in work. There is one at a time; what is missing is asked for when it is handed in."""
    step = begin(case, "decide", by=by, now=now, seen_version=seen_version)
    here = step.case
    if here.decision_id:
        raise Refusal(
            "这一件已经有一份答复在办", cite=step.move.cite, next_step="修改那一份，或者不采用它"
        )
    tidy = tidied(here, reply)
    _require_in_force(here, tidy, now)
    decision = Decision(
        case=here, round=here.round, writers=[by.pk], changed_at=now, outcome=tidy.outcome
    )
    decision.save()
    write(decision, tidy)
    prepare_for_reply(decision, by_name=step.permit.actor_name, now=now)
    here.decision = decision
    finish(step, now=now, after={"outcome": tidy.outcome, "parts": len(tidy.parts)})
    return decision


def _require_in_force(case: Case, reply: Reply, now: datetime) -> None:
    row = row_of(case, reply.outcome)
    if not row.in_force.covers(law_day(now)):
        raise Refusal("现在没有这种处理决定的规定", cite=row.cite)


@transaction.atomic
def save_reply(
    *, decision: Decision, reply: Reply, by: User, now: datetime, seen_version: int | None = None
) -> Decision:
    """Change a reply in work."""
    step = begin_reply(decision, "save_reply", by=by, now=now, seen_version=seen_version)
    tidy = tidied(step.case, reply)
    _require_in_force(step.case, tidy, now)
    step.decision.writers = sorted({*step.decision.writers, by.pk})
    write(step.decision, tidy)
    prepare_for_reply(step.decision, by_name=step.permit.actor_name, now=now)
    return finish_reply(step, {"parts": len(tidy.parts)})


@transaction.atomic
def submit_reply(
    *, decision: Decision, by: User, now: datetime, seen_version: int | None = None
) -> Decision:
    """Hand the reply to the reviewer, sealed with a hash: whole, and with all that its outcome presupposes."""
    step = begin_reply(decision, "submit_reply", by=by, now=now, seen_version=seen_version)
    here, reply = step.decision, reply_of(step.decision)
    require_whole(step.case, reply)
    require_still_ready(step)
    here.case = step.case
    require_letters_whole(here, now)
    here.sha256 = reply.sha256()
    here.submitted_by_id, here.submitted_by = by.pk, by.name
    here.remark = ""
    return finish_reply(step, {"sha256": here.sha256})


def require_still_ready(step: ReplyStep) -> None:
    """Refusal where what the outcome presupposes is no longer so: a correction came after all."""
    here = step.decision
    require_ready(step.case, here.outcome, here.earlier_id, law_day(step.now))


@transaction.atomic
def take_back_reply(*, decision: Decision, by: User, now: datetime) -> Decision:
    """Take a reply back before its review is through."""
    step = begin_reply(decision, "take_back_reply", by=by, now=now)
    open_again(step.decision)
    return finish_reply(step)


def open_again(decision: Decision) -> None:
    """The text may change: what was said of it before falls away."""
    decision.sha256 = ""
    decision.submitted_by_id, decision.submitted_by = None, ""
    decision.reviewed_by_id, decision.reviewed_by, decision.review_opinion = None, "", ""
    decision.signed_by_id, decision.signed_by, decision.signed_on = None, "", None
    decision.secrecy_answers, decision.secrecy_conclusion, decision.secrecy_basis = {}, "", ""


@transaction.atomic
def drop_reply(*, decision: Decision, reason: str, by: User, now: datetime) -> Decision:
    """Not use a reply that has not left; who may depends on how far it came."""
    step = begin_reply(decision, "drop_reply", by=by, now=now, reason=reason)
    step.decision.remark = step.reason
    void_for_reply(step.decision, step.reason, permit=step.permit, now=now)
    return finish_reply(step)
