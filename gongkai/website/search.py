"""What a reader looks for: the query as typed, made sane, and the pieces of text around what was found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import QueryDict

from gongkai.law.columns import COLUMNS
from gongkai.paperwork.clean_html import plain
from gongkai.release import queries
from gongkai.release.models import PublicDocument
from gongkai.website.pages import SECTIONS
from gongkai.website.site import Site

LONGEST = 100
AROUND = 40
"""Characters shown before the first word found and, twice, after it."""
KINDS = {SECTIONS.get(key, key): key for key in ("guide", "systems", "content", "annual_report")}
"""The kind of documents in each national column."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. ``cut`` says that more was typed than is looked for; ``section`` and ``year`` may be empty."""

    words: str
    section: str = ""
    year: int | None = None
    cut: bool = False

    @property
    def narrowed(self) -> bool:
        """Whether a filter is set."""
        return bool(self.section or self.year)


def query_of(typed: QueryDict) -> Query:
    """The query out of an address, whatever stands there."""
    text = typed.get("q", "")
    words = " ".join("".join(sign for sign in text if sign.isprintable() or sign.isspace()).split())
    section = typed.get("column", "")
    year = typed.get("year", "")
    return Query(
        words=words[:LONGEST],
        section=section if section in KINDS else "",
        year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
        cut=len(words) > LONGEST,
    )


def found_by(query: Query, site: Site) -> QuerySet[PublicDocument]:
    """The documents, newest first."""
    found = queries.search(query.words, site.agency)
    if query.section:
        found = found.filter(kind=KINDS[query.section])
    if query.year and 1 < query.year < 9999:
        found = found.filter(published_at__year=query.year)
    return found


def columns() -> list[tuple[str, str]]:
    """Key and title of each column, for the filter."""
    return [(row.key, row.title) for row in COLUMNS]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text; ``hit`` where it is a word that was looked for."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found: its title and the text around the first word, in pieces."""

    document: PublicDocument
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]


def hit(document: PublicDocument, query: Query) -> Hit:
    """The document as the list shows it."""
    words = query.words.split()
    return Hit(
        document, tuple(marked(document.title, words)), tuple(snippet(text_of(document), words))
    )


def text_of(document: PublicDocument) -> str:
    """The text of a document on one line."""
    report = document.payload.get("report") or {}
    chapters = [str(text) for text in report.get("chapters", {}).values() if text]
    return " ".join(" ".join([document.summary, plain(document.body), *chapters]).split())


def snippet(text: str, words: list[str]) -> Iterator[Piece]:
    """The text around the first word found, with every word marked; the beginning where none stands in it as typed."""
    places = [found.start() for found in [_pattern(words).search(text)] if found] if words else []
    start = max(min(places, default=0) - AROUND, 0)
    shown = text[start : start + 3 * AROUND]
    if start:
        yield Piece("…")
    yield from marked(shown, words)
    if start + len(shown) < len(text):
        yield Piece("…")


def marked(text: str, words: list[str]) -> Iterator[Piece]:
    """The text in pieces, with every word marked; at each place the longest word counts."""
    at = 0
    for found in _pattern(words).finditer(text) if words else ():
        if found.start() > at:
            yield Piece(text[at : found.start()])
        yield Piece(found[0], hit=True)
        at = found.end()
    if at < len(text):
        yield Piece(text[at:])


def _pattern(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(re.escape(word) for word in longest_first), re.IGNORECASE)
