"""Looks for the patterns of personal data in a text and masks what it finds, each value the same way everywhere."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gongkai.paperwork.personal_data.patterns import PATTERNS, Kind, Pattern

_DASHES = "‐‑‒–—―−－"
_SPACES = "\u3000\u00a0\u2002\u2003\u2009\u200a\u200b\u200c\u200d\u2060\ufeff\t"
# One character for one, so that places in the folded text are places in the text.
_FOLDED = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys(map(ord, _DASHES), "-")
    | dict.fromkeys(map(ord, _SPACES), " ")
)
_SEPARATORS = re.compile(r"[ ·•.()-]")
# An address begins after these; before them stands what the sentence says of it.
_LEADS = re.compile(r".*(?:位于|住在|家住|现住|居住于|坐落于|座落于|住址|地址)")
_TOKEN = re.compile(r"[0-9A-Z]{7,30}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """One find: characters ``start`` to ``end`` (not included) of the text, and what to print in their place."""

    kind: Kind
    start: int
    end: int
    text: str
    masked: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A match before it is known whether it overlaps a better one. ``lead`` are place names right before ``start``."""

    pattern: Pattern
    start: int
    end: int
    kept: str
    lead: str = ""

    @property
    def rank(self) -> tuple[int, int, int]:
        """Smaller is better: more certain, longer, earlier."""
        return (-self.pattern.certainty, self.start - self.end, self.start)


def fold(text: str) -> str:
    """The text with full-width characters, dashes and blanks made plain; as long as before."""
    return text.translate(_FOLDED)


def find(text: str) -> tuple[Found, ...]:
    """All personal data in ``text``, in order, none overlapping another."""
    folded = fold(text)
    candidates = [found for pattern in PATTERNS for found in _matches(pattern, folded)]
    candidates += _again(candidates, folded)
    return tuple(
        Found(
            found.pattern.kind,
            found.start - len(found.lead),
            found.end,
            text[found.start - len(found.lead) : found.end],
            found.lead + found.kept + found.pattern.mask,
        )
        for found in _without_overlap(candidates, len(text))
        if found.pattern.kind is not None
    )


def mark_of(found: Found) -> str:
    """The same short mark for the same value however it is written, from which the value cannot be read."""
    value = _plain(fold(found.text)) if found.kind != "address" else found.text
    return hashlib.sha256(f"{found.kind}:{value}".encode()).hexdigest()[:16]


def mask(text: str) -> str:
    """``text`` with every find masked. Nothing can be found in the result, so masking twice changes nothing."""
    while found := find(text):
        pieces: list[str] = []
        end = 0
        for item in found:
            pieces += (text[end : item.start], item.masked)
            end = item.end
        text = "".join((*pieces, text[end:]))
    return text


def _matches(pattern: Pattern, folded: str) -> Iterator[_Candidate]:
    expression = pattern.compiled
    group: str | int = "value" if "value" in expression.groupindex else 0
    for match in expression.finditer(folded):
        if not pattern.check(_plain(match[group])):
            continue
        start, end = match.span(group)
        kept = match["kept"] if "kept" in expression.groupindex else ""
        lead = _lead(folded, start, pattern.reach) if pattern.reach else ""
        is_number = pattern.kind != "address"
        yield _Candidate(pattern, start, end, _plain(kept) if is_number else kept, lead)


def _plain(value: str) -> str:
    """A number as it is when nobody groups its digits: the same value gives the same mask."""
    return _SEPARATORS.sub("", value).upper()


def _lead(folded: str, start: int, reach: int) -> str:
    """The place names right before a house number, at most ``reach`` characters."""
    before = re.search(r"[\u4e00-\u9fff]*\Z", folded[max(0, start - reach) : start])
    return _LEADS.sub("", before[0]) if before else ""


def _again(candidates: Iterable[_Candidate], folded: str) -> Iterator[_Candidate]:
    """Values known by their label, wherever else they stand without it."""
    known = {
        _plain(folded[found.start : found.end]): found
        for found in candidates
        if found.pattern.by_label
    }
    if not known:
        return
    for token in _TOKEN.finditer(folded):
        if like := known.get(token[0].upper()):
            yield _Candidate(like.pattern, *token.span(), like.kept)


def _without_overlap(candidates: list[_Candidate], length: int) -> list[_Candidate]:
    """The most certain first, of equals the longest; what overlaps one already taken is dropped."""
    taken = bytearray(length)
    best = []
    for found in sorted(candidates, key=lambda candidate: candidate.rank):
        if any(taken[found.start : found.end]):
            continue
        lead_from = found.start - len(found.lead)
        free_from = max(lead_from, taken.rfind(1, lead_from, found.start) + 1)
        taken[free_from : found.end] = b"\x01" * (found.end - free_from)
        best.append(replace(found, lead=found.lead[free_from - lead_from :]))
    return sorted(best, key=lambda found: found.start)
