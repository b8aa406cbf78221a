"""Where the columns of 表三 stand on the line, so that a row with blank cells can still be read.

Full rows show it best; without one the headings do. Only a figure that is clearly nearest to one column is placed.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from gongkai.paperwork.reading.document import Line, Word
from gongkai.paperwork.reading.normalise import bare
from gongkai.paperwork.reading.runs import Run

Columns = tuple[tuple[float, float], ...]  # left and right edge of each column's figures
FEWEST_ROWS = 3
_HEADINGS = (
    ("自然",),
    ("商业",),
    ("科研",),
    ("社会", "公益"),
    ("法律", "服务"),
    ("其他",),
    ("总计", "总"),
)


def columns_of(lines: Sequence[Line], runs: Sequence[Run], size: int) -> Columns | None:
    """The columns' edges, or None where they cannot be told.

    Full rows are only believed if all of them stand in the same columns: text whose spaces were folded does not.
    Headings show it on a printed page only; in text their spaces do not match those of the figures.
    """
    worth = {line.placed for line in lines}
    if "none" in worth:
        return None
    full = [run for run in runs if len(run.words) == size and len(set(run.lines)) == 1]
    if not full:
        return _from_headings(lines) if worth == {"exact"} else None
    edges = tuple(
        (median(run.words[i].x0 for run in full), median(run.words[i].x1 for run in full))
        for i in range(size)
    )
    if len(full) < FEWEST_ROWS or not _apart(edges):
        return None
    return edges if all(place(run.words, edges) == list(run.words) for run in full) else None


def _from_headings(lines: Sequence[Line]) -> Columns | None:
    words = [word for line in lines for word in line.words]
    edges: list[tuple[float, float]] = []
    for spellings in _HEADINGS:
        right_of = edges[-1][1] if edges else 0.0
        fitting = [
            w
            for w in words
            if bare(w.text).startswith(spellings) and w.x0 >= right_of and len(w.text) <= 8
        ]
        if not fitting:
            return None
        edges.append((fitting[0].x0, fitting[0].x1))
    return tuple(edges) if _apart(edges) else None


def _apart(edges: Sequence[tuple[float, float]]) -> bool:
    return all(a[1] <= b[0] for a, b in pairwise(edges))


def place(words: Sequence[Word], columns: Columns) -> list[Word | None] | None:
    """Put each word into its column; None if one lies between two columns or two share one."""
    placed: list[Word | None] = [None] * len(columns)
    for word in words:
        at = _nearest(word, columns)
        if at is None or placed[at] is not None:
            return None
        placed[at] = word
    return placed


def _nearest(word: Word, columns: Columns) -> int | None:
    """The column that the word's middle is clearly nearest to."""
    middle = (word.x0 + word.x1) / 2
    distances = sorted((abs(middle - (x0 + x1) / 2), at) for at, (x0, x1) in enumerate(columns))
    nearest, second = distances[0], distances[1]
    return nearest[1] if nearest[0] * 3 <= second[0] else None
