"""One page's glyphs and grids to blocks in reading order: lines, tables with filled cells, lines."""

from collections.abc import Iterable, Iterator, Sequence

from gongkai.paperwork.reading.document import Block, Line, Table, TableCell, Word
from gongkai.paperwork.reading.pdf_lines import Row, cell_text, rows_of, words_of
from gongkai.paperwork.reading.pdf_page import Glyph, upright
from gongkai.paperwork.reading.pdf_sheets import Sheet
from gongkai.paperwork.reading.pdf_tables import Grid

STICKS_OUT = (
    0.25  # of its width: a character that reaches so far over a border has run out of its cell
)
TOUCHING = 0.3  # of the font size: characters nearer than this are printed in one go


def blocks_of(sheet: Sheet, page: int) -> list[Block]:
    """Tables by their upper border, lines by their middle; nothing within a table is repeated as a line."""
    grids = sheet.grids
    inside: list[list[Glyph]] = [[] for _ in grids]
    outside: list[Glyph] = []
    for glyph in sheet.glyphs:
        at = next((i for i, grid in enumerate(grids) if grid.holds(glyph.x, glyph.y)), None)
        (outside if at is None else inside[at]).append(glyph)
    placed: list[tuple[float, Block]] = [
        (grid.ys[0], _table(grid, held, page)) for grid, held in zip(grids, inside, strict=True)
    ]
    placed += _lines(outside, page)
    return [block for _, block in sorted(placed, key=lambda pair: pair[0])]


def _lines(glyphs: Sequence[Glyph], page: int) -> Iterator[tuple[float, Line]]:
    for row in rows_of(glyph for glyph in glyphs if glyph.turn == 0):
        yield row[0].y, Line(words_of(row), page)
    for turn in (1, 2, 3):
        turned = {glyph.place: glyph for glyph in glyphs if glyph.turn == turn}
        for row in rows_of(upright(list(turned.values()), turn)):
            yield _sideways(row, turned, page)


def _sideways(row: Row, turned: dict[int, Glyph], page: int) -> tuple[float, Line]:
    """A line written up or down the page: one word for all of it, at the place it has on the page."""
    text = " ".join(word.text for word in words_of(row))
    real = [turned[glyph.place] for glyph in row]
    half = real[0].size / 2
    left, right = min(g.x for g in real) - half, max(g.x for g in real) + half
    return min(g.y for g in real), Line((Word(text, round(left, 1), round(right, 1)),), page)


def _table(grid: Grid, glyphs: Iterable[Glyph], page: int) -> Table:
    held: list[list[Glyph]] = [[] for _ in grid.cells]
    for glyph, cell in _settled(grid, list(glyphs)):
        held[cell].append(glyph)
    return Table(
        tuple(
            TableCell(
                cell_text(inside, grid.xs[cell.right] - grid.xs[cell.left]),
                cell.top,
                grid.columns[cell.left],
                cell.bottom - cell.top,
                grid.columns[cell.right] - grid.columns[cell.left],
            )
            for cell, inside in zip(grid.cells, held, strict=True)
        ),
        page,
    )


def _settled(grid: Grid, glyphs: list[Glyph]) -> Iterator[tuple[Glyph, int]]:
    """Each glyph with the index of its cell; what runs over a border stays with the cell it belongs to."""
    cells = [grid.cell_at(glyph.x, glyph.y) for glyph in glyphs]
    for index, glyph in enumerate(glyphs):
        if glyph.turn == 0 and glyph.text != " " and _sticks_out(grid, cells[index], glyph):
            run = _run(glyphs, index)
            first, last = glyphs[run.start], glyphs[run.stop - 1]
            middle = all(g.text.isdigit() for g in glyphs[run.start : run.stop])
            x = (first.x0 + last.x1) / 2 if middle else first.x
            cells[run.start : run.stop] = [grid.cell_at(x, glyph.y)] * len(run)
    return zip(glyphs, cells, strict=True)


def _sticks_out(grid: Grid, index: int, glyph: Glyph) -> bool:
    cell = grid.cells[index]
    over = STICKS_OUT * glyph.width
    return grid.xs[cell.left] - glyph.x0 > over or glyph.x1 - grid.xs[cell.right] > over


def _run(glyphs: Sequence[Glyph], index: int) -> range:
    """The glyphs around one that follow each other in the file and on the line without a gap."""
    start, stop = index, index + 1
    while start > 0 and _touch(glyphs[start - 1], glyphs[start]):
        start -= 1
    while stop < len(glyphs) and _touch(glyphs[stop - 1], glyphs[stop]):
        stop += 1
    return range(start, stop)


def _touch(one: Glyph, other: Glyph) -> bool:
    near = TOUCHING * one.size
    return abs(other.x0 - one.x1) < near and abs(other.y - one.y) < near and other.text != " "
