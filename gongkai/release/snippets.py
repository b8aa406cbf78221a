"""The passage of a document around the words that were looked for, with the words marked. Everything is escaped first."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from gongkai.paperwork.clean_html import plain
from gongkai.release.models import PublicDocument
from gongkai.release.words import folded, wanted

LENGTH = 120
"""Characters of a passage."""
BEFORE = 30
"""Characters shown before the first word found."""


def snippet(document: PublicDocument, words: str) -> SafeString:
    """The passage of the document around the first word found in its text; its beginning where the words stand elsewhere."""
    text = text_of(document)
    spans = _spans(text, wanted(words))
    start = max(0, spans[0][0] - BEFORE) if spans else 0
    end = min(len(text), start + LENGTH)
    inside = [(a, min(b, end)) for a, b in spans if start <= a < end]
    shown = _marked(text, inside, start, end)
    return format_html("{}{}{}", "…" if start else "", shown, "…" if end < len(text) else "")


def marked(text: str, words: str) -> SafeString:
    """A title with the words marked."""
    return _marked(text, _spans(text, wanted(words)), 0, len(text))


def text_of(document: PublicDocument) -> str:
    """The words of a document in one line: the summary, the text, and the chapters of a report."""
    report = document.payload.get("report")
    chapters = report.get("chapters") if isinstance(report, Mapping) else None
    said = [str(each) for each in (chapters or {}).values() if each]
    return " ".join(" ".join((document.summary, plain(document.body), *said)).split())


def _spans(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where the words stand in the text as it is written, from the left, none over another."""
    even, places = _folded_with_places(text)
    found = sorted(
        (places[at], places[at + len(word) - 1] + 1) for word in words for at in _all(even, word)
    )
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _all(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """The text as it is compared, and for each of its characters where it stands in the text as it is written."""
    parts, places = [], []
    for place, character in enumerate(text):
        even = folded(character)
        parts.append(even)
        places += [place] * len(even)
    return "".join(parts), places


def _marked(text: str, spans: list[tuple[int, int]], start: int, end: int) -> SafeString:
    """The stretch of text with the spans marked, everything escaped."""
    edges = [start, *(edge for span in spans for edge in span), end]
    pieces = (
        format_html("<mark>{}</mark>", text[a:b]) if number % 2 else text[a:b]
        for number, (a, b) in enumerate(pairwise(edges))
    )
    return format_html_join("", "{}", ((piece,) for piece in pieces))
