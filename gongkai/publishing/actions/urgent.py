"""紧急发布和事后补审"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.law.publication_steps import conclusion
from gongkai.publishing.actions.moving import begin, locked
from gongkai.publishing.actions.publish import LONGEST_LATE_REASON, make_public, why_late
from gongkai.publishing.actions.submit import seal
from gongkai.publishing.models import Item, ItemVersion, UrgentRelease
from gongkai.publishing.reviewing import (
    LONGEST_OPINION,
    Secrecy,
    checked_secrecy,
    may_approve_later,
)
from gongkai.publishing.telling import tell_later_review, tell_objection

LONGEST_REASON = 1000


@transaction.atomic
def publish_urgently(
    *,
    item: Item,
    reason: str,
    secrecy: Secrecy | None,
    by: User,
    now: datetime,
    seen_version: int | None = None,
) -> Item:
    """Publish before the review is through: with a reason, with the secrecy review (《条例》第十七条第二款), reviewed afterwards."""
    why = _said(reason, LONGEST_REASON, "请写明为什么不能等审核完再发布")
    step = begin(item, "publish_urgently", by=by, now=now, seen_version=seen_version)
    draft = step.item.draft
    looked = _passing(checked_secrecy(secrecy))
    if not draft.is_sealed:
        seal(step.item, draft, by=by, now=now)
    _leave_steps(draft)
    draft.signed_by, step.item.step, step.item.remark = by.name, "", ""
    draft.late_reason = why_late(step.item, law_day(now), why[:LONGEST_LATE_REASON])
    _keep(draft, why, looked, step.permit, now)
    make_public(step, now=now, after={"conclusion": looked.conclusion}, reason=why)
    tell_later_review(step.item, released_by=by.pk, now=now)
    return step.item


def _passing(secrecy: Secrecy) -> Secrecy:
    row = conclusion(secrecy.conclusion)
    if not row.passes:
        raise Refusal(f"结论是“{row.label}”，不能发布", cite=row.cite)
    return secrecy


def _leave_steps(draft: ItemVersion) -> None:
    """The steps that were still to be taken are skipped, and say why."""
    waiting = draft.reviews.filter(state="waiting")
    waiting.update(state="skipped", opinion="紧急发布，事后补审")


def _keep(draft: ItemVersion, reason: str, secrecy: Secrecy, permit: Permit, now: datetime) -> None:
    UrgentRelease.objects.create(
        version=draft,
        reason=reason,
        answers=secrecy.answers(),
        conclusion=secrecy.conclusion,
        basis=secrecy.basis,
        released_by_id=permit.actor_id,
        released_by=permit.actor_name,
        post=permit.post,
        released_at=now,
    )


@transaction.atomic
def approve_later(
    *,
    item: Item,
    agrees: bool,
    opinion: str,
    by: User,
    now: datetime,
    release: int | None = None,
) -> UrgentRelease:
    """The later review of what was published urgently, by a person who neither wrote nor released it.

    ``release``: the id of the urgent release that the person saw; without it, the oldest that waits.
    """
    here = locked(item)
    waiting = UrgentRelease.objects.filter(version__item=here, state="waiting").order_by("pk")
    row = (waiting if release is None else waiting.filter(pk=release)).first()
    if row is None:
        raise Refusal("这条信息没有等补审的紧急发布", next_step="回到这条信息，看看它现在的状态")
    permit = require(by, "publishing.approve_later", here.agency)
    if not may_approve_later(by, row):
        raise Refusal("起草、送审、紧急发布的人不能补审自己的信息", cite=Cite("条例", 17, 1))
    asked = "" if agrees else "不同意的，请写明问题在哪里、要怎样处理"
    row.opinion = _said(opinion, LONGEST_OPINION, asked)
    row.state = "agreed" if agrees else "objected"
    row.done_by_id, row.done_by, row.done_post = permit.actor_id, permit.actor_name, permit.post
    row.done_at = now
    row.save()
    record(
        "publishing.approve_later",
        here,
        by=permit,
        at=now,
        organ=here.agency.code,
        after={"number": row.version.number, "later_review": row.state},
        reason=row.opinion,
    )
    if not agrees:
        tell_objection(here, mover=by.pk, now=now)
    return row


def _said(words: str, most: int, if_missing: str) -> str:
    """The words tidied; Refusal where they are asked for and missing, or too long."""
    said = " ".join(words.replace("\0", "").split())
    if not said and if_missing:
        raise Refusal(if_missing)
    if len(said) > most:
        raise Refusal(f"超过 {most} 个字，请删减")
    return said
