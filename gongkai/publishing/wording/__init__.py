"""The list of common mistakes in official texts that comes with the program: ``*.csv``, one mistake a row, with its reason."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mistake:
    """``wrong`` should read ``right`` (empty: leave it out). Inside one of the words of ``unless`` it is no mistake."""

    wrong: str
    right: str
    reason: str
    unless: tuple[str, ...] = ()


@cache
def shipped() -> tuple[Mistake, ...]:
    """Every row of every list."""
    found = []
    for path in sorted(Path(__file__).parent.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                unless = tuple(word for word in (row["不算"] or "").split("|") if word)
                found.append(Mistake(row["误"], row["正"], row["理由"], unless))
    return tuple(found)


def places(text: str, mistakes: tuple[Mistake, ...]) -> list[tuple[int, Mistake]]:
    """Where which mistake stands, the longest first where two begin at the same place."""
    by_word = {row.wrong: row for row in mistakes}
    if not by_word:
        return []
    words = sorted(by_word, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, words)))
    found = ((match.start(), by_word[match[0]]) for match in pattern.finditer(text))
    return [(start, row) for start, row in found if not _is_part(text, start, row)]


def _is_part(text: str, start: int, row: Mistake) -> bool:
    """Whether the word stands inside one of those in which it is right."""
    for whole in row.unless:
        shift = whole.find(row.wrong)
        if shift >= 0 and text.startswith(whole, max(0, start - shift)):
            return True
    return False
