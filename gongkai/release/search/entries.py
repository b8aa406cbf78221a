"""Entries out of public copies, and nothing else: what an index may know."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any
from zlib import crc32

from django.db.models import QuerySet

from gongkai.common.clock import LAW_ZONE
from gongkai.release.models import PublicDocument
from gongkai.release.search.question import Entry
from gongkai.release.search.sounds import sounds
from gongkai.release.words import folded

COLUMNS = (
    "item_id", "stamp", "published_at", "agency_id", "kind", "genre", "validity", "title", "document_number", "search_text",
)  # fmt: skip
SEVERAL = 500


def stamp_of(shown: Mapping[str, Any]) -> int:
    """A number below 2³¹ that changes with whatever of a public copy an index knows. Zero is none."""
    known = [str(shown[name]) for name in COLUMNS[2:]]
    return (crc32("\0".join(known).encode("utf-8", "replace")) & 0x7FFFFFFF) or 1


def entries(items: Iterable[int] | None = None) -> Iterator[Entry]:
    """The entries of some items that are public, or of all; newest first."""
    found = PublicDocument.objects.order_by("-published_at", "-pk")
    return _entries(found if items is None else found.filter(item_id__in=list(items)))


def _entries(found: QuerySet[PublicDocument]) -> Iterator[Entry]:
    for row in found.values_list(*COLUMNS).iterator(SEVERAL):
        yield _entry(*row)


def _entry(
    item: int, stamp: int, published: datetime, agency: int, kind: str, genre: str, validity: str,
    title: str, number: str, text: str,
) -> Entry:  # fmt: skip
    name = folded(title).replace("\n", "")
    heard = sounds(name)
    return Entry(
        item=item,
        stamp=stamp,
        published=max(int(published.timestamp()), 0),
        facts={
            "agency": str(agency),
            "column": kind,
            "genre": genre,
            "year": str(published.astimezone(LAW_ZONE).year),
            "validity": validity,
        },
        title=name,
        number=folded(number),
        text=text,
        initials="".join(sound[0] for sound in heard),
        sounds=" ".join(heard),
    )
