"""The elements of a chart, and the picture around them with the title and description that are read aloud."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe

from gongkai.common.charts.lettering import Number, escaped

WIDTH = 420
"""Units across every chart: on a phone a unit is a little less than a pixel, on the desktop a little more."""
TEXT = 15
"""Size of the lettering, in units."""
LINE = 20
"""From one line of lettering to the next."""

_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps figures to places between ``start`` and ``end``; zero is always on it, so that no length deceives."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    @classmethod
    def over(cls, values: Iterable[Number], start: float, end: float) -> "Scale":
        """The scale that holds these figures and zero."""
        known = [Decimal(value) for value in values if value is not None]
        low, high = min([*known, Decimal(0)]), max([*known, Decimal(0)])
        return cls(low, high if high > low else low + 1, start, end)

    def at(self, value: int | Decimal) -> float:
        """Where a figure stands."""
        share = float((Decimal(value) - self.low) / (self.high - self.low))
        return self.start + (self.end - self.start) * share

    @property
    def zero(self) -> float:
        """Where the baseline is."""
        return self.at(0)


def coordinate(value: float) -> str:
    """A place on the picture, to a tenth of a unit."""
    return f"{value:.1f}".removesuffix(".0")


def words(x: float, y: float, text: str, kind: str = "", anchor: str = "start") -> str:
    """A line of lettering whose baseline is at ``y``."""
    look = f' class="{kind}"' if kind else ""
    place = f'x="{coordinate(x)}" y="{coordinate(y)}" text-anchor="{anchor}"'
    return f'<text {place} font-size="{TEXT}"{look}>{escaped(text)}</text>'


def bar(x: float, y: float, width: float, height: float, kind: str = "") -> str:
    """A bar. ``kind`` is a second class, for another colour."""
    look = f"chart__bar {kind}".strip()
    size = f'width="{coordinate(max(width, 0))}" height="{coordinate(height)}"'
    return f'<rect class="{look}" x="{coordinate(x)}" y="{coordinate(y)}" {size}/>'


def rule(x1: float, y1: float, x2: float, y2: float, kind: str = "chart__axis") -> str:
    """A thin straight line: an axis or a line of the grid."""
    ends = zip(("x1", "y1", "x2", "y2"), (x1, y1, x2, y2), strict=True)
    places = " ".join(f'{name}="{coordinate(value)}"' for name, value in ends)
    return f'<line class="{kind}" {places}/>'


def picture(name: str, title: str, about: str, height: float, parts: Sequence[str]) -> SafeString:
    """The finished chart. ``name`` is unique on the page; ``title`` says the finding, ``about`` the figures in words.

    Raises ValueError for a name that cannot be an id.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"a chart's name is of small letters, digits and hyphens, not {name!r}")
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {coordinate(height)}" role="img" '
        f'aria-labelledby="{name}-title {name}-about">'
        f'<title id="{name}-title">{escaped(title)}</title><desc id="{name}-about">{escaped(about)}</desc>'
    )
    return mark_safe(head + "".join(parts) + "</svg>")  # noqa: S308 — numbers, and text that is escaped here
