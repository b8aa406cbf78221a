"""答复的审核、退回、签发、撤销签发（《条例》第十七条、第四十五条）：由拟办人以外的人办理"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.casework.actions.deciding import ReplyStep, begin_reply, finish_reply
from gongkai.casework.actions.letter_drafts import issue_for_reply, void_for_reply
from gongkai.casework.actions.reply import open_again, require_still_ready
from gongkai.casework.models import Decision
from gongkai.casework.outgoing import listed, require_sendable
from gongkai.casework.replies import discloses, reply_of
from gongkai.casework.wording import said
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.law.publication_steps import conclusion
from gongkai.publishing.reviewing import LONGEST_OPINION, Secrecy, checked_secrecy


@transaction.atomic
def review_reply(
    *,
    decision: Decision,
    by: User,
    now: datetime,
    opinion: str = "",
    secrecy: Secrecy | None = None,
    seen_version: int | None = None,
) -> Decision:
    """Pass the reply on to be signed. Where information goes out, the review of art. 17 is concluded with it."""
    step = begin_reply(decision, "review_reply", by=by, now=now, seen_version=seen_version)
    here = step.decision
    require_still_ready(step)
    if discloses(here.outcome):
        _conclude(here, checked_secrecy(secrecy))
    here.reviewed_by_id, here.reviewed_by = by.pk, by.name
    here.review_opinion = said(opinion, "意见", most=LONGEST_OPINION, needed=False)
    return finish_reply(step, {"sha256": here.sha256})


def _conclude(decision: Decision, secrecy: Secrecy) -> None:
    ends = conclusion(secrecy.conclusion)
    if not ends.passes:
        raise Refusal(
            f"结论是“{ends.label}”，不能通过", cite=ends.cite, next_step="请点“退回修改”并写明理由"
        )
    decision.secrecy_answers = secrecy.answers()
    decision.secrecy_conclusion, decision.secrecy_basis = secrecy.conclusion, secrecy.basis


@transaction.atomic
def send_back_reply(
    *,
    decision: Decision,
    remark: str,
    by: User,
    now: datetime,
    seen_version: int | None = None,
) -> Decision:
    """Send the reply back with what is to be changed."""
    step = begin_reply(
        decision, "send_back_reply", by=by, now=now, seen_version=seen_version, reason=remark
    )
    open_again(step.decision)
    step.decision.remark = step.reason
    return finish_reply(step)


@transaction.atomic
def sign_reply(
    *, decision: Decision, by: User, now: datetime, seen_version: int | None = None
) -> Decision:
    """Sign the reviewed reply; it waits to be brought to the applicant, and the clock runs on until it has left."""
    step = begin_reply(decision, "sign_reply", by=by, now=now, seen_version=seen_version)
    here = step.decision
    require_still_ready(step)
    _require_unchanged(step)
    here.signed_by_id, here.signed_by, here.signed_on = by.pk, by.name, law_day(now)
    here.case = step.case
    issue_for_reply(here, permit=step.permit, now=now)
    return finish_reply(step, {"sha256": here.sha256})


def _require_unchanged(step: ReplyStep) -> None:
    """What is signed is what was reviewed, its files too."""
    require_sendable(step.case, listed(step.decision))
    if reply_of(step.decision).sha256() != step.decision.sha256:
        raise Refusal(
            "答复的内容与送审时不一致", cite=Cite("条例", 17, 1), next_step="退回修改，重新送审"
        )


@transaction.atomic
def unsign_reply(*, decision: Decision, reason: str, by: User, now: datetime) -> Decision:
    """Take a signature back before the reply has left."""
    step = begin_reply(decision, "unsign_reply", by=by, now=now, reason=reason)
    step.decision.case = step.case
    void_for_reply(step.decision, step.reason, permit=step.permit, now=now, again=True)
    open_again(step.decision)
    step.decision.remark = step.reason
    return finish_reply(step)
