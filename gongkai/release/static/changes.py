"""What a change of the public copies was, for whoever keeps the released files in step: noted in the very transaction of the change."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from secrets import token_hex
from typing import Any

from django.conf import settings

from gongkai.common.clock import LAW_ZONE
from gongkai.common.outbox import put
from gongkai.publishing.presentations import DATA
from gongkai.publishing.presentations.machine_tables import table_paths
from gongkai.release.models import (
    PublicColumn,
    PublicDocument,
    PublicFile,
    StaticChange,
    Withdrawal,
)
from gongkai.release.static.registry import Change

STATIC = "release.static"
"""The message that something waits to be released."""
_NUMBER = ("id", "item_version")


@dataclass(frozen=True, slots=True)
class Copy:
    """Everything public of one item at a moment: its document, its files, the note in its place."""

    document: dict[str, Any] | None
    files: list[tuple[str, str, str]]
    note: dict[str, Any] | None


def copy_of(item: int) -> Copy:
    """The public copy of an item as it stands."""
    document = PublicDocument.objects.filter(item_id=item).values().first()
    files = PublicFile.objects.filter(document__item_id=item).order_by("token")
    note = Withdrawal.objects.filter(item_id=item).values().first()
    return Copy(_known(document), list(files.values_list("token", "name", "storage_key")), _known(note))  # fmt: skip


def _known(row: dict[str, Any] | None) -> dict[str, Any] | None:
    """What readers get to know of a row."""
    return row and {name: value for name, value in row.items() if name not in _NUMBER}


@contextmanager
def watched(item: int, now: datetime) -> Iterator[None]:
    """Note what happens within to the public copy of an item, and to those of the items tied to it before and after."""
    if not settings.RELEASE:
        yield
        return
    before = copy_of(item)
    yield
    after = copy_of(item)
    if before != after:
        note(_change(item, before, after), now)


def note(change: Change, now: datetime) -> None:
    """Have a change released as soon as the present transaction is through. Nothing where no files are released."""
    if settings.RELEASE:
        StaticChange.objects.create(change=as_json(change), created_at=now)
        put(STATIC, token_hex(12), {}, now=now)


def _change(item: int, before: Copy, after: Copy) -> Change:
    documents = [copy.document for copy in (before, after) if copy.document]
    rows = [*documents, *(copy.note for copy in (before, after) if copy.note)]
    agency = rows[-1]["agency_id"] if rows else 0
    return Change(
        agency=agency,
        items=frozenset({item}),
        pages=frozenset(
            [
                *((row["agency_id"], row["path"]) for row in rows),
                *_tables(documents),
                *_neighbours(documents),
            ]
        ),
        kinds=frozenset(row["kind"] for row in documents),
        columns=frozenset(_columns(agency, {row["column_key"] for row in documents})),
        months=frozenset(month_of(row["published_at"]) for row in documents),
        years=frozenset(row["year"] for row in documents if row["year"]),
        files=frozenset(token for copy in (before, after) for token, _, _ in copy.files),
    )


def _tables(documents: list[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    """The tables of items that are made of some, as files."""
    for row in documents:
        data = row["payload"].get(DATA) or {}
        for path in table_paths(row["presentation"], data, row["path"]):
            yield row["agency_id"], path


def _neighbours(documents: list[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    """The pages of the items tied to an item, which show its title."""
    paths = {tie["path"] for row in documents for tie in row["links"]}
    items = [int(path.split("/")[1]) for path in paths if path.startswith("items/")]
    yield from PublicDocument.objects.filter(item_id__in=items).values_list("agency_id", "path")


def _columns(agency: int, keys: Iterable[str]) -> Iterator[str]:
    """Columns with all those of the organ's own above them."""
    above = dict(PublicColumn.objects.filter(agency=agency).values_list("key", "parent_key"))
    for key in keys:
        here: str | None = key
        while here:
            yield here
            here = above.get(here)


def month_of(moment: datetime) -> str:
    """The month of a publication, in the time of the law: ``2025-11``."""
    return moment.astimezone(LAW_ZONE).strftime("%Y-%m")


def as_json(change: Change) -> dict[str, Any]:
    """A change as it is kept until it is released."""
    return {
        name: sorted(value) if isinstance(value, frozenset) else value
        for name, value in asdict(change).items()
    }


def from_json(kept: dict[str, Any]) -> Change:
    """The change that was kept."""
    known = {row.name for row in fields(Change)}
    found = {
        name: frozenset(tuple(each) if isinstance(each, list) else each for each in value)
        if isinstance(value, list)
        else value
        for name, value in kept.items()
        if name in known
    }
    return Change(**found)


def together(changes: Iterable[Change]) -> list[Change]:
    """One change for each organ that says what several said: lists are made once, however many items came into them."""
    found: dict[int, Change] = {}
    for change in changes:
        other = found.get(change.agency)
        found[change.agency] = _joined(other, change) if other else change
    return list(found.values())


def _joined(one: Change, other: Change) -> Change:
    names = [row.name for row in fields(Change) if row.name != "agency"]
    both = {name: getattr(one, name) | getattr(other, name) for name in names}
    return Change(agency=one.agency, **both)
