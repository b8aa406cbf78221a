"""审核：通过，或者退回修改"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.refusals import Refusal
from gongkai.publishing.actions.moving import begin, finish
from gongkai.publishing.models import Item

LONGEST_REMARK = 1000


@transaction.atomic
def review(*, item: Item, by: User, now: datetime) -> Item:
    """The reviewer agrees that the text may be made public (《条例》第十七条第二款); it goes on to be signed."""
    step = begin(item, "approve", by=by, now=now)
    step.item.reviewed_by_id, step.item.reviewed_by = by.pk, by.name
    draft = step.item.draft
    return finish(step, now=now, after={"number": draft.number, "sha256": draft.sha256})


@transaction.atomic
def send_back(*, item: Item, remark: str, by: User, now: datetime) -> Item:
    """Send the text back with what is to be changed; the reviewer before, the signer after the review."""
    said = remark.replace("\0", "").strip()
    if not said:
        raise Refusal("请写明退回的意见，起草人要照着修改")
    if len(said) > LONGEST_REMARK:
        raise Refusal(f"退回的意见超过 {LONGEST_REMARK} 个字")
    step = begin(item, "send_back", by=by, now=now)
    step.item.remark = said
    return finish(step, now=now, after={"number": step.item.draft.number}, reason=said)
