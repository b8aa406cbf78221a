"""The public copy of an item, worked out from its published version alone. Draft texts are never read here."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from gongkai.common.clock import law_day, law_month
from gongkai.law.catalogue.standard import choice_label
from gongkai.law.genres import genre
from gongkai.law.themes import theme
from gongkai.law.validity import standing_on
from gongkai.paperwork.clean_html import plain
from gongkai.participation.interview_panel import interview_panel
from gongkai.participation.panel import panel_of
from gongkai.publishing.models import (
    Attachment,
    CatalogueEntry,
    Column,
    FileSurvey,
    Item,
    ItemVersion,
)
from gongkai.publishing.models.link import BACK
from gongkai.publishing.presentations import DATA, data_of, presentation, words_in
from gongkai.publishing.shown_since import first_shown, is_brought_over, midnight
from gongkai.release.accounts import ACCOUNTS, with_other_years
from gongkai.release.file_names import file_name
from gongkai.release.models import PublicDocument, PublicFile, PublicOldAddress
from gongkai.release.report_words import report_words
from gongkai.release.words import folded

MOST_ATTACHMENT_TEXT = 2_000_000
"""Characters of all files of one document together: some four thousand pages."""
KIND_OF_COLUMN = {"guide": "guide", "systems": "systems", "reports": "annual_report"}


def fields_of(item: Item, column_key: str, day: date) -> dict[str, Any]:
    """The fields of the public copy of an item that has a published version, as it stands on a day of law.

    ``column_key`` is its national column's.
    """
    version = item.published
    payload = dict(version.payload)
    if version.presentation == ACCOUNTS:
        payload[DATA] = with_other_years(item, version)
    if item.is_elsewhere:
        payload["earlier"] = [_earlier(each) for each in _earlier_versions(item, version)]
    if interview := interview_panel(item):
        payload["interview"] = interview
    if panel := panel_of(item):
        payload["consultation"] = panel
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
        "presentation": version.presentation,
        "document_number": version.document_number,
        "year": year,
        **_days(item, version),
        "path": path_of(item, year),
        "search_text": folded("\n".join(_words(item, version))),
        "passage_text": passage(
            version.summary, version.body, payload.get("report"), form_words(version)
        ),
        **_facts(item, version, day),
    }


def _days(item: Item, version: ItemVersion) -> dict[str, Any]:
    """Since when readers could read it. What stood on an old website has the days of that site, and says so."""
    known = is_brought_over(item, version) and version.old_site_day is not None
    published_at = midnight(version.old_site_day) if known else version.published_at
    return {
        "first_published_at": first_shown(item),
        "published_at": published_at,
        "month": law_month(published_at),
        "old_site": version.old_site,
        "brought_on": law_day(item.first_published_at) if version.old_site else None,
        "old_site_day_known": version.old_site_day is not None,
    }


def passage(summary: str, body: str, report: object, form: str = "") -> str:
    """The words of a text as readers see them, on one line."""
    chapters = report_words(report) if isinstance(report, Mapping) else ()
    return " ".join(" ".join((summary, plain(body), *chapters, form)).split())


def form_words(version: ItemVersion) -> str:
    """Everything written in the form of a text: captions, answers, transcripts."""
    return words_in(presentation(version.presentation), data_of(version))


def searched(shown: Mapping[str, Any]) -> str:
    """Everything of a public copy in which words are looked for, folded: its own words and those of its attachments."""
    texts = (shown["search_text"], folded(shown.get("attachment_text", "")))
    return "\n".join(text for text in texts if text)


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
        **_files(version),
        "links": links_of(item),
    }


def _public_files(version: ItemVersion) -> list[Attachment]:
    """The files that readers get: those with a public copy, and never the paper the text was taken from."""
    rows = version.attachments.exclude(use="original").exclude(file__public_key="")
    return list(rows.select_related("file"))


def _files(version: ItemVersion) -> dict[str, Any]:
    """The files below and inside a text, with the words that readers see in them; what nobody could read holds none."""
    rows = _public_files(version)
    seen = FileSurvey.objects.filter(file__in=[row.file_id for row in rows]).select_related("file")
    texts = {each.file_id: each.text for each in seen if each.sha256 == each.file.public_sha256}
    below = [texts.get(row.file_id, "") for row in rows if row.use == "attachment"]
    return {
        "attachments": [_file(row, texts.get(row.file_id, "")) for row in rows],
        "attachment_text": "\n".join(text for text in below if text)[:MOST_ATTACHMENT_TEXT],
    }


def _file(row: Attachment, text: str) -> dict[str, Any]:
    """What a page says of a file; its bytes are asked for by the token. ``searchable``: its words are found by the search."""
    stored = row.file
    return {
        "title": row.title,
        "use": row.use,
        "token": stored.token,
        "name": file_name(row.title, stored.name),
        "kind": stored.kind,
        "size": stored.public_size,
        "searchable": bool(text.strip()),
    }


def files_of(document: PublicDocument, version: ItemVersion) -> list[PublicFile]:
    """The rows by which readers get the files of a public document, one for each file."""
    stored = {row.file_id: (row.title, row.file) for row in _public_files(version)}
    return [
        PublicFile(
            document=document,
            token=each.token,
            name=file_name(title, each.name),
            content_type=each.content_type,
            storage_key=each.public_key,
            size=each.public_size,
        )
        for title, each in stored.values()
    ]


def old_addresses_of(item: Item, path: str) -> list[PublicOldAddress]:
    """The rows by which old addresses lead to an item below the organ's pages, and to those of its files that readers get."""
    files = {row.file_id: row.file.token for row in _public_files(item.published)} if item.published else {}  # fmt: skip
    return [
        PublicOldAddress(
            agency_id=item.agency_id,
            item_id=item.pk,
            host=row.host,
            path=row.path,
            leads_to=f"/files/public/{files[row.file_id]}" if row.file_id else path,
        )
        for row in item.old_addresses.all()
        if row.file_id is None or row.file_id in files
    ]


def links_of(item: Item) -> list[dict[str, str]]:
    """The ties of an item to others that are public too, read from its end."""
    forth = [(tie.get_kind_display(), tie.target) for tie in _ties(item.links, "target")]
    back = [(BACK[tie.kind], tie.source) for tie in _ties(item.back_links, "source")]
    return [
        {
            "label": label,
            "title": other.published.title,
            "path": path_of(other, None),
            "form": presentation(other.published.presentation).badge,
        }
        for label, other in (*forth, *back)
    ]


def _ties(ties: Any, end: str) -> Any:
    """The ties whose other end is public."""
    return ties.exclude(**{f"{end}__published": None}).select_related(f"{end}__published")


def catalogue_row(entry: CatalogueEntry) -> dict[str, str]:
    """One row of a standard catalogue in words; what the organ has not settled stays empty."""
    chosen = {
        name: choice_label(name, getattr(entry, name)) if getattr(entry, name) else ""
        for name in ("audience", "way", "level")
    }
    channels = "、".join(choice_label("channel", key) for key in entry.channels)
    words = {name: getattr(entry, name) for name in ("title", "contents", "basis", "time_limit")}
    return {"item": entry.item_key, "channels": channels, **words, **chosen}


def path_of(item: Item, year: int | None) -> str:
    """The address below the organ's pages: ``reports/2024/`` or ``items/12/``."""
    return f"reports/{year}/" if year else f"items/{item.pk}/"


def national_column(column: Column) -> str:
    """The key of the national column that a column is or stands below."""
    while column.parent is not None:
        column = column.parent
    return column.key


def _earlier_versions(item: Item, version: ItemVersion) -> list[ItemVersion]:
    """The versions that were public before, newest first; none that was withdrawn, for it showed what may not be shown."""
    shown = item.versions.exclude(published_at=None).filter(withdrawn_at=None)
    before = shown.filter(number__lt=version.number)
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
    """Everything in which words are looked for: title, numbers, facts, summary, text, files' names, a report's own words."""
    yield from (version.title, version.document_number, item.index_number, version.summary)
    yield from (genre(version.genre).label if version.genre else "", *version.joint_organs)
    yield theme(version.theme).label if version.theme else ""
    yield plain(version.body)
    yield form_words(version)
    yield from (row.title for row in _public_files(version))
    report = version.payload.get("report")
    if isinstance(report, Mapping):
        yield from report_words(report)
