"""The embedded engine: readers see each commit at their next question, one writer at a time changes the current generation."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Lock

import tantivy

from gongkai.release.search.embedded import asking, finding
from gongkai.release.search.embedded.fields import document_of, opened
from gongkai.release.search.embedded.folder import Folder
from gongkai.release.search.embedded.snapshot import Snapshot, taken
from gongkai.release.search.question import (
    Answer,
    Changes,
    Entry,
    Facts,
    Held,
    NotReady,
    Question,
    Word,
)

SMALL_HEAP, LARGE_HEAP = 15_000_000, 192_000_000
"""Bytes that the writer fills before it writes a segment: for a few changes, for a whole index."""
_STAMPS = {"stamps": {"sum": {"field": "stamp"}}}


class EmbeddedEngine:
    """tantivy in a folder of this installation."""

    def __init__(self, root: Path) -> None:
        self.folder = Folder(root)
        self._lock = Lock()
        self._mark: tuple[Path, int] | None = None
        self._read: tuple[tantivy.Index, Snapshot] | None = None

    def find(self, question: Question) -> Answer:
        """Answer; raises NotReady."""
        return finding.answer(self._snapshot(), question)

    def among(self, words: tuple[Word, ...], facts: Facts, items: Sequence[int]) -> set[int]:
        """Those of a few items that hold every word and have the facts."""
        snapshot = self._snapshot()
        query = asking.among(asking.narrowed(asking.holding(words), facts), items)
        return set(snapshot.numbers("item", snapshot.best(query, 0, len(items))))

    def titles_like(self, word: str, sounds: str, most: int) -> list[int]:
        """The items whose titles share pairs of signs with a word, or have its sounds."""
        snapshot = self._snapshot()
        return snapshot.numbers("item", snapshot.best(asking.like(word, sounds), 0, most))

    def stamp_of(self, item: int) -> int | None:
        """The stamp of an item's entry, None where it has none."""
        snapshot = self._snapshot()
        found = snapshot.best(asking.has("item", item), 0, 1)
        return snapshot.numbers("stamp", found)[0] if found else None

    def held(self) -> Held:
        """What is held."""
        searcher = self._snapshot().searcher
        summed = searcher.aggregate(tantivy.Query.all_query(), _STAMPS)["stamps"]["value"]
        return Held(searcher.num_docs, int(summed or 0))

    def renew(self, changes: Callable[[], Changes]) -> None:
        """Put entries in place of those of the same items, and take others out; durable on return."""
        with self.folder.writing():
            try:
                index = opened(str(self.folder.current()))
            except ValueError as error:
                raise NotReady(f"检索索引不能打开：{error}") from error
            _write(index, *changes())

    def rebuild(
        self, entries: Iterator[Entry], catch_up: Callable[[Mapping[int, int]], Changes]
    ) -> int:
        """Build a new generation beside the current one and put it in its place. Raises BeingBuilt where somebody is at it."""
        with self.folder.building():
            generation = self.folder.fresh()
            index = opened(str(generation))
            built = _fill(index, entries)
            with self.folder.writing():
                _write(index, *catch_up(built))
                self.folder.put_in_place(generation)
        return self.held().documents

    def holds_deleted(self) -> bool:
        """Whether a segment still has documents in it that were taken out."""
        about = json.loads((self.folder.current() / "meta.json").read_text(encoding="utf-8"))
        return any(segment.get("deletes") for segment in about["segments"])

    def _snapshot(self) -> Snapshot:
        """The newest committed state of the current generation. Asking whether there is a newer one costs two looks at files."""
        path = self.folder.current()
        try:
            mark = path, (path / "meta.json").stat().st_mtime_ns
            with self._lock:
                if self._read is None or self._mark != mark:
                    self._read, self._mark = self._newer(path), mark
                return self._read[1]
        except (OSError, ValueError) as error:
            raise NotReady(f"检索索引不能读取：{error}") from error

    def _newer(self, path: Path) -> tuple[tantivy.Index, Snapshot]:
        """The index as it stands now."""
        if self._read and self._mark and self._mark[0] == path:
            index = self._read[0]
            index.reload()
        else:
            index = opened(str(path))
        return index, taken(index.searcher())


def _fill(index: tantivy.Index, entries: Iterator[Entry]) -> dict[int, int]:
    """Write all entries into an empty index; returns their stamps by item."""
    built = {}
    writer = index.writer(LARGE_HEAP, 1)
    for entry in entries:
        writer.add_document(document_of(entry))
        built[entry.item] = entry.stamp
    writer.commit()
    writer.wait_merging_threads()
    return built


def _write(index: tantivy.Index, entries: Iterable[Entry], gone: Iterable[int]) -> None:
    """Change an index in one commit."""
    writer = index.writer(SMALL_HEAP, 1)
    for item in gone:
        writer.delete_documents_by_query(asking.has("item", item))
    for entry in entries:
        writer.delete_documents_by_query(asking.has("item", entry.item))
        writer.add_document(document_of(entry))
    writer.commit()
    writer.wait_merging_threads()
