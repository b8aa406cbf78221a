"""Atom feeds: what an entry says, and how a feed is written. Not here: which documents stand in which feed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from gongkai.release.models import PublicDocument
from gongkai.release.search.looking import FoundDocument
from gongkai.website.pages import shortened
from gongkai.website.site import Site

ENTRIES = 30
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed changed that has no entries yet: the format asks for a moment, and the same feed is the same bytes."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry; ``path`` is its address on this host."""

    title: str
    path: str
    about: str
    organ: str
    published: datetime
    updated: datetime


class Feed(Atom1Feed):
    """Atom whose date is that of its entries and never the clock's."""

    def latest_post_date(self) -> datetime:
        """The newest moment among the entries."""
        return max((item["updateddate"] for item in self.items), default=NEVER)


def entry_of(document: PublicDocument, root: str) -> FeedEntry:
    """The entry of a public document on the site that begins at ``root``."""
    return FeedEntry(
        document.title,
        root + document.path,
        shortened(document.summary),
        document.agency_name,
        document.first_published_at,
        document.published_at,
    )


def entry_of_found(found: FoundDocument, root: str) -> FeedEntry:
    """The entry of a document that a search found."""
    moment, about = found.published_at, shortened(found.passage_text)
    return FeedEntry(found.title, root + found.path, about, found.agency_name, moment, moment)


def written(text: str) -> str:
    """The text without signs that XML cannot hold."""
    return "".join(sign for sign in text if sign.isprintable())


def atom(
    request: HttpRequest,
    site: Site,
    title: str,
    page: str,
    entries: Iterable[FeedEntry],
    *,
    asked: str = "",
) -> HttpResponse:
    """The feed; ``page`` is the address of the page with the same list, ``asked`` what stands in both behind the question mark."""
    address, behind = request.build_absolute_uri, f"?{asked}" if asked else ""
    own = address(request.path) + behind
    feed = Feed(
        title=title,
        link=address(page) + behind,
        description="",
        language="zh-CN",
        author_name=site.sponsor,
        feed_url=own,
        feed_guid=own,
    )
    for entry in entries:
        feed.add_item(
            title=written(entry.title),
            link=address(entry.path),
            unique_id=address(entry.path),
            description=written(entry.about),
            author_name=entry.organ,
            pubdate=entry.published,
            updateddate=entry.updated,
        )
    return HttpResponse(
        feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )
