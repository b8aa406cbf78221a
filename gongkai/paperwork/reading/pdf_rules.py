"""Joins the bars of a page into rules (whole straight lines) and the rules into frames, one for each table.

Dots, dashes and short segments become one rule; double borders lie side by side and are told apart later, by nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.paperwork.reading.pdf_page import Bar

SAME_LINE = 1.2  # points: bars whose middles differ by no more lie on one line
GAP = 4.5  # the widest gap in a dashed line
REACH = 3.0  # how far a border may stop short of the one it should meet
BESIDE = 4.0  # the two strokes of a double border are nearer than this
SHORTEST = 6.0  # less is no side of a cell
MOST_RULES = 2_000  # on a page; more is a drawing


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line at ``at`` (its y if horizontal, its x if vertical) from ``start`` to ``end``."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Ruled:
    """Rules that hang together."""

    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]


def rulings(bars: Sequence[Bar]) -> list[Ruled]:
    """The groups of rules on a page that touch one another, in no order."""
    horizontal = _joined([((b.top + b.bottom) / 2, b.x0, b.x1) for b in bars if _lies(b)])
    vertical = _joined([((b.x0 + b.x1) / 2, b.top, b.bottom) for b in bars if _stands(b)])
    if len(horizontal) + len(vertical) > MOST_RULES:
        return []
    return _hanging_together(horizontal, vertical)


def _lies(bar: Bar) -> bool:
    """A dot may be part of a rule in either direction."""
    return bar.x1 - bar.x0 >= bar.bottom - bar.top or _dot(bar)


def _stands(bar: Bar) -> bool:
    return bar.x1 - bar.x0 < bar.bottom - bar.top or _dot(bar)


def _dot(bar: Bar) -> bool:
    return max(bar.x1 - bar.x0, bar.bottom - bar.top) < GAP


def _joined(spans: list[tuple[float, float, float]]) -> list[Rule]:
    """One rule for all (at, start, end) that lie on one line and leave no gap."""
    rules: list[Rule] = []
    spans.sort()
    first = 0
    for index in range(1, len(spans) + 1):
        if index == len(spans) or spans[index][0] - spans[first][0] > SAME_LINE:
            rules.extend(_along(spans[first:index]))
            first = index
    return rules


def _along(spans: list[tuple[float, float, float]]) -> list[Rule]:
    at = sum(span[0] for span in spans) / len(spans)
    runs: list[list[float]] = []
    for _, start, end in sorted(spans, key=lambda span: span[1]):
        if runs and start - runs[-1][1] <= GAP:
            runs[-1][1] = max(runs[-1][1], end)
        else:
            runs.append([start, end])
    return [Rule(at, start, end) for start, end in runs if end - start >= SHORTEST]


def _hanging_together(horizontal: list[Rule], vertical: list[Rule]) -> list[Ruled]:
    rules = horizontal + vertical
    group = list(range(len(rules)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for i, one in enumerate(horizontal):
        for j, other in enumerate(vertical, start=len(horizontal)):
            if _meet(one, other):
                group[root(i)] = root(j)
    for offset, same in ((0, horizontal), (len(horizontal), vertical)):
        for i, j in _doubles(same):
            group[root(i + offset)] = root(j + offset)
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate(rules):
        pair = found.setdefault(root(index), ([], []))
        pair[index >= len(horizontal)].append(rule)
    return [Ruled(tuple(lying), tuple(standing)) for lying, standing in found.values()]


def _meet(lying: Rule, standing: Rule) -> bool:
    return (
        lying.start - REACH <= standing.at <= lying.end + REACH
        and standing.start - REACH <= lying.at <= standing.end + REACH
    )


def _doubles(rules: list[Rule]) -> list[tuple[int, int]]:
    """Pairs of places of parallel rules close side by side; ``rules`` are in order of ``at``."""
    pairs = []
    for i, one in enumerate(rules):
        j = i + 1
        while j < len(rules) and rules[j].at - one.at <= BESIDE:
            if rules[j].start <= one.end and one.start <= rules[j].end:
                pairs.append((i, j))
            j += 1
    return pairs
