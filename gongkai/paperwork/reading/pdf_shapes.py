"""Plane geometry of what is drawn on a page: which strokes and filled shapes are bars, thin as a border."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gongkai.paperwork.reading.pdf_page import Bar

THICKEST = 4.0  # points; anything thicker is shading
FINEST = 0.05  # what is thinner is no side of a frame
LEVEL = 0.5  # points by which a level stroke may rise

Point = tuple[float, float]
Box = tuple[float, float, float, float]


class Transform(NamedTuple):
    """An affine map in PDF order."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> Point:
        """Where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, outer: "Transform") -> "Transform":
        """This map, followed by another."""
        return Transform(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            *outer.point(self.e, self.f),
        )

    def stretch(self) -> float:
        """How much longer a short stroke becomes."""
        return float(abs(self.a * self.d - self.b * self.c) ** 0.5)


def strokes(outlines: Iterable[Sequence[Point]], width: float) -> Iterator[Bar]:
    """A bar for each straight piece that runs along an axis."""
    if width > THICKEST:
        return
    for outline in outlines:
        for (x0, y0), (x1, y1) in pairwise(outline):
            if abs(x0 - x1) < LEVEL or abs(y0 - y1) < LEVEL:
                yield _stroke(box_of(((x0, y0), (x1, y1))), width / 2)


def _stroke(box: Box, half: float) -> Bar:
    left, top, right, bottom = box
    if right - left > bottom - top:
        return Bar(left, top - half, right, bottom + half)
    return Bar(left - half, top, right + half, bottom)


def fillings(boxes: list[Box]) -> Iterator[Bar]:
    """A bar for each thin shape and for each side of a frame, which is a box with a slightly smaller one cut out."""
    for index, box in enumerate(boxes):
        if thin(box):
            yield Bar(*box)
        elif index and not thin(boxes[index - 1]):
            yield from _frame(boxes[index - 1], box)


def _frame(one: Box, other: Box) -> Iterator[Bar]:
    outer, inner = sorted((one, other), key=lambda box: box[0] - box[2] + box[1] - box[3])
    sides = (
        (outer[0], outer[1], inner[0], outer[3]),
        (inner[2], outer[1], outer[2], outer[3]),
        (outer[0], outer[1], outer[2], inner[1]),
        (outer[0], inner[3], outer[2], outer[3]),
    )
    if all(0 <= _thickness(side) <= THICKEST for side in sides):
        yield from (Bar(*side) for side in sides if _thickness(side) > FINEST)


def _thickness(box: Box) -> float:
    return min(box[2] - box[0], box[3] - box[1])


def thin(box: Box) -> bool:
    """Whether a shape is no thicker than a border, in one direction at least."""
    return _thickness(box) <= THICKEST


def box_of(points: Iterable[Point]) -> Box:
    """The smallest box around some points."""
    points = list(points)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
