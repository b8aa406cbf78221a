"""Parts of a whole side by side in one bar for each row, all bars equally long; the names and shares of the parts stand below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from gongkai.common.charts.drawing import LINE, TEXT, WIDTH, bar, picture, words
from gongkai.common.charts.lettering import broken, em_width, number_text

THICK, GAP, MARK = 20, 16, 11
BETWEEN = 14
"""Between two parts' names."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its name, its number, and its colour as a class."""

    label: str
    value: int | Decimal
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Stack:
    """A row: its label and its parts. ``after`` stands behind the sum (件)."""

    label: str
    parts: Sequence[Part]
    after: str = ""

    @property
    def whole(self) -> int | Decimal:
        """All parts together."""
        return sum((part.value for part in self.parts), 0)

    @property
    def heading(self) -> str:
        """Label and sum."""
        return f"{self.label} {number_text(self.whole)}{self.after}"

    def share(self, part: Part) -> str:
        """The part in per cent of the whole."""
        return f"{part.label} {100 * part.value / self.whole:.0f}%" if self.whole else part.label


def stacked_bars(name: str, title: str, rows: Sequence[Stack]) -> SafeString:
    """A bar for each row, from top to bottom. Parts of nothing are left out."""
    parts, y = [], 0.0
    for row in rows:
        for line in broken(row.heading, WIDTH / TEXT):
            parts.append(words(0, y + TEXT, line))
            y += LINE
        parts += _bars(row, y)
        drawn, y = _names(row, y + THICK + 4)
        parts += drawn
        y += GAP
    about = "；".join(f"{row.heading}：{'，'.join(map(row.share, _some(row)))}" for row in rows)
    return picture(name, title, about, max(y - GAP, 1), parts)


def _some(row: Stack) -> list[Part]:
    return [part for part in row.parts if part.value > 0]


def _bars(row: Stack, y: float) -> Iterator[str]:
    """The parts from left to right with a hair of paper between them."""
    x = 0.0
    for part in _some(row):
        width = WIDTH * float(part.value / row.whole)
        yield bar(x, y, max(width - 1.5, 0.5), THICK, part.kind)
        x += width


def _names(row: Stack, y: float) -> tuple[list[str], float]:
    """A square in the part's colour, its name and its share, in as many lines as are needed; and where they end."""
    drawn, x = [], 0.0
    for part in _some(row):
        text = row.share(part)
        width = MARK + 4 + em_width(text) * TEXT + BETWEEN
        if x and x + width - BETWEEN > WIDTH:
            x, y = 0.0, y + LINE
        drawn.append(bar(x, y + LINE - MARK - 3, MARK, MARK, part.kind))
        drawn.append(words(x + MARK + 4, y + LINE - 4, text, "chart__soft"))
        x += width
    return drawn, y + LINE
