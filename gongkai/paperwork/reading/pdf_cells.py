"""Fills the cells of a grid with the glyphs printed in them, and turns the filled grid into a Table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.paperwork.reading.document import Table, TableCell
from gongkai.paperwork.reading.pdf_lines import NUMERIC, cell_text, rows_of, wide
from gongkai.paperwork.reading.pdf_page import Glyph, in_one_go
from gongkai.paperwork.reading.pdf_tables import Cell, Grid

STICKS_OUT = 0.25  # of its width: a character that reaches so far over a border left its cell
PADDING = 12.0  # points of a cell's width that stay empty in Word
MOST_PADDING = 24.0


@dataclass(frozen=True, slots=True)
class Filled:
    """A grid and, for each of its cells, the glyphs in it in the order of the file.

    ``padding`` is what stays empty of a cell's width, in points, left and right together.
    """

    grid: Grid
    held: tuple[list[Glyph], ...]
    padding: float

    def columns(self, cell: Cell) -> tuple[int, int]:
        """The numbers of a cell's left and right border in the whole table."""
        return self.grid.columns[cell.left], self.grid.columns[cell.right]

    def room(self, cell: Cell) -> float:
        """How long a line of text in the cell can be, in points."""
        return self.grid.width(cell) - self.padding

    def table(self, page: int) -> Table:
        """The table with the text of each cell."""
        cells = []
        for cell, glyphs in zip(self.grid.cells, self.held, strict=True):
            left, right = self.columns(cell)
            text = cell_text(glyphs, self.room(cell))
            cells.append(TableCell(text, cell.top, left, cell.bottom - cell.top, right - left))
        return Table(tuple(cells), page)


def filled(grid: Grid, glyphs: Sequence[Glyph]) -> Filled:
    """Put each glyph into its cell; ``glyphs`` are those within the outer borders."""
    held: tuple[list[Glyph], ...] = tuple([] for _ in grid.cells)
    for glyph, cell in _settled(grid, glyphs):
        held[cell].append(glyph)
    return Filled(grid, held, _padding(grid, held))


def _padding(grid: Grid, held: Sequence[list[Glyph]]) -> float:
    """What the fullest broken line of Chinese text leaves empty; Word's padding at least."""
    empty = [
        grid.width(cell) - (row[-1].x1 - row[0].x0)
        for cell, glyphs in zip(grid.cells, held, strict=True)
        for row in rows_of(glyphs)[:-1]
        if wide(row[-1].text)
    ]
    return min(MOST_PADDING, max(PADDING, min(empty, default=PADDING)))


def _settled(grid: Grid, glyphs: Sequence[Glyph]) -> Iterator[tuple[Glyph, int]]:
    """Each glyph with the index of its cell; what runs over a border stays with the cell it belongs to."""
    cells = [grid.cell_at(glyph.x, glyph.y) for glyph in glyphs]
    for index, glyph in enumerate(glyphs):
        if glyph.turn == 0 and glyph.text != " " and _runs_over(grid, cells, glyphs, index):
            run = _run(glyphs, index)
            first, last = glyphs[run.start], glyphs[run.stop - 1]
            middle = all(g.text in NUMERIC for g in glyphs[run.start : run.stop])
            x = (first.x0 + last.x1) / 2 if middle else first.x
            cells[run.start : run.stop] = [grid.cell_at(x, glyph.y)] * len(run)
    return zip(glyphs, cells, strict=True)


def _runs_over(grid: Grid, cells: Sequence[int], glyphs: Sequence[Glyph], index: int) -> bool:
    """Whether a border goes through a glyph, or between it and the next one of the same word."""
    glyph = glyphs[index]
    if index + 1 < len(glyphs) and cells[index] != cells[index + 1]:
        following = glyphs[index + 1]
        if glyph.piece == following.piece and in_one_go(glyph, following):
            return True
    return _sticks_out(grid, cells[index], glyph)


def _sticks_out(grid: Grid, index: int, glyph: Glyph) -> bool:
    cell = grid.cells[index]
    over = STICKS_OUT * glyph.width
    return grid.xs[cell.left] - glyph.x0 > over or glyph.x1 - grid.xs[cell.right] > over


def _run(glyphs: Sequence[Glyph], index: int) -> range:
    """The glyphs around one that follow each other in the file and on the line without a gap."""
    start, stop = index, index + 1
    while start > 0 and in_one_go(glyphs[start - 1], glyphs[start]):
        start -= 1
    while stop < len(glyphs) and in_one_go(glyphs[stop - 1], glyphs[stop]):
        stop += 1
    return range(start, stop)
