"""Horizontal bars: the label above its bar, the figure at its end, so that long Chinese labels need no slanting."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from gongkai.common.charts.drawing import LINE, TEXT, WIDTH, Scale, bar, picture, rule, words
from gongkai.common.charts.lettering import Number, broken, em_width, number_text

THICK, THIN = 18, 14
GAP = 12
AIR = 6
"""Between a bar's end and its figure."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure with its label. ``kind`` is a class for another colour; ``after`` stands behind the figure (件)."""

    label: str
    value: Number
    kind: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The figure in words."""
        return number_text(self.value) + (self.after if self.value is not None else "")


@dataclass(frozen=True, slots=True)
class Group:
    """Figures under one label, each of them with a label of its own."""

    label: str
    bars: Sequence[Bar]


def bars(name: str, title: str, rows: Sequence[Bar]) -> SafeString:
    """A bar for each row, from top to bottom."""
    scale = _scale(rows, [row.text for row in rows])
    parts, y = [], 0.0
    for row in rows:
        drawn, y = _heading(row.label, y)
        parts += [*drawn, *_bar(row, row.text, y, THICK, scale)]
        y += THICK + GAP
    about = "；".join(f"{row.label} {row.text}" for row in rows)
    return picture(name, title, about, max(y - GAP, 1), parts)


def grouped_bars(name: str, title: str, groups: Sequence[Group]) -> SafeString:
    """For each group its label and below it a bar for each figure, which says its own label and figure at its end."""
    every = [row for group in groups for row in group.bars]
    scale = _scale(every, [_ending(row) for row in every])
    parts, y = [], 0.0
    for group in groups:
        drawn, y = _heading(group.label, y)
        parts += drawn
        for row in group.bars:
            parts += _bar(row, _ending(row), y, THIN, scale)
            y += THIN + AIR
        y += GAP
    about = "；".join(
        f"{group.label}：{'，'.join(_ending(row) for row in group.bars)}" for group in groups
    )
    return picture(name, title, about, max(y - GAP, 1), parts)


def _ending(row: Bar) -> str:
    return f"{row.label} {row.text}"


def _scale(rows: Sequence[Bar], endings: Sequence[str]) -> Scale:
    """Leaves room at the right for the longest figure."""
    room = max((em_width(text) for text in endings), default=0) * TEXT + AIR
    return Scale.over((row.value for row in rows), 1, max(WIDTH - room - 2, WIDTH / 4))


def _heading(label: str, y: float) -> tuple[list[str], float]:
    """The label's lines, and where the bar below it begins."""
    lines = broken(label, WIDTH / TEXT)
    drawn = [words(0, y + LINE * number + TEXT, line) for number, line in enumerate(lines)]
    return drawn, y + LINE * len(lines) + 2


def _bar(row: Bar, ending: str, y: float, thick: int, scale: Scale) -> list[str]:
    """The bar and what stands at its end. What is missing has no bar, only words."""
    value = 0 if row.value is None else row.value
    left, right = sorted((scale.at(value), scale.zero))
    drawn = [rule(scale.zero, y - 3, scale.zero, y + thick + 3)]
    if row.value is not None:
        drawn.append(bar(left, y, right - left, thick, row.kind))
    kind = "chart__soft" if row.value is None else ""
    return [*drawn, words(right + AIR, y + thick / 2 + TEXT * 0.36, ending, kind)]
