"""The public copy of an item, worked out from its published version alone. Draft texts are never read here."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from gongkai.law.genres import genre
from gongkai.law.themes import theme
from gongkai.law.validity import standing_on
from gongkai.paperwork.clean_html import plain
from gongkai.publishing.models import Attachment, Column, Item, ItemVersion
from gongkai.publishing.models.link import BACK
from gongkai.release.models import PublicDocument, PublicFile
from gongkai.release.words import folded

KIND_OF_COLUMN = {"guide": "guide", "systems": "systems", "reports": "annual_report"}


def fields_of(item: Item, column_key: str, day: date) -> dict[str, Any]:
    """The fields of the public copy of an item that has a published version, as it stands on a day of law.

    ``column_key`` is its national column's.
    """
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
        "search_text": folded("\n".join(_words(item, version))),
        **_facts(item, version, day),
    }


def _facts(item: Item, version: ItemVersion, day: date) -> dict[str, Any]:
    """What stands above the title, below the text, and in the filters of the search."""
    standing = standing_on(item.validity, version.ends_on, day)
    organs = [item.agency.name, *version.joint_organs]
    return {
        "index_number": item.index_number,
        "genre": version.genre,
        "theme": version.theme,
        "made_on": version.made_on,
        "effective_on": version.effective_on,
        "ends_on": version.ends_on,
        "validity": "" if item.is_elsewhere else standing.key,
        "validity_note": item.validity_reason,
        "organs": "、".join(organs if version.lead else [*organs[1:], organs[0]]),
        "catalogue_keys": version.catalogue_keys,
        "attachments": [_file(row) for row in _public_files(version)],
        "links": links_of(item),
    }


def _public_files(version: ItemVersion) -> list[Attachment]:
    """The files that readers get: those with a public copy, and never the paper the text was taken from."""
    rows = version.attachments.exclude(use="original").exclude(file__public_key="")
    return list(rows.select_related("file"))


def _file(row: Attachment) -> dict[str, Any]:
    """What a page says of a file; its bytes are asked for by the token."""
    stored = row.file
    return {
        "title": row.title,
        "use": row.use,
        "token": stored.token,
        "kind": stored.kind,
        "size": stored.public_size,
    }


def files_of(document: PublicDocument, version: ItemVersion) -> list[PublicFile]:
    """The rows by which readers get the files of a public document, one for each file."""
    stored = {row.file_id: row.file for row in _public_files(version)}
    return [
        PublicFile(
            document=document,
            token=each.token,
            name=each.name,
            content_type=each.content_type,
            storage_key=each.public_key,
            size=each.public_size,
        )
        for each in stored.values()
    ]


def links_of(item: Item) -> list[dict[str, str]]:
    """The ties of an item to others that are public too, read from its end."""
    forth = [(tie.get_kind_display(), tie.target) for tie in _ties(item.links, "target")]
    back = [(BACK[tie.kind], tie.source) for tie in _ties(item.back_links, "source")]
    return [
        {"label": label, "title": other.published.title, "path": path_of(other, None)}
        for label, other in (*forth, *back)
    ]


def _ties(ties: Any, end: str) -> Any:
    """The ties whose other end is public."""
    return ties.exclude(**{f"{end}__published": None}).select_related(f"{end}__published")


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


def _words(item: Item, version: ItemVersion) -> Iterator[str]:
    """Everything in which words are looked for: title, numbers, facts, summary, text, files' names, a report's chapters."""
    yield from (version.title, version.document_number, item.index_number, version.summary)
    yield from (genre(version.genre).label if version.genre else "", *version.joint_organs)
    yield theme(version.theme).label if version.theme else ""
    yield plain(version.body)
    yield from (row.title for row in _public_files(version))
    report = version.payload.get("report")
    chapters = report.get("chapters", {}) if isinstance(report, Mapping) else {}
    yield from (str(text) for text in chapters.values() if text)
