"""What a reader typed becomes a question, and the answer the public copies themselves: what is public no more is not shown.

While there is no index, the database looks into every copy: slower, and nothing is missed.
"""

import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache

from gongkai.release.models import PublicDocument
from gongkai.release.search.engines import engine
from gongkai.release.search.in_database import DatabaseEngine
from gongkai.release.search.question import Answer, Counts, Facts, NotReady, Question, Word
from gongkai.release.search.synonyms import SAME
from gongkai.release.words import folded, wanted

log = logging.getLogger("gongkai.search")
MOST_FORMS = 6
FEWEST_INITIALS = 2
SEVERAL = 500
"""Items that an engine is asked about at a time."""


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """What a list shows of a document. Names and order of the fields are those of the columns that are read."""

    item_id: int
    agency_id: int
    agency_name: str
    kind: str
    genre: str
    validity: str
    title: str
    document_number: str
    published_at: datetime
    path: str
    passage_text: str
    presentation: str


COLUMNS = tuple(field.name for field in fields(FoundDocument))


@dataclass(frozen=True, slots=True)
class Found:
    """The documents of one page in their order, and how many there are in all: about so many, if ``about``."""

    documents: tuple[FoundDocument, ...]
    total: int
    counts: Counts
    about: bool


def words_of(typed: str) -> tuple[Word, ...]:
    """The words that were typed, with those that say the same."""
    return tuple(_word(text) for text in wanted(typed))


def look(words: tuple[Word, ...], facts: Facts, *, newest: bool, first: int, most: int) -> Found:
    """The documents that hold every word and have the facts; none for a query without words."""
    if not words:
        return Found((), 0, {}, about=False)
    answer = answered(Question(words, facts, newest, first, most))
    # Plain rows without an order: this is read for every search, and a page has few.
    rows = PublicDocument.objects.order_by().filter(item_id__in=answer.items).values_list(*COLUMNS)
    public = {row[0]: FoundDocument(*row) for row in rows}
    shown = tuple(public[item] for item in answer.items if item in public)
    total = answer.total - len(answer.items) + len(shown)
    return Found(shown, total, answer.counts, answer.about)


def among(words: tuple[Word, ...], facts: Facts, items: Sequence[int]) -> set[int]:
    """Those of some items that hold every word and have the facts: by the index, and by the copies themselves where it is behind."""
    found: set[int] = set()
    for first in range(0, len(items) if words else 0, SEVERAL):
        some = items[first : first + SEVERAL]
        found |= DatabaseEngine().among(words, facts, some)
        with suppress(NotReady):
            found |= engine().among(words, facts, some)
    return found


def text_of_files(item: int) -> str:
    """The text of the attachments of a document."""
    found = PublicDocument.objects.filter(item_id=item).values_list("attachment_text", flat=True)
    return found.first() or ""


def answered(question: Question) -> Answer:
    """The engine's answer, or the database's where the engine has no index."""
    try:
        return engine().find(question)
    except NotReady as reason:
        log.warning("检索暂由数据库逐条查找：%s", reason)
        return DatabaseEngine().find(question)


def _word(text: str) -> Word:
    return Word(text, _others(text), initials=_may_be_initials(text))


def _may_be_initials(text: str) -> bool:
    return len(text) >= FEWEST_INITIALS and text.isascii() and text.isalpha()


def _others(text: str) -> tuple[str, ...]:
    """What says the same as a folded word, in whole or with a part of it replaced."""
    others = [
        text.replace(known, other)
        for known, same in _same().items()
        if known in text
        for other in same
        if known not in other or other not in text
    ]
    return tuple(dict.fromkeys(each for each in others if each != text))[:MOST_FORMS]


@cache
def _same() -> dict[str, tuple[str, ...]]:
    """For each word of the table, folded, what says the same."""
    rows = [tuple(dict.fromkeys(folded(word) for word in row)) for row in SAME]
    return {word: tuple(other for other in row if other != word) for row in rows for word in row}
