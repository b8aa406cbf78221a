"""签发"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.publishing.actions.moving import announce, begin, finish
from gongkai.publishing.models import Item


@transaction.atomic
def publish(*, item: Item, by: User, now: datetime) -> Item:
    """The signer makes the reviewed text public (《条例》第二十三条); an older version is replaced."""
    step = begin(item, "publish", by=by, now=now)
    here, version = step.item, step.item.draft
    version.published_at, version.signed_by = now, by.name
    version.save()
    here.published, here.draft, here.title = version, None, version.title
    here.first_published_at = here.first_published_at or now
    here.withdrawn_at, here.withdrawal_note = None, ""
    finish(step, now=now, after={"number": version.number, "sha256": version.sha256})
    announce(here, now)
    return here
