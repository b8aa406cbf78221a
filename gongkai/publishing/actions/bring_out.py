"""公布另一程序中已经审核、签发的文本（年度报告）"""

from datetime import datetime
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit
from gongkai.common.refusals import Refusal
from gongkai.law.publication_states import Move, moves_from
from gongkai.publishing.actions.index_numbers import number_item
from gongkai.publishing.actions.moving import Step, announce, finish
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.actions.texts import Text, checked, new_version
from gongkai.publishing.models import Item


@transaction.atomic
def bring_out(
    *,
    agency: Agency,
    column_key: str,
    title: str,
    body: str,
    payload: dict[str, Any],
    source: tuple[str, Any],
    by: User,
    permit: Permit,
    now: datetime,
    summary: str = "",
) -> Item:
    """Publish at once what the caller's own procedure reviewed and signed; ``permit`` is what it was signed by.

    The same source again makes a new version and keeps the older ones; the same text again changes nothing.
    """
    text = checked(Text(title=title, body=body, summary=summary, payload=payload))
    item = _item_of(agency, column_key, text, source, now)
    if item.published is not None and item.published.sha256 == text.sha256():
        return item
    step = Step(item, _move(item, now), permit)
    version = new_version(item, text, start=None, by=by, now=now)
    version.sha256, version.signed_by, version.published_at = text.sha256(), by.name, now
    version.save()
    item.published, item.title = version, version.title
    item.first_published_at = item.first_published_at or now
    item.withdrawn_at, item.withdrawal_note = None, ""
    number_item(item, now)
    finish(step, now=now, after={"number": version.number, "sha256": version.sha256})
    announce(item, now)
    return item


def _item_of(
    agency: Agency, column_key: str, text: Text, source: tuple[str, Any], now: datetime
) -> Item:
    """The item of a source, locked; a new one for a new source. Refusal if another organ's item has it."""
    kind, number = source[0], str(source[1])
    found = Item.objects.select_for_update().filter(source_type=kind, source_id=number).first()
    if found is not None and found.agency_id != agency.pk:
        raise Refusal("这份文本属于另一个机关")
    return found or Item.objects.create(
        agency=agency,
        column=national_column(agency, column_key),
        title=text.title,
        source_type=kind,
        source_id=number,
        changed_at=now,
    )


def _move(item: Item, now: datetime) -> Move:
    """The move by which an item from elsewhere becomes public from where it stands."""
    moves = moves_from(
        item.state, law_day(now), public=item.published_id is not None, elsewhere=True
    )
    return next(move for move in moves if move.key == "bring_out")
