"""What is asked of every engine: kinds of queries, some of each, with what a plain look into every text finds."""

import random
from collections.abc import Iterable
from dataclasses import dataclass

from bench.search.corpus import COMMON, PHRASES, Notice
from gongkai.release.words import folded, wanted

EACH = 24
KINDS = ("common", "newest", "four", "several", "rare", "number")
GOALS_MS = {"common": 5, "newest": 5, "four": 15, "several": 30, "rare": 2, "number": 2}


@dataclass(frozen=True, slots=True)
class Asked:
    """One query of a kind, and how many documents hold its words."""

    kind: str
    typed: str
    held: int

    @property
    def words(self) -> list[str]:
        """The words, folded."""
        return wanted(self.typed)

    @property
    def newest(self) -> bool:
        """Whether the newest are to come first."""
        return self.kind == "newest"


def asked(notices: list[Notice]) -> list[Asked]:
    """The queries, counted."""
    typed = list(_typed(notices))
    texts = [folded(notice.whole) for notice in notices]
    every = {word for _, text in typed for word in wanted(text)}
    held = {word: {n for n, text in enumerate(texts) if word in text} for word in every}
    return [
        Asked(kind, text, len(set.intersection(*(held[word] for word in wanted(text)))))
        for kind, text in typed
    ]


def _typed(notices: list[Notice]) -> Iterable[tuple[str, str]]:
    drawn = random.Random(15)
    for n in range(EACH):
        some = drawn.choice(notices)
        yield "common", COMMON[n]
        yield "newest", COMMON[-1 - n]
        yield "four", PHRASES[n] if n % 3 else COMMON[n] + COMMON[n + 1]
        yield "several", " ".join((*drawn.sample(COMMON, 1 + n % 2), drawn.choice(PHRASES)))
        yield "rare", f"{some.name}{some.item % 977}"
        yield (
            "number",
            drawn.choice(
                (
                    some.number,
                    some.number.replace("〔", "").replace("〕", ""),
                    some.number.replace("〔", "[").replace("〕", "]"),
                )
            ),
        )
