"""Keeps the public copies in step with what is published. Idempotent: each looks at the item as it stands, not at the message."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from gongkai.common.clock import law_day
from gongkai.common.freshness import renew_public_mark
from gongkai.publishing.actions import survey_files
from gongkai.publishing.column_tree import tree
from gongkai.publishing.models import CatalogueEntry, Column, Item
from gongkai.release.accounts import organ_of, stale
from gongkai.release.consultations import list_consultation
from gongkai.release.models import (
    FirstCopy,
    PublicCatalogue,
    PublicColumn,
    PublicConsultation,
    PublicDocument,
    PublicFile,
    PublicOldAddress,
    Withdrawal,
)
from gongkai.release.projection import (
    catalogue_row,
    fields_of,
    files_of,
    links_of,
    national_column,
    old_addresses_of,
    path_of,
    searched,
    year_of,
)
from gongkai.release.search.entries import stamp_of
from gongkai.release.search.keeping import announce
from gongkai.release.static.changes import note, watched
from gongkai.release.static.registry import Change


@transaction.atomic
def refresh_item(payload: dict[str, Any], now: datetime) -> None:
    """Make the public copy of one item say what is published now, or be gone. The item is locked: the newest state wins."""
    number = payload["item"]
    organ = organ_of(number)
    with watched(number, now):
        _renew(number, now)
    if organ := organ_of(number) or organ:
        _renew_years(organ, now)
    renew_public_mark(now)


def _renew_years(organ: int, now: datetime) -> None:
    """Let the organ's other accounts show this year's beside theirs, or show it no more."""
    for number in stale(organ):
        with watched(number, now):
            _renew(number, now)


def _renew(number: int, now: datetime) -> None:
    before = _stamp(number)
    item = Item.objects.select_for_update().filter(pk=number).first()
    if item is None:
        PublicDocument.objects.filter(item_id=number).delete()
        Withdrawal.objects.filter(item_id=number).delete()
        PublicOldAddress.objects.filter(item_id=number).delete()
        PublicConsultation.objects.filter(item_id=number).delete()
    elif item.published is not None:
        _show(item, now)
        _tell_neighbours(item)
    else:
        _take_down(item)
        _tell_neighbours(item)
    if _stamp(number) != before:
        announce(number, now)


def _stamp(number: int) -> int | None:
    """What the index must know of the public copy of an item; None where there is none."""
    return PublicDocument.objects.filter(item_id=number).values_list("stamp", flat=True).first()


@transaction.atomic
def refresh_columns(payload: dict[str, Any], now: datetime) -> None:
    """Make the public tree of an organ's own columns what the record says; idempotent, in the order of the tree."""
    columns = Column.objects.filter(agency=payload["agency"]).select_related("parent")
    rows = [
        PublicColumn(
            agency_id=column.agency_id,
            key=column.key,
            title=column.title,
            national=column.national,
            parent_key=column.parent.key,
            place=place,
            closed_on=column.closed_on,
        )
        for place, column in enumerate(branch.column for branch in tree(columns))
        if column.parent is not None
    ]
    PublicColumn.objects.filter(agency=payload["agency"]).delete()
    PublicColumn.objects.bulk_create(rows)
    note(Change(payload["agency"], parts=frozenset({"columns"})), now)
    renew_public_mark(now)


@transaction.atomic
def refresh_catalogue(payload: dict[str, Any], now: datetime) -> None:
    """Make the public catalogue of an organ what the record says; idempotent."""
    entries = CatalogueEntry.objects.filter(agency=payload["agency"])
    rows = [catalogue_row(entry) for entry in entries]
    PublicCatalogue.objects.update_or_create(agency_id=payload["agency"], defaults={"rows": rows})
    note(Change(payload["agency"], parts=frozenset({"catalogue"})), now)
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
    """Copy what is published; files that nobody looked through yet, such as those of older items, are read first."""
    survey_files(item.published, now)
    shown = fields_of(item, national_column(item.column), law_day(now))
    shown["search_text"] = searched(shown)
    shown["stamp"] = stamp_of(shown)
    document, fresh = PublicDocument.objects.update_or_create(item_id=item.pk, defaults=shown)
    if fresh:
        FirstCopy.objects.get_or_create(item_id=item.pk, defaults={"day": law_day(now)})
    document.files.all().delete()
    PublicFile.objects.bulk_create(files_of(document, item.published))
    Withdrawal.objects.filter(item_id=item.pk).delete()
    list_consultation(document)
    _lead_on(item, document.path)


def _lead_on(item: Item, path: str) -> None:
    """Let the addresses that the item had on an old website lead to where it stands; none for a ``path`` of ""."""
    PublicOldAddress.objects.filter(item_id=item.pk).delete()
    if path:
        PublicOldAddress.objects.bulk_create(old_addresses_of(item, path))


def _take_down(item: Item) -> None:
    """Keep nothing of the text; of what was withdrawn, the note stands at its address."""
    PublicDocument.objects.filter(item_id=item.pk).delete()
    PublicConsultation.objects.filter(item_id=item.pk).delete()
    _lead_on(item, "")
    if item.withdrawn_at is None:
        return
    last = item.versions.exclude(published_at=None).order_by("-number").first()
    path = path_of(item, year_of(last.payload) if last else None)
    Withdrawal.objects.update_or_create(
        item_id=item.pk,
        defaults={
            "agency_id": item.agency_id,
            "item_version": item.version,
            "note": item.withdrawal_note,
            "withdrawn_at": item.withdrawn_at,
            "path": path,
        },
    )
    _lead_on(item, path)


def rebuild(now: datetime) -> int:
    """Make every public copy anew from the record; returns how many there are now. May run while the site is read."""
    for number in Item.objects.order_by("pk").values_list("pk", flat=True).iterator():
        refresh_item({"item": number}, now)
    for number in Column.objects.values_list("agency", flat=True).distinct():
        refresh_columns({"agency": number}, now)
        refresh_catalogue({"agency": number}, now)
    items = Item.objects.values("pk")
    PublicDocument.objects.exclude(item_id__in=items).delete()
    Withdrawal.objects.exclude(item_id__in=items).delete()
    PublicOldAddress.objects.exclude(item_id__in=items).delete()
    PublicConsultation.objects.exclude(item_id__in=items).delete()
    return PublicDocument.objects.count()
