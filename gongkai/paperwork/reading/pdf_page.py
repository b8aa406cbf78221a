"""What a PDF page is reduced to: the glyphs that can be seen, the thin bars that may be table borders, the pictures.

Positions are points from the top left corner of the page as it is read, that is after any rotation.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

TOGETHER = 0.3  # of the font size: characters of one text object nearer than this are one word
TOUCHING = 0.1  # the same for characters of two text objects


@dataclass(slots=True)
class Glyph:
    """One printed character; a blank one has the text " ".

    ``x`` and ``y`` are its centre, ``width`` and ``size`` (of the font) its extent along and across the writing.
    ``turn`` counts quarter turns: 0 upright, 1 written upwards, 2 upside down, 3 written downwards.
    ``place`` is its place in the file's own order, ``piece`` the number of the text object it was written by.
    """

    text: str
    x: float
    y: float
    width: float
    size: float
    turn: int = 0
    place: int = 0
    piece: int = 0

    @property
    def x0(self) -> float:
        """Left edge of an upright glyph."""
        return self.x - self.width / 2

    @property
    def x1(self) -> float:
        """Right edge of an upright glyph."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Bar:
    """A thin filled or stroked box."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``pictures`` is the share of its area that images cover, above 1 where they overlap."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    bars: tuple[Bar, ...]
    pictures: float = 0.0


def in_one_go(one: Glyph, other: Glyph) -> bool:
    """Whether upright glyphs that follow each other in the file are one word. Some producers write each on its own."""
    near = (TOGETHER if one.piece == other.piece else TOUCHING) * one.size
    return abs(other.x0 - one.x1) < near and abs(other.y - one.y) < near and other.text != " "


def upright(glyphs: Sequence[Glyph], turn: int) -> Sequence[Glyph]:
    """Glyphs of one turn in their own frame, where they are written from left to right and line below line."""
    if turn == 0:
        return glyphs
    return [
        replace(glyph, x=x, y=y, turn=0)
        for glyph in glyphs
        for x, y in (_turned(glyph.x, glyph.y, turn),)
    ]


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    match turn:
        case 1:
            return -y, x
        case 2:
            return -x, -y
        case _:
            return y, -x
