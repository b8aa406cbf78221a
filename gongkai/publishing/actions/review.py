"""审核：一步一步通过；认领"""

from datetime import datetime, timedelta

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.law.publication_steps import conclusion, holds_secrecy, review_step
from gongkai.publishing.actions.moving import Step, begin, finish, locked
from gongkai.publishing.models import Item, ItemVersion, Review
from gongkai.publishing.reviewing import (
    LONGEST_OPINION,
    Secrecy,
    act_of_step,
    checked_secrecy,
    may_take,
    open_review,
    plan_of,
)

CLAIM_HOURS = 2
"""A step claimed and left alone is free again after this time; the claim is a courtesy, no rule of law."""


def lay_steps(item: Item, version: ItemVersion) -> None:
    """Lay down the steps of a text that is handed in. A department's step is skipped for a text that comes from none."""
    plan = plan_of(item)
    version.reviews.all().delete()
    rows = [
        Review(version=version, order=place, step=step, secrecy=holds_secrecy(step, plan))
        for place, step in enumerate(plan)
    ]
    for row in rows:
        if row.row.in_department and version.department_id is None:
            row.state, row.opinion = "skipped", "没有来源部门"
    if all(row.state == "skipped" for row in rows):
        raise Refusal("这个栏目要部门审核，请先填写来源部门")
    Review.objects.bulk_create(rows)
    item.step = next(row.step for row in rows if row.state == "waiting")


@transaction.atomic
def review(
    *,
    item: Item,
    by: User,
    now: datetime,
    opinion: str = "",
    secrecy: Secrecy | None = None,
    seen_version: int | None = None,
) -> Item:
    """Pass the open step (《条例》第十七条); the text goes on to the next one, or to be signed after the last."""
    said = " ".join(opinion.replace("\0", "").split())
    if len(said) > LONGEST_OPINION:
        raise Refusal(f"意见超过 {LONGEST_OPINION} 个字，请删减")
    here = locked(item)
    row, following = _steps(here)
    key = "pass_on" if following else "approve"
    step = take_step(here, key, by=by, now=now, seen_version=seen_version)
    here = step.item
    require_free(row, by=by, now=now)
    if row.secrecy:
        _conclude(row, checked_secrecy(secrecy))
    close_step(row, "passed", said, step, now)
    here.step = following.step if following else ""
    here.reviewed_by_id, here.reviewed_by = by.pk, by.name
    after = {"number": here.draft.number, "sha256": here.draft.sha256, "step": row.step}
    if row.secrecy:
        after["conclusion"] = row.conclusion
    return finish(step, now=now, after=after, reason=said)


def _steps(item: Item) -> tuple[Review | None, Review | None]:
    """The open step and the one after it."""
    if item.state != "in_review" or item.draft is None:
        return None, None
    waiting = list(item.draft.reviews.filter(state="waiting")[:2])
    return (*waiting, None, None)[:2]  # type: ignore[return-value]  # two of at least two


def take_step(
    item: Item, key: str, *, by: User, now: datetime, seen_version: int | None = None
) -> Step:
    """Begin the move by the act that the open step needs; NotAllowed for a reviewer of another department."""
    act = act_of_step(item.step) if item.state == "in_review" else ""
    step = begin(item, key, by=by, now=now, act=act, seen_version=seen_version)  # type: ignore[arg-type]  # the keys are those of the table
    if item.state == "in_review" and not may_take(by, step.item, item.step, now):
        raise NotAllowed("部门审核由来源部门有审核岗位的人办理", next_step="请来源部门的审核人办理")
    return step


def require_free(row: Review, *, by: User, now: datetime) -> None:
    """Refusal while somebody else is at the step."""
    if row.claimed_by_id not in {None, by.pk} and row.claimed_until > now:
        raise Refusal(f"{row.claimed_by}正在办这一步", next_step="请等对方办完，或者请对方放开认领")
    return row


def _conclude(row: Review, secrecy: Secrecy) -> None:
    """Write the secrecy review down. Refusal for a conclusion with which the text cannot go on."""
    ends = conclusion(secrecy.conclusion)
    if not ends.passes:
        raise Refusal(
            f"结论是“{ends.label}”，不能通过", cite=ends.cite, next_step="请点“退回修改”并写明理由"
        )
    row.answers, row.conclusion, row.basis = secrecy.answers(), secrecy.conclusion, secrecy.basis


def close_step(row: Review, state: str, opinion: str, step: Step, now: datetime) -> None:
    """Write down how the step ended and by whom."""
    row.state, row.opinion, row.done_at = state, opinion, now
    row.done_by_id, row.done_by = step.permit.actor_id, step.permit.actor_name
    row.post = step.permit.post
    row.save()


@transaction.atomic
def claim(*, item: Item, by: User, now: datetime) -> Review:
    """Say that one is at the open step, so that no colleague does the same work; asking again lengthens the time."""
    here = locked(item)
    row = open_review(here)
    if row is None:
        raise Refusal("这条信息现在没有要审核的步骤")
    require_free(row, by=by, now=now)
    if not may_take(by, here, row.step, now) or by.pk in {
        *here.draft.writers,
        here.draft.submitted_by_id,
    }:
        raise NotAllowed(f"您现在不能办“{review_step(row.step).label}”这一步")
    row.claimed_by_id, row.claimed_by, row.claimed_until = (
        by.pk,
        by.name,
        now + timedelta(hours=CLAIM_HOURS),
    )
    row.save()
    return row


@transaction.atomic
def unclaim(*, item: Item, by: User, now: datetime) -> None:
    """Let the step go; only who claimed it, as long as the claim holds."""
    row = open_review(locked(item))
    if row is not None and row.claimed_by_id == by.pk and row.claimed_until > now:
        row.claimed_by_id, row.claimed_by, row.claimed_until = None, "", None
        row.save()
