"""Keeps the released files in step with the public copies: told of each change through the outbox, in one commit for all that waits.

The record decides: whatever message comes when, what is drawn is what the public copies say while the tree is locked.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from django.db import connection, transaction

from gongkai.release.models import StaticChange
from gongkai.release.static.changes import from_json, together
from gongkai.release.static.disk import take_away
from gongkai.release.static.growing import Content
from gongkai.release.static.mirror import catch_up
from gongkai.release.static.pages import FAILED, drawn, files_of, touched
from gongkai.release.static.places import Place, place
from gongkai.release.static.progress import progress_of
from gongkai.release.static.public_files import file_changes
from gongkai.release.static.registry import Change, Root, one_batch
from gongkai.release.static.tree import STAGING

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


@dataclass(slots=True)
class Work:
    """What is to be committed next; the changes in it; the addresses that could not be drawn."""

    place: Place
    now: datetime
    rows: dict[int, Change] = field(default_factory=dict)
    pages: dict[str, Content] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)

    def take(self) -> bool:
        """Draw what waits and was not taken yet; returns whether there was anything."""
        fresh = waiting(self.rows) if self.place.is_kept else {}
        self.rows |= fresh
        if fresh:
            self._take(together(fresh.values()))
        return bool(fresh)

    def take_last(self) -> None:
        """Draw what came last while no more can come."""
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute(f"LOCK TABLE {StaticChange._meta.db_table} IN EXCLUSIVE MODE")
            self.take()

    def _take(self, changes: list[Change]) -> None:
        """Where there is much, most pages are committed on the way, before any list."""
        alone, lists = self._parted(changes)
        for number, portion in enumerate(portions(list(alone.items()), AT_ONCE)):
            if number:
                self.commit()
            self.draw(dict(portion))
        for change in changes:
            self.pages |= file_changes(self.place.tree, sorted(change.files), ROOM)
        self.draw(lists)

    def _parted(self, changes: list[Change]) -> tuple[dict[str, Root], dict[str, Root]]:
        """The pages that stand alone, and those that list others; in a first release only those that may be there yet."""
        stage = progress_of(self.place.tree).stage
        found = touched(changes, self.now).items()
        alone = {address: root for address, (kind, root) in found if kind.stage == 0}
        lists = {address: root for address, (kind, root) in found if 0 < kind.stage <= stage}
        return alone, lists

    def draw(self, addresses: Mapping[str, Root]) -> None:
        """Draw these pages."""
        with one_batch(list(addresses), self.now):
            for address, root in addresses.items():
                modes = drawn(address, self.now)
                self.failed |= {address} if modes[0] is FAILED else set()
                self.pages |= files_of(address, root, *modes)

    def commit(self) -> None:
        """Have the files say so."""
        self.place.tree.commit(self.pages)
        self.pages = {}

    def finish(self) -> None:
        """Commit what is left and strike off what it shows; what could not be drawn waits on, to be tried again."""
        self.commit()
        take_away(str(self.place.tree.folder / STAGING / ROOM))
        done = [
            pk
            for pk, change in self.rows.items()
            if not (self.failed and self.failed & touched([change], self.now).keys())
        ]
        StaticChange.objects.filter(pk__in=done).delete()


def bring_in_step(place: Place, now: datetime, also: Mapping[str, Root] | None = None) -> int:
    """Release everything that waits, and draw some other pages with it; returns how many changes. The lock of the tree is held.

    What came meanwhile is taken along until nothing more has come since the last page was drawn: so all pages of a commit
    show one state of the public copies, and no list has an item whose page is not there.
    """
    work = Work(place, now)
    work.draw(also or {})
    for _ in range(ROUNDS):
        if not work.take():
            break
    else:
        work.take_last()
    work.finish()
    return len(work.rows)


def waiting(known: Container[int] = ()) -> dict[int, Change]:
    """What waits to be released besides what is known."""
    found = StaticChange.objects.order_by("pk").values_list("pk", "change")
    return {pk: from_json(change) for pk, change in found if pk not in known}


def portions(rows: Sequence[Row], size: int) -> Iterator[Sequence[Row]]:
    """The rows, at most so many at a time."""
    return (rows[begin : begin + size] for begin in range(0, len(rows), size))


def waiting_addresses(place: Place, now: datetime) -> set[str]:
    """The addresses that the changes make stale which wait to be released here."""
    return set(touched(together(waiting().values()), now)) if place.is_kept else set()
