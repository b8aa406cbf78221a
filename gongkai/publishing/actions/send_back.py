"""退回修改，意见可以写在具体的段落上"""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.refusals import Refusal
from gongkai.publishing.actions.moving import Step, finish, locked
from gongkai.publishing.actions.review import close_step, require_free, take_step
from gongkai.publishing.models import Item, Remark
from gongkai.publishing.places import places_of
from gongkai.publishing.reviewing import open_review

LONGEST_REMARK = 1000
LONGEST_AT_PLACE = 300


@transaction.atomic
def send_back(
    *, item: Item, remark: str, by: User, now: datetime, at_places: Mapping[str, str] | None = None
) -> Item:
    """Send the text back with what is to be changed; whoever has the open step, the signer after the review.

    ``at_places``: remarks by the keys of ``places``. One remark at least, in general or at a place.
    """
    here = locked(item)
    row = open_review(here)
    step = take_step(here, "send_back", by=by, now=now)
    said, noted = _said(remark, at_places or {})
    if row is not None:
        require_free(row, by=by, now=now)
        close_step(row, "sent_back", said, step, now)
    _keep(step, noted, by, now)
    step.item.remark, step.item.step = said, ""
    after = {"number": step.item.draft.number} | ({"remarks": len(noted)} if noted else {})
    return finish(step, now=now, after=after, reason=said)


def _said(remark: str, at_places: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The remarks tidied; Refusal where there is none, or one is too long."""
    noted = {place: " ".join(words.replace("\0", "").split()) for place, words in at_places.items()}
    noted = {place: words for place, words in noted.items() if words}
    said = remark.replace("\0", "").strip()
    if not said and not noted:
        raise Refusal("请写明退回的意见，起草人要照着修改")
    if len(said) > LONGEST_REMARK:
        raise Refusal(f"退回的意见超过 {LONGEST_REMARK} 个字")
    if any(len(words) > LONGEST_AT_PLACE for words in noted.values()):
        raise Refusal(f"每一处的意见不超过 {LONGEST_AT_PLACE} 个字")
    return said or f"有 {len(noted)} 处要修改，见各处的意见", noted


def _keep(step: Step, noted: Mapping[str, str], by: User, now: datetime) -> None:
    """Write the remarks down at their places; Refusal for a place that the text does not have."""
    version = step.item.draft
    places = {place.key: place for place in places_of(version)} if noted else {}
    if set(noted) - set(places):
        raise Refusal("有一处意见找不到对应的段落", next_step="刷新页面，看看现在的文字")
    version.remarks.all().delete()
    Remark.objects.bulk_create(
        Remark(
            version=version,
            place=key,
            quote=places[key].quote,
            words=words,
            by_id=by.pk,
            by_name=by.name,
            at=now,
        )
        for key, words in noted.items()
    )
