"""The years beside budgets and final accounts: each public copy carries the figures of the organ's other public accounts.

Worked out from the published versions, so that the order in which messages come does not matter.
"""

from collections.abc import Iterator
from typing import Any

from gongkai.publishing.models import Item, ItemVersion
from gongkai.publishing.presentations import DATA, data_of
from gongkai.publishing.presentations.accounts_data import figures_of, name_of
from gongkai.release.models import PublicDocument

ACCOUNTS = "accounts"
BEFORE = "before"


def with_other_years(item: Item, version: ItemVersion) -> dict[str, Any]:
    """The data of accounts with the figures of the organ's others of the same scope."""
    data = data_of(version)
    return {**data, BEFORE: list(_others(item.pk, item.agency_id, data.get("scope", "")))}


def _others(number: int, agency_id: int, scope: str) -> Iterator[dict[str, Any]]:
    """The other public accounts, oldest first; of two for the same year and kind the one signed last."""
    items = Item.objects.filter(agency_id=agency_id, published__presentation=ACCOUNTS)
    rows = items.exclude(pk=number).select_related("published").order_by("published__published_at")
    found = {}
    for other in rows:
        data = data_of(other.published)
        if data.get("scope", "") == scope and data.get("tables"):
            found[data["year"], data["kind"]] = {
                "year": data["year"],
                "kind": data["kind"],
                "name": name_of(data),
                "path": f"items/{other.pk}/",
                "figures": figures_of(data),
            }
    yield from (found[key] for key in sorted(found))


def organ_of(number: int) -> int | None:
    """The organ whose accounts an item's public copy holds; None for another copy, or none."""
    found = PublicDocument.objects.filter(item_id=number, presentation=ACCOUNTS)
    return found.values_list("agency_id", flat=True).first()


def stale(agency_id: int) -> list[int]:
    """The numbers of the organ's accounts whose public copies show other years than there are."""
    documents = PublicDocument.objects.filter(agency_id=agency_id, presentation=ACCOUNTS)
    found = []
    for document in documents.only("item_id", "payload"):
        data = document.payload.get(DATA) or {}
        fresh = list(_others(document.item_id, agency_id, data.get("scope", "")))
        if data.get(BEFORE) != fresh:
            found.append(document.item_id)
    return found
