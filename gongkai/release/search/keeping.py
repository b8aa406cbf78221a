"""Keeps the index in step with the public copies: told of each change through the outbox, compared with the record besides.

Whatever happens to the index, the record has everything: what is missing, unreadable or different is built anew.
"""

import logging
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Any

from django.core.cache import cache
from django.db import connections

from gongkai.common.clock import current
from gongkai.common.freshness import renew_public_mark
from gongkai.common.outbox import put
from gongkai.common.outbox.queries import waiting
from gongkai.release.models import PublicDocument
from gongkai.release.search.engines import engine
from gongkai.release.search.entries import entries
from gongkai.release.search.in_database import recorded
from gongkai.release.search.question import BeingBuilt, Changes, Entry, NotReady, Progress

log = logging.getLogger("gongkai.search")
ENTRY, INDEX = "release.entry", "release.index"
"""Messages: one item changed; the whole index is to be built."""
AT_ONCE = 500
"""Items brought in step in one commit."""
SMALL = 2_000
"""An index of so many documents is built while the worker waits; a larger one beside its other work."""
_PROGRESS = "search.progress"
_PROGRESS_KEPT = 60


@dataclass(frozen=True, slots=True)
class State:
    """How the index stands. ``progress``: documents done and all, while it is being built."""

    ready: bool
    held: int
    public: int
    waiting: int
    progress: tuple[int, int] | None

    @property
    def sound(self) -> bool:
        """Whether everything public is in the index, or about to be."""
        return self.ready or bool(self.waiting)

    @property
    def sentence(self) -> str:
        """How it stands, for who looks after the installation."""
        if self.progress:
            done, number = self.progress
            return f"检索索引正在重建：{done} / {number} 条。"
        if self.ready:
            return f"检索索引与公开的信息一致，共 {self.held} 条。"
        if self.waiting:
            return f"检索索引正在跟上：还有 {self.waiting} 条改动没有写入。"
        return f"检索索引与公开的信息不一致（{self.held} / {self.public} 条），后台进程会自动重建；也可以运行 gongkai search rebuild。"


def announce(item: int, now: datetime) -> None:
    """The public copy of an item changed or went: its entry follows as soon as the transaction is through."""
    put(ENTRY, token_hex(12), {"item": item}, now=now)


def renew_entry(payload: dict[str, Any], now: datetime) -> None:
    """Bring the entry of an item in step, and with it those of all items that wait. Raises NotReady until there is an index."""
    try:
        if _behind([payload["item"]]):
            waits = {message.payload["item"] for message in waiting(ENTRY)[:AT_ONCE]}
            engine().renew(lambda: _changes(_behind({payload["item"], *waits})))
            renew_public_mark(now)
    except NotReady:
        rebuild_soon(now)
        if _behind([payload["item"]]):
            raise


def _behind(items: Iterable[int]) -> list[int]:
    """Those of the items whose entry is not that of the public copy."""
    wanted = list(items)
    public = dict(PublicDocument.objects.filter(item_id__in=wanted).values_list("item_id", "stamp"))
    return [item for item in wanted if engine().stamp_of(item) != public.get(item)]


def _changes(items: list[int]) -> Changes:
    """What is to be put in and taken out for these items, as they stand now."""
    found = list(entries(items))
    return found, set(items) - {entry.item for entry in found}


def rebuild(now: datetime, progress: Progress = lambda _done, _all: None) -> int:
    """Build the index anew from the public copies, while searches go on; returns how many documents it holds.

    Raises BeingBuilt where another process is at it.
    """
    number = engine().rebuild(_counted(entries(), progress), _caught_up)
    cache.delete(_PROGRESS)
    renew_public_mark(now)
    return number


def _counted(found: Iterator[Entry], progress: Progress) -> Iterator[Entry]:
    """The entries, with word of every so many of them."""
    number = PublicDocument.objects.count()
    for done, entry in enumerate(found, 1):
        if done % AT_ONCE == 0 or done == number:
            cache.set(_PROGRESS, (done, number), _PROGRESS_KEPT)
            progress(done, number)
        yield entry


def _caught_up(built: Mapping[int, int]) -> Changes:
    """What changed since an index was begun that has these stamps by item."""
    public = dict(PublicDocument.objects.values_list("item_id", "stamp"))
    return _changes(
        [item for item in built.keys() | public.keys() if built.get(item) != public.get(item)]
    )


def rebuild_soon(now: datetime) -> None:
    """Build the index anew: at once where that is quick, else beside the worker's other work."""
    if PublicDocument.objects.count() <= SMALL:
        rebuild(now)
    elif cache.get(_PROGRESS) is None:
        cache.set(_PROGRESS, (0, 0), _PROGRESS_KEPT)
        threading.Thread(target=_rebuild_beside, name="search-rebuild", daemon=True).start()


def _rebuild_beside() -> None:
    """In a thread of the worker: what fails is told in the log and noticed by the next comparison."""
    try:
        log.info("检索索引已重建，共 %d 条", rebuild(current()))
    except BeingBuilt:
        log.info("另一个进程正在重建检索索引")
    except Exception:
        log.exception("检索索引没有建成，稍后再试")
    finally:
        connections.close_all()


def rebuild_index(_payload: dict[str, Any], now: datetime) -> None:
    """The message that the index is to be built."""
    rebuild_soon(now)


def compare(now: datetime) -> None:
    """Have the index built anew where it is missing, unreadable or differs from the record though nothing waits."""
    found = state()
    if not found.sound and found.progress is None:
        log.warning("检索索引与公开的信息不一致（%d / %d 条），重建", found.held, found.public)
        put(INDEX, f"{now:%Y%m%d%H%M%S}", {}, now=now)


def purge(now: datetime) -> None:
    """Once a day: where something was taken out, build anew, so that nothing of it stays in the files of the index."""
    try:
        needed = engine().holds_deleted()
    except NotReady:
        needed = True
    if needed:
        put(INDEX, f"{now:%Y%m%d} purge", {}, now=now)


def remark() -> str:
    """What is to be told to who looks after the installation; "" where the index is sound."""
    found = state()
    return "" if found.sound and not found.progress else found.sentence


def state() -> State:
    """How the index stands."""
    record, waits = recorded(), waiting(ENTRY).count()
    progress = cache.get(_PROGRESS)
    try:
        held = engine().held()
    except NotReady:
        return State(not record.documents, 0, record.documents, 0, progress)
    return State(held == record, held.documents, record.documents, waits, progress)
