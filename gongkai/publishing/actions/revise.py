"""修订、放弃修订、恢复旧版本"""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.publishing.actions.moving import begin, finish, locked
from gongkai.publishing.actions.texts import new_version, text_of
from gongkai.publishing.facts import facts_of, timer_facts
from gongkai.publishing.models import Item, ItemVersion


@transaction.atomic
def revise(*, item: Item, by: User, now: datetime) -> Item:
    """Begin a new version of what is public, which stays public meanwhile, or of what was withdrawn."""
    step = begin(item, "revise", by=by, now=now)
    start = step.item.published or step.item.versions.order_by("-number").first()
    step.item.draft = new_version(step.item, text_of(start), start=start, by=by, now=now)
    return finish(step, now=now, after={"number": step.item.draft.number, "from": start.number})


@transaction.atomic
def drop_revision(*, item: Item, by: User, now: datetime) -> Item:
    """Leave what is public as it is; the dropped text stays among the versions."""
    step = begin(item, "drop_revision", by=by, now=now)
    dropped, step.item.draft = step.item.draft, None
    step.item.remark = ""
    return finish(step, now=now, after={"dropped": dropped.number})


@transaction.atomic
def restore(*, item: Item, version: ItemVersion, by: User, now: datetime) -> Item:
    """Make an old version the draft again: it is reviewed and signed like any other. The dates of the timer stay as they were."""
    if version.item_id != item.pk:
        raise Refusal("这个版本不属于这条信息")
    here = locked(item)
    if here.state != "draft":
        here = revise(item=item, by=by, now=now)
    permit = require(by, "publishing.edit", here.agency)
    replaced = here.draft
    kept = replace(text_of(version).facts, **timer_facts(facts_of(replaced)))
    text = replace(text_of(version), facts=kept)
    here.draft = new_version(here, text, start=version, by=by, now=now)
    here.version += 1
    here.changed_at = now
    here.save()
    record(
        "publishing.restore",
        here,
        by=permit,
        at=now,
        organ=here.agency.code,
        before={"number": replaced.number},
        after={"number": here.draft.number, "from": version.number},
    )
    return here
