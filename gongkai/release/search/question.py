"""What is asked of an engine and what it answers: the small interface behind which engines are exchanged."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

FACTS = ("agency", "column", "genre", "year", "validity")
"""What results can be narrowed by. Values are strings; "" stands for documents that have none."""
EXACT = 1_000
"""Up to so many documents are counted one by one; of more, an engine may say about how many."""

Facts = Mapping[str, str]
"""Values of some of ``FACTS``, or of all."""
Counts = Mapping[str, Mapping[str, int]]
"""For each of ``FACTS``: how many documents each value would leave, were the other filters kept."""
Progress = Callable[[int, int], None]
"""Takes how many documents are done and how many there are."""


class NotReady(RuntimeError):
    """There is no index that could answer, or it cannot be read: it must be built anew."""


class BeingBuilt(RuntimeError):
    """Somebody else is building an index just now."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word that must stand in a document, folded; or one of ``others`` instead, which say the same.

    ``initials``: the word may also be the beginnings of the sounds of a title.
    """

    text: str
    others: tuple[str, ...] = ()
    initials: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """The word and what says the same."""
        return (self.text, *self.others)


@dataclass(frozen=True, slots=True)
class Question:
    """Documents that hold every word and have the given facts; the best first, or the newest."""

    words: tuple[Word, ...]
    facts: Facts = field(default_factory=dict)
    newest: bool = False
    first: int = 0
    most: int = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """The numbers of the items of one page, how many there are in all, and the counts for the filters.

    ``about``: there are more than ``EXACT``, and the numbers are estimates.
    """

    items: tuple[int, ...] = ()
    total: int = 0
    counts: Counts = field(default_factory=dict)
    about: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What an index knows of one public document. Texts are folded; ``stamp`` differs after each copying of the document."""

    item: int
    stamp: int
    published: int
    facts: Facts
    title: str
    number: str
    text: str
    initials: str
    sounds: str


@dataclass(frozen=True, slots=True)
class Held:
    """What an index holds: the number of documents and the sum of their stamps, by which it is compared with the record."""

    documents: int
    stamps: int


class Engine(Protocol):
    """An index of the public documents."""

    def find(self, question: Question) -> Answer:
        """Answer; raises NotReady."""

    def among(self, words: tuple[Word, ...], facts: Facts, items: Sequence[int]) -> set[int]:
        """Those of a few items that hold every word and have the facts; raises NotReady."""

    def titles_like(self, word: str, sounds: str, most: int) -> list[int]:
        """The items whose titles share pairs of signs with a word, or have its sounds; raises NotReady."""

    def stamp_of(self, item: int) -> int | None:
        """The stamp of an item's entry, None where it has none; raises NotReady."""

    def held(self) -> Held:
        """What is held; raises NotReady."""

    def renew(self, changes: Callable[[], "Changes"]) -> None:
        """Put entries in place of those of the same items, and take others out; durable on return. Raises NotReady.

        ``changes`` is asked when nobody else may write, so that an older state never replaces a newer one.
        """

    def rebuild(
        self, entries: Iterator[Entry], catch_up: Callable[[Mapping[int, int]], "Changes"]
    ) -> int:
        """Build a new index and put it in the old one's place; returns how many documents it holds. Raises BeingBuilt.

        ``catch_up`` is asked last, when nobody else may write: it takes the stamps that were built in, by item, and tells
        what changed meanwhile.
        """

    def holds_deleted(self) -> bool:
        """Whether something of documents that were taken out may still lie in the files of the index."""


Changes = tuple[Iterable[Entry], Iterable[int]]
"""Entries to be put in and the numbers of items to be taken out."""
