"""Keeps the released files in step with the public copies: told of each change through the outbox, in one commit for all that waits.

The record decides: whatever message comes when, what is drawn is what the public copies say while the tree is locked.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.db import connection, transaction

from gongkai.release.models import StaticChange
from gongkai.release.static.changes import from_json, together
from gongkai.release.static.disk import take_away
from gongkai.release.static.growing import Content
from gongkai.release.static.mirror import catch_up
from gongkai.release.static.pages import files_of, touched
from gongkai.release.static.places import Place, place
from gongkai.release.static.progress import progress_of
from gongkai.release.static.public_files import file_changes
from gongkai.release.static.registry import Change, Root, one_batch
from gongkai.release.static.tree import STAGING, Tree

AT_ONCE = 500
"""Pages that stand alone in one commit, where more than that wait: lists come with the last of them."""
ROUNDS = 20
"""How often what came meanwhile is taken along; the last time nothing more can come."""
ROOM = "changes"
"""Where new copies of files lie ready; who holds the lock is alone there."""
Row = TypeVar("Row")


def release_changes(_payload: dict[str, Any], now: datetime) -> None:
    """The message: bring the files in step, unless another message's turn has done so."""
    here = place()
    if here is None:
        return
    if StaticChange.objects.exists():
        with here.tree.lock():
            bring_in_step(here, now)
    catch_up(here)


def bring_in_step(place: Place, now: datetime, also: Mapping[str, Root] | None = None) -> int:
    """Release everything that waits, and draw some other pages with it; returns how many changes. The lock of the tree is held.

    What came meanwhile is taken along until nothing more has come since the last page was drawn: so all pages of a commit
    show one state of the public copies, and no list has an item whose page is not there.
    """
    tree = place.tree
    rows: dict[int, Change] = {}
    pages = _files(also or {}, now)
    for _ in range(ROUNDS):
        fresh = _waiting(rows) if place.is_kept else {}
        if not fresh:
            break
        rows |= fresh
        pages |= _drawn(tree, fresh.values(), now)
    else:
        pages |= _last_round(tree, rows, now)
    tree.commit(pages)
    take_away(str(tree.folder / STAGING / ROOM))
    StaticChange.objects.filter(pk__in=list(rows)).delete()
    return len(rows)


def _last_round(tree: Tree, rows: dict[int, Change], now: datetime) -> dict[str, Content]:
    """Draw what came last while no more can come."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"LOCK TABLE {StaticChange._meta.db_table} IN EXCLUSIVE MODE")
        fresh = _waiting(rows)
        rows |= fresh
        return _drawn(tree, fresh.values(), now)


def _waiting(known: Container[int] = ()) -> dict[int, Change]:
    """What waits besides what is known."""
    found = StaticChange.objects.order_by("pk").values_list("pk", "change")
    return {pk: from_json(change) for pk, change in found if pk not in known}


def _drawn(tree: Tree, changes: Iterable[Change], now: datetime) -> dict[str, Content]:
    """What these changes make of the tree; where there is much, most pages are committed on the way, before any list."""
    joined = together(changes)
    alone, lists = _parted(tree, joined, now)
    pages: dict[str, Content] = {}
    for portion in portions(list(alone.items()), AT_ONCE):
        if pages:
            tree.commit(pages)
        pages = _files(dict(portion), now)
    for change in joined:
        pages |= file_changes(tree, sorted(change.files), ROOM)
    return pages | _files(lists, now)


def _parted(
    tree: Tree, changes: list[Change], now: datetime
) -> tuple[dict[str, Root], dict[str, Root]]:
    """The pages that stand alone, and those that list others; in a first release only those that may be there yet."""
    stage = progress_of(tree).stage
    found = touched(changes, now).items()
    alone = {address: root for address, (kind, root) in found if kind.stage == 0}
    lists = {address: root for address, (kind, root) in found if 0 < kind.stage <= stage}
    return alone, lists


def _files(addresses: Mapping[str, Root], now: datetime) -> dict[str, Content]:
    found: dict[str, Content] = {}
    with one_batch(list(addresses), now):
        for address, root in addresses.items():
            found |= files_of(address, root, now)
    return found


def portions(rows: Sequence[Row], size: int) -> Iterator[Sequence[Row]]:
    """The rows, at most so many at a time."""
    return (rows[begin : begin + size] for begin in range(0, len(rows), size))


def waiting_addresses(place: Place, now: datetime) -> set[str]:
    """The addresses that the changes make stale which wait to be released here."""
    return set(touched(together(_waiting().values()), now)) if place.is_kept else set()
