"""Marks a text when it is handed in and finds the older text that it repeats; texts from before are marked little by little."""

from datetime import datetime

from gongkai.paperwork.clean_html import plain
from gongkai.publishing.likeness import NEARLY, marks_of, share
from gongkai.publishing.models import Item, ItemVersion, TextMark

MOST = 50
PORTION = 100
NONE = -1
"""The mark of a text too short to tell: it was looked at."""


def mark(version: ItemVersion) -> None:
    """Keep the marks of a text."""
    version.marks.all().delete()
    values = marks_of(plain(version.body)) or [NONE]
    TextMark.objects.bulk_create(TextMark(version=version, value=value) for value in values)


def repeated(item: Item, version: ItemVersion) -> ItemVersion | None:
    """The text of another item of the organ that was public once, nearly the same and of another date; None where there is none."""
    words = plain(version.body)
    values = marks_of(words)
    others = ItemVersion.objects.filter(item__agency=item.agency_id, marks__value__in=values)
    others = others.exclude(published_at=None).exclude(item=item).exclude(made_on=version.made_on)
    rows = others.distinct().order_by("-published_at")[:MOST]
    return next((row for row in rows if share(words, plain(row.body)) >= NEARLY), None)


def mark_older_texts(now: datetime) -> int:  # noqa: ARG001  # jobs are given the moment
    """Mark a portion of the texts that were public before there were marks; returns how many."""
    rows = ItemVersion.objects.exclude(published_at=None).filter(marks=None, item__source_type="")
    found = list(rows.order_by("-pk")[:PORTION])
    for version in found:
        mark(version)
    return len(found)
