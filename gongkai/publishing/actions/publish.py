"""签发"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.refusals import Refusal
from gongkai.law.attributes import attribute
from gongkai.law.citation import Cite
from gongkai.publishing.actions.moving import announce, begin, finish
from gongkai.publishing.models import Item, ItemVersion


@transaction.atomic
def publish(*, item: Item, by: User, now: datetime) -> Item:
    """The signer makes the reviewed text public (《条例》第二十三条); an older version is replaced."""
    step = begin(item, "publish", by=by, now=now)
    here, version = step.item, step.item.draft
    _require_proactive(version)
    version.published_at, version.signed_by = now, by.name
    version.save()
    here.published, here.draft, here.title = version, None, version.title
    here.first_published_at = here.first_published_at or now
    here.withdrawn_at, here.withdrawal_note = None, ""
    finish(step, now=now, after={"number": version.number, "sha256": version.sha256})
    announce(here, now)
    return here


def _require_proactive(version: ItemVersion) -> None:
    """Refusal for a text that was decided not to be published of the organ's own accord (《条例》第十三条)."""
    decided = attribute(version.attribute)
    if decided.grounds:
        raise Refusal(
            f"这条信息的公开属性是“{decided.label}”，不能发布到网站",
            cite=Cite("条例", 13),
            next_step="确需公开的，退回起草人改为“主动公开”，重新审核",
        )
