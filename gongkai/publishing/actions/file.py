"""核定为不公开、定期评估"""

from datetime import date, datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.law.attributes import REASSESSMENT, attribute, ground
from gongkai.law.citation import Cite
from gongkai.publishing.actions.moving import begin, finish
from gongkai.publishing.models import Item, ItemVersion

LONGEST_REASON = 1000


@transaction.atomic
def file(*, item: Item, by: User, now: datetime, seen_version: int | None = None) -> Item:
    """The signer decides that the text is not published (《条例》第十三条至第十六条); it is kept, to be looked at again."""
    step = begin(item, "file", by=by, now=now, seen_version=seen_version)
    here, version = step.item, step.item.draft
    _require_grounds(version)
    version.signed_by = by.name
    version.save(update_fields=("signed_by",))
    here.draft, here.title, here.reassess_on = None, version.title, version.reassess_on
    after = {
        "number": version.number,
        "attribute": version.attribute,
        "attribute_ground": version.attribute_ground,
        "reassess_on": here.reassess_on.isoformat() if here.reassess_on else None,
    }
    return finish(step, now=now, after=after)


def _require_grounds(version: ItemVersion) -> None:
    """Refusal for a text that is to be published, or whose decision does not say on what it rests."""
    decided = attribute(version.attribute)
    if not decided.grounds:
        raise Refusal(
            f"公开属性是“{decided.label}”，不能核定为不公开",
            cite=decided.cite,
            next_step="要公开的，点“签发”；不公开的，退回起草人改公开属性、写明依据",
        )
    if not version.attribute_ground:
        raise Refusal(
            "没有写明不公开的依据", cite=Cite("条例", 13, 1), next_step="退回起草人选择依据"
        )
    if decided.key == "withheld" and version.reassess_on is None:
        raise Refusal(
            "不予公开的信息要定期评估，请先定下日期",
            cite=REASSESSMENT,
            next_step="退回起草人填写定期评估日期",
        )


@transaction.atomic
def reassess(*, item: Item, reason: str, next_on: date, by: User, now: datetime) -> Item:
    """Keep it unpublished after looking at it again (《条例》第十八条); what can be published is drafted anew by ``revise``."""
    why = " ".join(reason.replace("\0", "").split())
    if not why or len(why) > LONGEST_REASON:
        raise Refusal(f"请写明评估的情况和仍不公开的理由，不超过 {LONGEST_REASON} 个字")
    if next_on <= law_day(now):
        raise Refusal("下次评估的日期要在今天之后", cite=REASSESSMENT)
    step = begin(item, "reassess", by=by, now=now)
    step.item.reassess_on = next_on
    last = step.item.versions.first()
    after = {
        "reassess_on": next_on.isoformat(),
        "attribute_ground": ground(last.attribute_ground).label,
    }
    return finish(step, now=now, after=after, reason=why)
