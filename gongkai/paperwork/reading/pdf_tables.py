"""Rules to tables: the base grid that all borders span together, and the cells that are left where borders are missing.

A cell spans as many base columns and rows as no border runs between. Outer borders that are not drawn are supplied.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gongkai.paperwork.reading.pdf_page import Page
from gongkai.paperwork.reading.pdf_rules import Rule, Ruled, rulings
from gongkai.paperwork.reading.pdf_underlines import borders

NARROWEST = 5.0  # points: borders nearer to one another are one border of the grid
WIDEST = 7.0  # and no border of the grid gathers more than this
OVERHANG = 8.0  # rules that end farther outside had another border there, not drawn
DRAWN = 0.5  # a side counts as drawn when rules cover this share of it
MOST_CELLS = 20_000
FEWEST_CELLS = 4  # of a table that stands within another


@dataclass(frozen=True, slots=True)
class Cell:
    """A rectangle of base cells: rows ``top`` to ``bottom``, columns ``left`` to ``right``, ends not included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The borders' positions in points, the cells in reading order, and which cell owns each base cell.

    ``columns`` gives each of ``xs`` its number in the whole table, where this is only a page's piece of it.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Cell, ...]
    owners: tuple[tuple[int, ...], ...]
    columns: tuple[int, ...]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies within the outer borders."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def cell_at(self, x: float, y: float) -> int:
        """The index of the cell at a point; the nearest one for a point on or outside the outer borders."""
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        return self.owners[row][column]

    def width(self, cell: Cell) -> float:
        """Of a cell, in points."""
        return self.xs[cell.right] - self.xs[cell.left]

    def without_first_row(self) -> "Grid":
        """The grid below its first row; cells that span more rows keep the rest of them."""
        cells = tuple(
            Cell(max(cell.top - 1, 0), cell.left, cell.bottom - 1, cell.right)
            for cell in self.cells
            if cell.bottom > 1
        )
        owners = _owners(cells, len(self.ys) - 2, len(self.xs) - 1)
        return Grid(self.xs, self.ys[1:], cells, owners, self.columns)


def grid_of(ruled: Ruled) -> Grid | None:
    """The grid of rules that hang together; None for what is no table: one line, one box, a drawing."""
    lying, standing = ruled.horizontal, ruled.vertical
    if not lying or not standing:
        return None
    xs = _borders([rule.at for rule in standing], [e for r in lying for e in (r.start, r.end)])
    ys = _borders([rule.at for rule in lying], [e for r in standing for e in (r.start, r.end)])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns > MOST_CELLS:
        return None
    below = _drawn(lying, ys, xs)
    beside = _drawn(standing, xs, ys)
    cells = _cells(rows, columns, below, beside)
    if len(cells) < 2:
        return None
    return Grid(xs, ys, cells, _owners(cells, rows, columns), tuple(range(len(xs))))


def _owners(cells: Sequence[Cell], rows: int, columns: int) -> tuple[tuple[int, ...], ...]:
    owners = [[0] * columns for _ in range(rows)]
    for index, cell in enumerate(cells):
        for line in owners[cell.top : cell.bottom]:
            line[cell.left : cell.right] = [index] * (cell.right - cell.left)
    return tuple(tuple(line) for line in owners)


def _borders(places: list[float], ends: list[float]) -> tuple[float, ...]:
    """Places of borders in order; ends of the rules across that lie farther out had a border there, not drawn."""
    outer = [e for e in (min(ends),) if e < min(places) - OVERHANG]
    outer += [e for e in (max(ends),) if e > max(places) + OVERHANG]
    return gathered([*places, *outer])


def gathered(places: Iterable[float]) -> tuple[float, ...]:
    """Places in order, near ones taken together."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] <= NARROWEST and place - groups[-1][0] <= WIDEST:
            groups[-1].append(place)
        else:
            groups.append([place])
    return tuple(sum(group) / len(group) for group in groups)


def _drawn(
    rules: Sequence[Rule], places: tuple[float, ...], stops: tuple[float, ...]
) -> list[list[bool]]:
    """For each place and each stretch between two stops, whether a rule covers it."""
    covered = [[0.0] * (len(stops) - 1) for _ in places]
    for rule in rules:
        index = min(range(len(places)), key=lambda i: abs(places[i] - rule.at))
        for stretch, (start, end) in enumerate(pairwise(stops)):
            covered[index][stretch] += max(0.0, min(end, rule.end) - max(start, rule.start))
    return [
        [length >= DRAWN * (stops[i + 1] - stops[i]) for i, length in enumerate(lengths)]
        for lengths in covered
    ]


def _cells(
    rows: int, columns: int, below: list[list[bool]], beside: list[list[bool]]
) -> tuple[Cell, ...]:
    """Rectangles of base cells, grown right and then down as far as no border is in the way."""
    taken = [[False] * columns for _ in range(rows)]
    cells = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            right = column + 1
            while right < columns and not beside[right][row] and not taken[row][right]:
                right += 1
            bottom = row + 1
            while bottom < rows and _open(bottom, column, right, below, beside):
                bottom += 1
            for line in taken[row:bottom]:
                line[column:right] = [True] * (right - column)
            cells.append(Cell(row, column, bottom, right))
    return tuple(cells)


def _open(
    row: int, left: int, right: int, below: list[list[bool]], beside: list[list[bool]]
) -> bool:
    """Whether the cell above goes on into ``row`` between ``left`` and ``right``."""
    return not any(below[row][left:right]) and not any(
        beside[x][row] for x in range(left + 1, right)
    )


def grids_of(page: Page) -> tuple[Grid, ...]:
    """The tables of a page from top to bottom. One that only frames another is none; nor is a small box inside a table's cell."""
    grids = [grid for grid in map(grid_of, rulings(borders(page))) if grid]
    return tuple(
        grid
        for grid in sorted(grids, key=lambda grid: grid.ys[0])
        if not any(_frames(grid, other) or _lies_in(grid, other) for other in grids)
    )


def _frames(grid: Grid, other: Grid) -> bool:
    return _within(other, grid) and len(other.cells) >= FEWEST_CELLS


def _lies_in(grid: Grid, other: Grid) -> bool:
    return _within(grid, other) and len(grid.cells) < FEWEST_CELLS


def _within(inner: Grid, outer: Grid) -> bool:
    return inner is not outer and all(
        outer.holds(x, y) for x in (inner.xs[0], inner.xs[-1]) for y in (inner.ys[0], inner.ys[-1])
    )
