"""How well the words around a run of figures spell a label: before it, after it, or wrapped around it."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from gongkai.paperwork.reading.runs import Run

OTHER_SIDE = 0.12  # what a label loses if all of it stands on the unusual side
OWN_SIDE = 0.3  # at least this share of a label stands on the usual side
NAMED = 85  # likeness in per cent from which a text is taken to name a row
SHORTEST_NAME = 5
_STEPS = 6
_SURE = 0.85


def run_likeness(
    run: Run, variants: Sequence[str], *, label_last: bool, lonely: bool = False
) -> float:
    """0 to 1. ``label_last`` says on which side of the figures labels usually stand in this text.

    ``lonely`` allows a run with no words on the usual side to take its label from the other.
    """
    if not run.before and not run.after:
        return 0.0
    own = OWN_SIDE if not lonely or (run.after if label_last else run.before) else 0.0
    return max(_variant(run, variant, own, label_last=label_last) for variant in variants)


def _variant(run: Run, variant: str, own: float, *, label_last: bool) -> float:
    length = len(variant)
    if len(run.after if label_last else run.before) < own * length:
        return 0.0
    around = run.before[-2 * length :] + run.after[: 2 * length]
    if fuzz.partial_ratio(variant, around) < 50:
        return 0.0
    cuts = {length, 0, *(length * step // _STEPS for step in range(1, _STEPS))}
    best = 0.0
    for cut in cuts:  # so many characters of the label stand before the figures
        unusual = (cut if label_last else length - cut) / length
        if unusual > 1 - own:
            continue
        spelt = (run.before[-cut:] if cut else "") + (
            run.after[: length - cut] if cut < length else ""
        )
        best = max(best, fuzz.ratio(spelt, variant) / 100 - OTHER_SIDE * unusual)
    return best


def is_ambiguous(run: Run, titles: Sequence[str], *, label_last: bool) -> bool:
    """Whether the words on the usual side name several rows and none of them stands right beside the figures."""
    if not label_last and any(
        fuzz.ratio(run.beside[-len(t) :], t) / 100 >= _SURE for t in titles if run.beside
    ):
        return False
    words = run.after if label_last else run.before
    named = [t for t in titles if len(t) >= SHORTEST_NAME and fuzz.partial_ratio(t, words) >= NAMED]
    return len(named) > 1
