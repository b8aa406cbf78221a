"""What changed between two texts, paragraph by paragraph and, inside a paragraph, word by word. Pure: two texts in, rows out."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "added", "removed", "changed", "skipped"]
AROUND = 1
"""Unchanged paragraphs shown beside a change."""
LONGEST = 3000
"""Characters of a paragraph beyond which its change is shown whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of characters; ``mark`` is "removed", "added" or ""."""

    words: str
    mark: Literal["", "removed", "added"] = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One row: a paragraph as it was, as it became, or both in one. ``skipped`` rows stand for so many unchanged ones."""

    kind: Kind
    parts: tuple[Part, ...] = ()
    count: int = 0


def differences(before: str, after: str) -> list[Difference]:
    """The rows between two texts of lines, with few unchanged lines around each change; empty where nothing changed."""
    if before == after:
        return []
    old, new = before.split("\n"), after.split("\n")
    rows: list[Difference] = []
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for place, (tag, a, b, c, d) in enumerate(steps):
        if tag == "equal":
            rows += _unchanged(new[c:d], first=place == 0, last=place == len(steps) - 1)
        else:
            rows += _changed(old[a:b], new[c:d])
    return rows


def _unchanged(lines: list[str], *, first: bool, last: bool) -> Iterator[Difference]:
    """The lines nearest to the changes, and how many are left out."""
    head = [] if first else lines[:AROUND]
    tail = [] if last else lines[max(len(head), len(lines) - AROUND) :]
    left_out = len(lines) - len(head) - len(tail)
    yield from (Difference("same", (Part(line),)) for line in head)
    if left_out:
        yield Difference("skipped", count=left_out)
    yield from (Difference("same", (Part(line),)) for line in tail)


def _changed(old: list[str], new: list[str]) -> Iterator[Difference]:
    """Lines that replace each other side by side, then those that only went or only came."""
    pairs = min(len(old), len(new))
    yield from (_pair(*pair) for pair in zip(old, new, strict=False))
    yield from (Difference("removed", (Part(line, "removed"),)) for line in old[pairs:])
    yield from (Difference("added", (Part(line, "added"),)) for line in new[pairs:])


def _pair(old: str, new: str) -> Difference:
    """A changed paragraph with what was struck out and what was put in."""
    if max(len(old), len(new)) > LONGEST:
        return Difference("changed", (Part(old, "removed"), Part(new, "added")))
    parts: list[Part] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(Part(old[a:b]))
            continue
        parts += [Part(old[a:b], "removed")] if b > a else []
        parts += [Part(new[c:d], "added")] if d > c else []
    return Difference("changed", tuple(parts))
