"""Keeps the public copies in step with what is published. Idempotent: each looks at the item as it stands, not at the message."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from gongkai.common.clock import law_day
from gongkai.common.freshness import renew_public_mark
from gongkai.publishing.models import Item
from gongkai.release.models import PublicDocument, PublicFile, Withdrawal
from gongkai.release.projection import (
    fields_of,
    files_of,
    links_of,
    national_column,
    path_of,
    year_of,
)


@transaction.atomic
def refresh_item(payload: dict[str, Any], now: datetime) -> None:
    """Make the public copy of one item say what is published now, or be gone. The item is locked: the newest state wins."""
    number = payload["item"]
    item = Item.objects.select_for_update().filter(pk=number).first()
    if item is None:
        PublicDocument.objects.filter(item_id=number).delete()
        Withdrawal.objects.filter(item_id=number).delete()
    elif item.published is not None:
        _show(item, now)
        _tell_neighbours(item)
    else:
        _take_down(item)
        _tell_neighbours(item)
    renew_public_mark(now)


def _tell_neighbours(item: Item) -> None:
    """Let the public copies of items tied to this one show the tie, or show it no more."""
    ends = Q(back_links__source=item) | Q(links__target=item)
    for other in Item.objects.filter(ends).exclude(published=None).distinct():
        PublicDocument.objects.filter(item_id=other.pk).update(links=links_of(other))


def renew_terms(now: datetime) -> int:
    """Copy anew what has run out of its term since it was copied: pages that change with the day. Returns how many."""
    ended = PublicDocument.objects.filter(
        ends_on__lt=law_day(now), validity__in=("valid", "amended")
    )
    numbers = list(ended.values_list("item_id", flat=True))
    for number in numbers:
        refresh_item({"item": number}, now)
    return len(numbers)


def _show(item: Item, now: datetime) -> None:
    """Copy what is published."""
    shown = fields_of(item, national_column(item.column), law_day(now))
    document, _ = PublicDocument.objects.update_or_create(item_id=item.pk, defaults=shown)
    document.files.all().delete()
    PublicFile.objects.bulk_create(files_of(document, item.published))
    Withdrawal.objects.filter(item_id=item.pk).delete()


def _take_down(item: Item) -> None:
    """Keep nothing of the text; of what was withdrawn, the note stands at its address."""
    PublicDocument.objects.filter(item_id=item.pk).delete()
    if item.withdrawn_at is None:
        return
    last = item.versions.exclude(published_at=None).order_by("-number").first()
    Withdrawal.objects.update_or_create(
        item_id=item.pk,
        defaults={
            "agency_id": item.agency_id,
            "item_version": item.version,
            "note": item.withdrawal_note,
            "withdrawn_at": item.withdrawn_at,
            "path": path_of(item, year_of(last.payload) if last else None),
        },
    )


def rebuild(now: datetime) -> int:
    """Make every public copy anew from the record; returns how many there are now. May run while the site is read."""
    for number in Item.objects.order_by("pk").values_list("pk", flat=True).iterator():
        refresh_item({"item": number}, now)
    items = Item.objects.values("pk")
    PublicDocument.objects.exclude(item_id__in=items).delete()
    Withdrawal.objects.exclude(item_id__in=items).delete()
    return PublicDocument.objects.count()
