"""Which run of figures is which row of the form, with labels before the figures or behind them."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.paperwork.reading.align import align, total
from gongkai.paperwork.reading.flat_likeness import is_ambiguous, run_likeness, whole_labels
from gongkai.paperwork.reading.runs import Run

LEAST = 0.62
SAME_LINE = 0.1  # what a label gains that stands on the line of its figures
OTHER_SIZE = 0.7  # what is left of a likeness if the figures are not as many as the row has


@dataclass(frozen=True, slots=True)
class Label:
    """A row to be found: its bare title, its bare spellings, and how many figures it has."""

    title: str
    spellings: tuple[str, ...]
    size: int


def best_alignment(
    runs: Sequence[Run], labels: Sequence[Label], *, label_last: bool | None = None
) -> tuple[list[int | None], bool]:
    """Each run's label, and whether labels stand last.

    Both ways are tried unless ``label_last`` says which it is. A run whose words name several labels is left without
    one: which is meant cannot be told.
    """
    tried = [
        (way, *_aligned(runs, labels, label_last=way))
        for way in (False, True)
        if label_last in {None, way}
    ]
    way, assigned, _ = max(tried, key=lambda one: one[2])
    return assigned, way


def _aligned(
    runs: Sequence[Run], labels: Sequence[Label], *, label_last: bool
) -> tuple[list[int | None], float]:
    titles = [label.title for label in labels]
    whole = list(runs) if label_last else whole_labels(runs, titles)
    scores = [
        [0.0] * len(labels)
        if is_ambiguous(run, titles, label_last=label_last)
        else [_score(run, label, label_last=label_last) for label in labels]
        for run in whole
    ]
    assigned = align(scores, LEAST)
    return assigned, total(scores, assigned)


def _score(run: Run, label: Label, *, label_last: bool) -> float:
    score = run_likeness(run, label.spellings, label_last=label_last, lonely=label.size == 1)
    if score >= LEAST and (run.behind if label_last else run.beside):
        score += SAME_LINE
    return score if len(run.words) == label.size else score * OTHER_SIZE
