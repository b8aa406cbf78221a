"""What falls away when something else happened: the reply that a request lapsed, and notices that nobody needs any more."""

from datetime import datetime

from gongkai.casework.actions.letter_drafts import void_for_reply
from gongkai.casework.actions.moving import Step
from gongkai.casework.models import Decision

LAPSES = ("clarification_lapsed", "fee_lapsed")


def drop_lapse(step: Step, *, now: datetime) -> None:
    """The applicant acted after all: a reply that says the request lapsed is used no more."""
    draft = step.case.decision
    if draft is not None and draft.outcome in LAPSES:
        draft.state, draft.remark = "dropped", "申请人已经补正或者缴费"
        draft.changed_at = now
        draft.save()
        void_for_reply(draft, draft.remark, permit=step.permit, now=now)
        step.case.decision = None


def drop_what_is_pending(step: Step, *, now: datetime) -> None:
    """The case is closed: proposals are not followed up, and a reply in work is used no more."""
    why = f"{step.move.label}，不再发出"
    step.case.notices.filter(state__in=("proposed", "approved")).update(
        state="dropped", dropped_why=why
    )
    for draft in Decision.objects.filter(
        case=step.case, state__in=("draft", "in_review", "to_sign", "signed")
    ):
        draft.state, draft.remark, draft.changed_at = "dropped", why, now
        draft.save()
        void_for_reply(draft, why, permit=step.permit, now=now)
    step.case.decision = None
