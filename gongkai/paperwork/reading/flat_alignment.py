"""Which run of figures is which row of the form, with labels before the figures or behind them."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.paperwork.reading.align import align, total
from gongkai.paperwork.reading.flat_likeness import is_ambiguous, run_likeness, whole_labels
from gongkai.paperwork.reading.runs import Run

LEAST = 0.72
SURE = 0.85
CLEARLY = 1.5  # labels and figures that alternate fit both ways but for one row at either end
SAME_LINE = 0.1  # what a label gains that stands on the line of its figures
OTHER_SIZE = 0.85  # what is left of a likeness if the figures are not as many as the row has


@dataclass(frozen=True, slots=True)
class Label:
    """A row to be found: its bare title, its bare spellings, and how many figures it has."""

    title: str
    spellings: tuple[str, ...]
    size: int
    least: float = LEAST


def best_alignment(
    runs: Sequence[Run], labels: Sequence[Label], *, otherwise: bool | None = None
) -> tuple[list[int | None], bool]:
    """Each run's label, and whether labels stand last.

    A run whose words name several labels is left without one: which is meant cannot be told. So is every run where both
    ways explain the text equally well, unless ``otherwise`` says how labels stand in the rest of the document.
    """
    first, of_first = _aligned(runs, labels, label_last=False)
    last, of_last = _aligned(runs, labels, label_last=True)
    opens, closes = _opens(runs, labels[0]), _closes(runs, labels[-1])
    way: bool | None = otherwise
    if abs(of_first - of_last) >= CLEARLY:
        way = of_last > of_first
    elif opens != closes:
        way = closes
    if way is None:
        return [None] * len(runs), False
    return (last, True) if way else (first, False)


def _is_row(run: Run, label: Label) -> bool:
    """Whether a run may be a row, if perhaps not a whole one."""
    return 2 * len(run.words) > label.size


def _opens(runs: Sequence[Run], label: Label) -> bool:
    """Whether the first label stands before the first figures, as it does where labels come first."""
    run = next((run for run in runs if _is_row(run, label)), None)
    return run is not None and run_likeness(run, label.spellings, label_last=False) >= SURE


def _closes(runs: Sequence[Run], label: Label) -> bool:
    """Whether the last label stands behind the last figures, as it does where labels come last."""
    run = next((run for run in reversed(runs) if _is_row(run, label)), None)
    return run is not None and run_likeness(run, label.spellings, label_last=True) >= SURE


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
    assigned = align(scores, labels[0].least)
    return assigned, total(scores, assigned)


def _score(run: Run, label: Label, *, label_last: bool) -> float:
    score = run_likeness(run, label.spellings, label_last=label_last, lonely=label.size == 1)
    if score >= label.least and (run.behind if label_last else run.beside):
        score += SAME_LINE
    return score if len(run.words) == label.size else score * OTHER_SIZE
