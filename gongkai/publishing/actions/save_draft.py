"""保存草稿"""

from datetime import datetime
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.permissions import require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.law.citation import Cite
from gongkai.publishing.actions.moving import locked
from gongkai.publishing.actions.texts import Text, checked, new_version, text_of, write
from gongkai.publishing.dates_handed_in import reason_for_dates
from gongkai.publishing.facts import NAMES
from gongkai.publishing.models import Item, ItemVersion


@transaction.atomic
def save_draft(
    *, item: Item, seen_version: int, text: Text, by: User, now: datetime, date_reason: str = ""
) -> Item:
    """Keep a draft's text. Conflict if somebody saved since the person opened it; a sealed text is continued in a new version.

    ``date_reason`` is needed where a date of the timer differs from what was handed in before.
    """
    here = locked(item)
    permit = require(by, "publishing.edit", here.agency)
    if here.state != "draft":
        raise Refusal(
            f"“{here.state_label}”的信息不能修改",
            cite=Cite("条例", 17, 1),
            next_step="先收回修改，或者请审核人退回",
        )
    if here.version != seen_version:
        raise Conflict("您打开之后，别人已经保存了另一份", theirs=here)
    tidy, before = checked(text), text_of(here.draft)
    if tidy == before:
        return here
    why = reason_for_dates(here, before.facts, tidy.facts, date_reason)
    here.draft = _kept(here, tidy, why, by=by, now=now)
    here.title = tidy.title if here.published_id is None else here.title
    here.version += 1
    here.changed_at = now
    here.save()
    was, became = changed_facts(before, tidy)
    record(
        "publishing.save_draft",
        here,
        by=permit,
        at=now,
        organ=here.agency.code,
        before={"sha256": before.sha256(), **was},
        after={"sha256": tidy.sha256(), "number": here.draft.number, **became},
        reason=why,
    )
    return here


def changed_facts(before: Text, after: Text) -> tuple[dict[str, Any], dict[str, Any]]:
    """The facts that differ, as they were and as they are now: no date of the clock changes without a trace."""
    was, became = before.facts.said(), after.facts.said()
    names = [name for name in NAMES if was.get(name) != became.get(name)]
    return {name: was.get(name) for name in names}, {name: became.get(name) for name in names}


def _kept(item: Item, text: Text, date_reason: str, *, by: User, now: datetime) -> ItemVersion:
    """The version that now holds the text: the open draft, or a new one after a sealed one or another person's."""
    draft = item.draft
    if draft.is_sealed or draft.author_id != by.pk:
        draft = new_version(item, text, start=draft, by=by, now=now)
    draft.at = now
    draft.date_reason = date_reason or draft.date_reason
    write(draft, text)
    return draft
