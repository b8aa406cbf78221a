"""Which found row is which row of the form: the order-keeping assignment with the greatest likeness in all.

Rows of the form come in a fixed order, so a misspelt label or the many rows called 其他 find their place by their
neighbours. Nothing is assigned below a least likeness.
"""

from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz import fuzz

LEAST = 0.6


def likeness(label: str, variants: Sequence[str]) -> float:
    """How like a bare label is to the best of its known spellings: 0 to 1."""
    return max((fuzz.ratio(label, variant) / 100 for variant in variants), default=0.0)


def _weight(score: float) -> float:
    """One sure label outweighs two doubtful ones."""
    return score**3


def align(scores: Sequence[Sequence[float]], least: float = LEAST) -> list[int | None]:
    """Assign candidates (rows of ``scores``) to form rows (its columns) in order, each at most once.

    Returns for each candidate the index of its form row, or None. Of equal sums the earlier form row is taken.
    """
    if not scores:
        return []
    width = len(scores[0])
    best = [[0.0] * (width + 1) for _ in range(len(scores) + 1)]
    for i in range(len(scores) - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            take = _weight(scores[i][j]) + best[i + 1][j + 1] if scores[i][j] >= least else -1.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], take)
    return _trace(scores, best, least)


def _trace(
    scores: Sequence[Sequence[float]], best: list[list[float]], least: float
) -> list[int | None]:
    assigned: list[int | None] = [None] * len(scores)
    i = j = 0
    while i < len(scores) and j < len(scores[0]):
        score = scores[i][j]
        if score >= least and abs(best[i][j] - _weight(score) - best[i + 1][j + 1]) < 1e-9:
            assigned[i] = j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            i += 1
    return assigned


def total(scores: Sequence[Sequence[float]], assigned: Sequence[int | None]) -> float:
    """The likeness of an assignment in all."""
    return sum(_weight(scores[i][j]) for i, j in enumerate(assigned) if j is not None)


def fill_gaps(
    assigned: Sequence[int | None],
    nameless: Sequence[bool | None],
    alternatives: Sequence[frozenset[int]],
) -> list[int | None]:
    """Give rows without a readable label their place, where two sure neighbours leave no choice.

    ``nameless`` is True for a candidate that is a whole row, None for one that is no row at all, and False for one that
    may be rows in pieces: beside such a one nothing can be counted. Between two assigned candidates, if as many whole
    rows stand as the form has there, they are those rows. ``alternatives`` are sets of form rows of which a report has
    none or all; a set of which one is assigned is there.
    """
    filled = list(assigned)
    possible = [
        without
        for without in alternatives
        if not without.intersection(r for r in assigned if r is not None)
    ]
    sure = [(i, j) for i, j in enumerate(assigned) if j is not None]
    for (i, j), (next_i, next_j) in pairwise(sure):
        between = [at for at in range(i + 1, next_i) if nameless[at]]
        if not between or False in nameless[i + 1 : next_i]:
            continue
        forms = (
            [row for row in range(j + 1, next_j) if row not in without] for without in possible
        )
        fitting = next((form for form in forms if len(form) == len(between)), [])
        for at, row in zip(between if fitting else (), fitting, strict=True):
            filled[at] = row
    return filled
