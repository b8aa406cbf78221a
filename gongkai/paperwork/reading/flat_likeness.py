"""How well the words around a run of figures spell a label: before it, after it, or wrapped around it."""

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from gongkai.paperwork.reading.runs import Run, left_to_right

OTHER_SIDE = 0.12  # what a label loses if all of it stands on the unusual side
OWN_SIDE = 0.3  # at least this share of a label stands on the usual side
NAMED = 85  # likeness in per cent from which a text is taken to name a row
SHORTEST_NAME = 5
HEAD = 2  # a label above its figures is only one if it begins as it should: else it may be the end of the last label
_STEPS = 6
_SURE = 0.85
MENDED = 0.8
MOST_LINES_APART = 3


def run_likeness(
    run: Run, variants: Sequence[str], *, label_last: bool, lonely: bool = False
) -> float:
    """0 to 1. ``label_last`` says on which side of the figures labels usually stand in this text.

    ``lonely`` allows a single figure with no words on the usual side to take its label from the other.
    """
    if not run.before and not run.after:
        return 0.0
    own = (
        0.0
        if lonely and len(run.words) == 1 and not (run.after if label_last else run.before)
        else OWN_SIDE
    )
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
        if label_last or run.beside or variant[:HEAD] in spelt[: 3 * HEAD]:
            best = max(best, fuzz.ratio(spelt, variant) / 100 - OTHER_SIDE * unusual)
    return best


def is_ambiguous(run: Run, titles: Sequence[str], *, label_last: bool) -> bool:
    """Whether the words on the usual side cannot be trusted to name the row.

    They name several, of which none stands right beside the figures; or the line of the figures has words on its other
    side only, and those name a row.
    """
    before = _is_named(run.beside, titles, at_end=True)
    behind = _is_named(run.behind, titles, at_end=False)
    if label_last and before and not run.behind:
        return True
    if not label_last and (before or (behind and not run.beside)):
        return not before
    words = run.after if label_last else run.before
    return sum(_names(words, title) for title in titles) > 1


def _is_named(words: str, titles: Sequence[str], *, at_end: bool) -> bool:
    """Whether the words beside the figures end (or begin) with a title."""
    ends = (words[-len(title) :] if at_end else words[: len(title)] for title in titles)
    return bool(words) and any(
        fuzz.ratio(end, title) / 100 >= _SURE for end, title in zip(ends, titles, strict=True)
    )


def _names(words: str, title: str) -> bool:
    """Whether a title stands among the words, a short one to the letter."""
    if len(title) < SHORTEST_NAME:
        return title in words
    return fuzz.partial_ratio(title, words) >= NAMED


def mend(runs: Sequence[Run], size: int, titles: Sequence[str]) -> list[Run]:
    """Join two runs that are one row: its label goes on between them and together they are ``size`` figures."""
    mended: list[Run] = []
    for run in runs:
        one = mended and _is_one_row(mended[-1], run, size, titles)
        mended.append(_joined(mended.pop(), run) if one else run)
    return mended


def _is_one_row(upper: Run, lower: Run, size: int, titles: Sequence[str]) -> bool:
    if (
        len(upper.words) + len(lower.words) != size
        or lower.lines[0] - upper.lines[-1] > MOST_LINES_APART
    ):
        return False
    whole = _spelt(upper.beside + lower.before, titles)
    return whole >= MENDED and whole > max(
        _spelt(upper.beside, titles), _spelt(lower.before, titles)
    )


def _spelt(label: str, titles: Sequence[str]) -> float:
    """How well the end of some words spells any of the titles."""
    return max(fuzz.ratio(label[-len(title) - 4 :], title) / 100 for title in titles)


def _joined(upper: Run, lower: Run) -> Run:
    """The row as one run, its figures from left to right if they stand apart on the page."""
    words = left_to_right((*upper.words, *lower.words))
    label = upper.beside + lower.before
    return replace(
        lower,
        words=words,
        lines=(*upper.lines, *lower.lines),
        page=upper.page,
        before=label,
        beside=label,
    )


def whole_labels(runs: Sequence[Run], titles: Sequence[str]) -> list[Run]:
    """Give each run the rest of its label, where that stands behind its figures.

    Only where what stands before and the beginning of what stands behind spell a title together; those words are then
    no longer taken for the label of the next run.
    """
    whole = list(runs)
    for at, run in enumerate(whole):
        rest = max((_rest(run, title) for title in titles), default=0)
        if not rest:
            continue
        label = run.before + run.after[:rest]
        whole[at] = replace(run, before=label, after=run.after[rest:])
        if at + 1 < len(whole) and whole[at + 1].before.startswith(run.after[:rest]):
            whole[at + 1] = replace(whole[at + 1], before=whole[at + 1].before[rest:])
    return whole


def _rest(run: Run, title: str) -> int:
    """How many characters behind the figures finish the title; 0 if they do not."""
    for split in range(1, len(title)):
        if run.before.endswith(title[:split]) and run.after.startswith(title[split:]):
            return len(title) - split
    return 0


def is_broken_off(rest: Run, row: Run) -> bool:
    """Whether ``rest`` may be digits that narrow cells of ``row`` broke off: few, close by, right above or below."""
    if len(rest.words) >= len(row.words) or abs(rest.lines[0] - row.lines[-1]) > MOST_LINES_APART:
        return False
    return any(a.x0 < b.x1 and b.x0 < a.x1 for a in rest.words for b in row.words)
