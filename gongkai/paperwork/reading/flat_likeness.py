"""How well the words around a run of figures spell a label: before it, after it, or wrapped around it."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from gongkai.paperwork.reading.runs import Run

OTHER_SIDE = 0.12  # what a label loses if all of it stands on the unusual side
_STEPS = 6


def run_likeness(run: Run, variants: Sequence[str], *, label_last: bool) -> float:
    """0 to 1. ``label_last`` says on which side of the figures labels usually stand in this text."""
    if not run.before and not run.after:
        return 0.0
    return max(_variant(run, variant, label_last=label_last) for variant in variants)


def _variant(run: Run, variant: str, *, label_last: bool) -> float:
    length = len(variant)
    around = run.before[-2 * length :] + run.after[: 2 * length]
    if fuzz.partial_ratio(variant, around) < 50:
        return 0.0
    cuts = {length, 0, *(length * step // _STEPS for step in range(1, _STEPS))}
    best = 0.0
    for cut in cuts:  # so many characters of the label stand before the figures
        spelt = (run.before[-cut:] if cut else "") + (
            run.after[: length - cut] if cut < length else ""
        )
        unusual = (cut if label_last else length - cut) / length
        best = max(best, fuzz.ratio(spelt, variant) / 100 - OTHER_SIDE * unusual)
    return best
