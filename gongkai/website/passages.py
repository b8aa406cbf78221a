"""Pieces of a text around the words that were looked for, with the words marked as they stand in the text.

A word is recognised in any width and case, and across brackets and blanks, as the search itself does.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

AROUND, LONG = 30, 90
"""Characters before the first word of a passage, and of a passage in all."""
PASSAGES = 2
_SILENT = r"[\s\[\]()〔〕【】（）［］「」『』《》〈〉“”\"'·]*"
_WIDER = 0xFEE0
"""The distance from a half-width sign to the same in full width."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text; ``hit`` where it is a word that was looked for."""

    text: str
    hit: bool = False


def passages(text: str, words: tuple[str, ...]) -> Iterator[Piece]:
    """The text around the first words found, in passages; its beginning where none stands in it as typed."""
    end = 0
    for place in _starts(text, words):
        if place > end:
            yield Piece("…")
        start = max(place, end)
        end = min(start + LONG, len(text))
        yield from marked(text[start:end], words)
    if end < len(text):
        yield Piece("…")


def _starts(text: str, words: tuple[str, ...]) -> list[int]:
    """Where passages begin: before the first word found, and before the first other word that lies beyond that passage."""
    starts: list[int] = []
    seen: set[str] = set()
    for found in _pattern(words).finditer(text) if words else ():
        which = found.lastgroup or ""
        if which not in seen and (not starts or found.start() >= starts[-1] + LONG):
            starts.append(max(found.start() - AROUND, 0))
        seen.add(which)
        if len(starts) == PASSAGES:
            break
    return starts or [0]


def marked(text: str, words: tuple[str, ...]) -> Iterator[Piece]:
    """The text in pieces, with every word marked; at each place the longest word counts."""
    at = 0
    for found in _pattern(words).finditer(text) if words else ():
        if found.start() > at:
            yield Piece(text[at : found.start()])
        yield Piece(found[0], hit=True)
        at = found.end()
    if at < len(text):
        yield Piece(text[at:])


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether any of the words stands in the text."""
    return _pattern(tuple(words)).search(text) is not None


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the folded words, each a group of its own, the longest first."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(
        "|".join(f"(?P<w{n}>{_form(word)})" for n, word in enumerate(longest_first)) or "(?!)"
    )


def _form(word: str) -> str:
    return _SILENT.join(_sign(sign) for sign in word)


def _sign(sign: str) -> str:
    """A folded sign in the forms in which it may stand in a text."""
    forms = {sign, sign.upper()} if len(sign.upper()) == 1 else {sign}
    forms |= {chr(ord(form) + _WIDER) for form in forms if "!" <= form <= "~"}
    return (
        re.escape(sign)
        if len(forms) == 1
        else f"[{''.join(re.escape(form) for form in sorted(forms))}]"
    )
