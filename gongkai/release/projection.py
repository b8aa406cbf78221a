"""The public copy of an item, worked out from its published version alone. Draft texts are never read here."""

from collections.abc import Iterator, Mapping
from typing import Any

from gongkai.paperwork.clean_html import plain
from gongkai.publishing.models import Column, Item, ItemVersion
from gongkai.release.words import folded

KIND_OF_COLUMN = {"guide": "guide", "systems": "systems", "reports": "annual_report"}


def fields_of(item: Item, column_key: str) -> dict[str, Any]:
    """The fields of the public copy of an item that has a published version. ``column_key`` is its national column's."""
    version = item.published
    payload = dict(version.payload)
    if item.is_elsewhere:
        payload["earlier"] = [_earlier(each) for each in _earlier_versions(item, version)]
    year = year_of(payload)
    return {
        "agency_id": item.agency_id,
        "agency_name": item.agency.name,
        "kind": KIND_OF_COLUMN.get(column_key, "content"),
        "column_key": item.column.key,
        "item_version": item.version,
        "title": version.title,
        "summary": version.summary,
        "body": version.body,
        "payload": payload,
        "document_number": version.document_number,
        "year": year,
        "first_published_at": item.first_published_at,
        "published_at": version.published_at,
        "path": path_of(item, year),
        "search_text": folded("\n".join(_words(version))),
    }


def path_of(item: Item, year: int | None) -> str:
    """The address below the organ's pages: ``reports/2024/`` or ``items/12/``."""
    return f"reports/{year}/" if year else f"items/{item.pk}/"


def national_column(column: Column) -> str:
    """The key of the national column that a column is or stands below."""
    while column.parent is not None:
        column = column.parent
    return column.key


def _earlier_versions(item: Item, version: ItemVersion) -> list[ItemVersion]:
    """The versions that were public before, newest first."""
    before = item.versions.exclude(published_at=None).filter(number__lt=version.number)
    return list(before.order_by("-number"))


def _earlier(version: ItemVersion) -> dict[str, Any]:
    """What stays public of an earlier version."""
    return {
        "number": version.number,
        "title": version.title,
        "published_at": version.published_at.isoformat(),
        "sha256": version.sha256,
        "report": version.payload.get("report"),
    }


def year_of(payload: Mapping[str, Any]) -> int | None:
    """The year of an annual report; None for other items."""
    report = payload.get("report")
    year = report.get("year") if isinstance(report, Mapping) else None
    return year if isinstance(year, int) else None


def _words(version: ItemVersion) -> Iterator[str]:
    """Everything in which words are looked for: title, number, summary, text, and the chapters of a report."""
    yield from (version.title, version.document_number, version.summary, plain(version.body))
    report = version.payload.get("report")
    chapters = report.get("chapters", {}) if isinstance(report, Mapping) else {}
    yield from (str(text) for text in chapters.values() if text)
