"""Where something is blacked out: a page and a rectangle in fractions of the page as it is seen, turned and cropped."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gongkai.paperwork.errors import UnreadableReport

Edges = tuple[float, float, float, float]
"""Left, top, right, bottom: fractions of the width and height as seen, from the upper left corner."""
RIM = 0.15
"""Share of a character's width and height on each side that counts as its rim."""


class WrongBox(UnreadableReport):
    """A rectangle is not on the page it names, or has no size; the message says which."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on page ``page``, counted from 1."""

    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def edges(self) -> Edges:
        """The rectangle alone."""
        return (self.left, self.top, self.right, self.bottom)


@dataclass(frozen=True, slots=True)
class Redaction:
    """One place to be blacked out, and why: ``ground`` is a key or words of the caller's, kept as given."""

    box: Box
    ground: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """One entry of the list of what was withheld. ``number`` counts from 1 in the order of pages, from top to bottom."""

    number: int
    box: Box
    ground: str


def withheld(redactions: Iterable[Redaction]) -> tuple[Withheld, ...]:
    """The list in reading order."""
    ordered = sorted(redactions, key=lambda each: (each.box.page, each.box.top, each.box.left))
    return tuple(Withheld(at, each.box, each.ground) for at, each in enumerate(ordered, 1))


def check(boxes: Iterable[Box], pages: int) -> None:
    """Raise WrongBox for a rectangle that lies beside its page, has no size, or names a page that is not there."""
    for box in boxes:
        if not 1 <= box.page <= pages:
            raise WrongBox(f"没有第 {box.page} 页：文件共 {pages} 页")
        # Written so that a number that is none (NaN) is refused too.
        if not (0 <= box.left < box.right <= 1 and 0 <= box.top < box.bottom <= 1):
            raise WrongBox(f"第 {box.page} 页的涂黑范围不在页面之内，请重新框选")


def by_page(boxes: Iterable[Box]) -> Mapping[int, tuple[Edges, ...]]:
    """The rectangles of each page that has any."""
    found: dict[int, list[Edges]] = {}
    for box in boxes:
        found.setdefault(box.page, []).append(box.edges)
    return {page: tuple(edges) for page, edges in found.items()}


def touches(edges: Edges, others: Sequence[Edges]) -> bool:
    """Whether a rectangle shares any area with one of the others."""
    left, top, right, bottom = edges
    return any(
        left < other[2] and right > other[0] and top < other[3] and bottom > other[1]
        for other in others
    )


def core(edges: Edges) -> Edges:
    """The inner part of a character's rectangle: neighbours of a box touch it with their edge alone."""
    left, top, right, bottom = edges
    across, down = RIM * (right - left), RIM * (bottom - top)
    return (left + across, top + down, right - across, bottom - down)


def union(edges: Sequence[Edges]) -> Edges:
    """The smallest rectangle around some."""
    return (
        min(each[0] for each in edges),
        min(each[1] for each in edges),
        max(each[2] for each in edges),
        max(each[3] for each in edges),
    )


def middle_in(edges: Edges, box: Edges) -> bool:
    """Whether the middle of a rectangle lies in another."""
    across, down = (edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]
