"""Did you mean: where nothing holds the words, the nearest words that stand in titles, by sound or but for one sign."""

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from gongkai.release.models import PublicDocument
from gongkai.release.search.engines import engine
from gongkai.release.search.looking import answered, words_of
from gongkai.release.search.question import Facts, NotReady, Question
from gongkai.release.search.sounds import sounds
from gongkai.release.words import folded, wanted

TITLES = 60
SHORTEST, SHORTEST_LATIN = 3, 4
"""Shorter words are nearly any other word but for one sign; they are compared by sound alone."""


def suggestion(typed: str, facts: Facts) -> str:
    """Other words for which there is something; "" where none are near."""
    words = wanted(typed)
    nearer = [word if _is_held(word, facts) else _nearest(word) for word in words]
    if nearer == words or not all(nearer):
        return ""
    offered = " ".join(nearer)
    found = answered(Question(words_of(offered), facts, most=1))
    return offered if found.total else ""


def _is_held(word: str, facts: Facts) -> bool:
    return answered(Question(words_of(word), facts, most=1)).total > 0


def _nearest(word: str) -> str:
    """The nearest piece of a title; "" where none is near."""
    if len(word) < 2:
        return ""
    heard = sounds(word)
    try:
        items = engine().titles_like(word, " ".join(heard), TITLES)
    except NotReady:
        return ""
    titles = PublicDocument.objects.filter(item_id__in=items).values_list("title", flat=True)
    return min(_near(word, heard, titles), default=(0, ""))[1]


def _near(word: str, heard: list[str], titles: Iterator[str]) -> Iterator[tuple[int, str]]:
    """Pieces of titles that sound like the word (0), or differ in one sign: as long (1), longer (2), shorter (3)."""
    for title in (folded(title).replace("\n", "") for title in titles):
        spoken = sounds(title)
        for place in range(len(title) - len(word) + 1):
            if spoken[place : place + len(word)] == heard:
                yield 0, title[place : place + len(word)]
        if len(word) >= (SHORTEST_LATIN if word.isascii() else SHORTEST):
            yield from _but_for_one_sign(word, title)


def _but_for_one_sign(word: str, title: str) -> Iterator[tuple[int, str]]:
    for rank, length in ((1, len(word)), (2, len(word) + 1), (3, len(word) - 1)):
        for place in range(len(title) - length + 1):
            piece = title[place : place + length]
            if Levenshtein.distance(word, piece, score_cutoff=1) == 1:
                yield rank, piece
