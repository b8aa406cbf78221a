"""Lines over the years: a dot and its figure for each year, the name of the line at its end instead of a legend.

Of three lines and more only the last figures are written, beside the names: more would cover one another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.utils.safestring import SafeString

from gongkai.common.charts.drawing import (
    LINE,
    TEXT,
    WIDTH,
    Scale,
    coordinate,
    picture,
    rule,
    words,
)
from gongkai.common.charts.lettering import Number, em_width, number_text, shortened

HEIGHT = 210
TOP = 30
SIDE = 22
"""Room left and right of the first and last dot for their figures."""
MOST_WITH_FIGURES = 2
LEAST_BETWEEN = 44
"""Where dots stand closer than this, only the first and the last say their figure."""

Placed = TypeVar("Placed", bound=tuple[Any, ...])
Point = tuple[float, float, int]
"""Where a dot stands: x, y, and the number of its year in the row."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its name, and a figure for each year; None leaves a gap. ``kind`` is a class for another colour."""

    name: str
    values: Sequence[Number]
    kind: str = ""


def lines(name: str, title: str, labels: Sequence[str], series: Sequence[Series]) -> SafeString:
    """The lines over ``labels``. Raises ValueError where a line has not one value for each label."""
    if any(len(line.values) != len(labels) for line in series):
        raise ValueError("each line needs one value for each label")
    crowded = len(series) > MOST_WITH_FIGURES
    names = [_ending(line) if crowded else line.name for line in series]
    room = min(max((em_width(name) for name in names), default=0) * TEXT + 10, WIDTH / 2)
    side = SIDE if crowded else _side(series)
    right = max(WIDTH - room - side, WIDTH / 3)
    bottom = HEIGHT - 2 * LINE - 12
    scale = Scale.over((value for line in series for value in line.values), bottom, TOP)
    xs = _places(len(labels), side, right)
    parts = [rule(0, scale.zero, right + side, scale.zero), *_below(labels, xs, right + side)]
    ends = _ends(series, scale)
    tops = [max((v for v in year if v is not None), default=None) for year in _years(series)]
    for number, line in enumerate(series):
        parts += _line(line, xs, scale, [] if crowded else tops)
        said = shortened(names[number], (WIDTH - right - side - 8) / TEXT)
        parts.append(words(right + side + 8, ends[number] + TEXT * 0.36, said))
    about = "；".join(f"{line.name}：{'，'.join(_said(labels, line))}" for line in series)
    return picture(name, title, about, HEIGHT, parts)


def _ending(line: Series) -> str:
    """The line's name with its last figure."""
    known = [value for value in line.values if value is not None]
    return f"{line.name} {number_text(known[-1])}" if known else line.name


def _said(labels: Sequence[str], line: Series) -> Iterator[str]:
    for label, value in zip(labels, line.values, strict=True):
        yield f"{label} {number_text(value)}"


def _side(series: Sequence[Series]) -> float:
    """Room for half of the widest figure, so that those of the first and last dot stay on the picture."""
    widest = max((em_width(number_text(v)) for line in series for v in line.values), default=0)
    return min(max(widest * TEXT / 2 + 2, SIDE), WIDTH / 6)


def _places(count: int, left: float, right: float) -> list[float]:
    """Where the years stand, evenly from left to right."""
    if count == 1:
        return [(left + right) / 2]
    return [left + (right - left) * number / (count - 1) for number in range(count)]


def _below(labels: Sequence[str], xs: Sequence[float], most: float) -> Iterator[str]:
    """The labels under the dots: all of them where there is room, else the first and the last, which stay on the picture."""
    between = xs[1] - xs[0] if len(xs) > 1 else most
    fits = all(em_width(label) * TEXT + 6 <= max(between, LEAST_BETWEEN) for label in labels)
    points = list(zip(xs, labels, strict=True))
    for x, label in _shown(points) if fits else [*points[:1], *points[1:][-1:]]:
        text = shortened(label, most / min(len(points), 2) / TEXT)
        half = em_width(text) * TEXT / 2
        yield words(max(min(x, most - half), half), HEIGHT - 6, text, "chart__soft", "middle")


def _shown(points: list[Placed]) -> list[Placed]:
    """All of them (each begins with its x), or only the first and the last where they would run into one another."""
    crowded = len(points) > 2 and points[1][0] - points[0][0] < LEAST_BETWEEN
    return [points[0], points[-1]] if crowded else points


def _years(series: Sequence[Series]) -> list[tuple[Number, ...]]:
    """The figures of each year, one for each line."""
    return list(zip(*(line.values for line in series), strict=True))


def _line(line: Series, xs: Sequence[float], scale: Scale, tops: Sequence[Number]) -> Iterator[str]:
    """The strokes, dots and figures of one line. A figure stands above the dot if no other line runs higher that year.

    Without ``tops`` no figures are written.
    """
    look, dot = f"chart__line {line.kind}".strip(), f"chart__dot {line.kind}".strip()
    runs = list(_runs(line, xs, scale))
    for run in runs:
        places = " ".join(f"{coordinate(x)},{coordinate(y)}" for x, y, _ in run)
        yield f'<polyline class="{look}" points="{places}"/>'
    points = [point for run in runs for point in run]
    for x, y, _ in points:
        yield f'<circle class="{dot}" cx="{coordinate(x)}" cy="{coordinate(y)}" r="4"/>'
    for x, y, at in _shown(points) if tops else ():
        off = -10 if line.values[at] == tops[at] else LINE + 2
        yield words(x, y + off, number_text(line.values[at]), "", "middle")


def _runs(line: Series, xs: Sequence[float], scale: Scale) -> Iterator[list[Point]]:
    """The stretches of years that follow on one another without a gap."""
    run: list[Point] = []
    for at, (x, value) in enumerate(zip(xs, line.values, strict=True)):
        if value is not None:
            run.append((x, scale.at(value), at))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _ends(series: Sequence[Series], scale: Scale) -> list[float]:
    """Where the names of the lines stand: at their last figure, moved down where two would cover one another."""
    wanted = []
    for number, line in enumerate(series):
        known = [value for value in line.values if value is not None]
        wanted.append((scale.at(known[-1]) if known else scale.zero, number))
    places, lowest = [0.0] * len(series), float("-inf")
    for y, number in sorted(wanted):
        places[number] = lowest = max(y, lowest + LINE)
    return places
