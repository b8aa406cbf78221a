"""A page of the site: its template with the frame's context, and the tags that its head must carry.

Drawn without the person who asks: nothing of a session can get into a page that is kept for everybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import urlencode
from django.template.loader import render_to_string
from django.utils.encoding import escape_uri_path

from gongkai.common.clock import LAW_ZONE, law_day
from gongkai.common.shell import ELDER_COOKIE
from gongkai.law.columns import column as national_column
from gongkai.law.page_metadata import Level, rendered
from gongkai.release.models import PublicColumn, PublicDocument
from gongkai.website.site import Site

SUMMARY = 120
"""Characters of a text that stand for it where it has no summary."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself: its level, its title, the key of its column (``section``) and the values of its tags."""

    title: str
    section: str = ""
    level: Level = "site"
    values: Mapping[str, str] = field(default_factory=dict)


def page(
    request: HttpRequest,
    site: Site,
    template: str,
    head: Head,
    *,
    status: int = 200,
    looked_for: str | None = None,
    **context: Any,
) -> HttpResponse:
    """The page, drawn. It holds nothing of what stands behind the question mark, but on the page of a search: ``looked_for``."""
    today = law_day(request.now)  # type: ignore[attr-defined]
    frame = {
        "request": request,
        "site": site,
        "head": head,
        "section": head.section,
        "elder": is_elder(request, site),
        "today": today,
        "tags": tags(site, head, today),
        "address": request.build_absolute_uri(request.path),
        "this_page": urlencode(
            escape_uri_path(request.path) if looked_for is None else request.get_full_path()
        ),
        "typed": looked_for or "",
    }
    drawn = render_to_string(f"website/{template}", {**frame, **context})
    return HttpResponse(drawn, status=status)


def is_elder(request: HttpRequest, site: Site | None) -> bool:
    """The reader's choice; without one, the site's."""
    chosen = request.COOKIES.get(ELDER_COOKIE)
    return chosen == "1" or (chosen is None and site is not None and site.elder)


def tags(site: Site, head: Head, today: date) -> tuple[tuple[str, str], ...]:
    """The tags of the page's level with their values."""
    own = {"SiteName": site.name, "SiteDomain": site.domain, "SiteIDCode": site.identifier}
    return rendered(head.level, {**own, **head.values}, today)


def column_values(key: str) -> dict[str, str]:
    """The values of a national column's tags."""
    row = national_column(key)
    return {
        "ColumnName": row.title,
        "ColumnDescription": row.holds,
        "ColumnKeywords": row.title,
        "ColumnType": row.title,
    }


def column_head(key: str) -> Head:
    """The head of a national column's page."""
    return Head(national_column(key).title, key, "column", column_values(key))


def own_column_head(column: PublicColumn) -> Head:
    """The head of a page of an organ's own column."""
    values = column_values(column.national)
    own = {"ColumnName": column.title, "ColumnKeywords": column.title}
    return Head(column.title, column.national, "column", {**values, **own})


SECTIONS = {"annual_report": "reports"}


def section_of(document: PublicDocument) -> str:
    """The key of the national column in which a document stands."""
    return SECTIONS.get(document.kind, document.kind)


def document_head(document: PublicDocument, address: str, about: str) -> Head:
    """The head of a page that shows one document; ``about`` stands for it where there is no summary."""
    section = section_of(document)
    values = {
        **column_values(section),
        "ArticleTitle": document.title,
        "PubDate": document.published_at.astimezone(LAW_ZONE).strftime("%Y-%m-%d %H:%M"),
        "ContentSource": document.agency_name,
        "Author": document.agency_name,
        "Keywords": f"{national_column(section).title} {document.agency_name}",
        "Description": document.summary or shortened(about),
        "Url": address,
    }
    return Head(document.title, section, "article", values)


def shortened(text: str) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= SUMMARY else f"{line[:SUMMARY]}…"
