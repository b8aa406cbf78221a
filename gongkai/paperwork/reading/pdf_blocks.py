"""Sheets to blocks in reading order: lines, tables with filled cells, lines."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gongkai.paperwork.reading.document import Block, Line, Word
from gongkai.paperwork.reading.pdf_cells import Filled, filled
from gongkai.paperwork.reading.pdf_lines import Row, rows_of, words_of
from gongkai.paperwork.reading.pdf_page import Glyph, upright
from gongkai.paperwork.reading.pdf_sheets import Sheet, tables_over_pages
from gongkai.paperwork.reading.pdf_splits import mended


def blocks_of(sheets: Sequence[Sheet]) -> Iterator[Block]:
    """Page by page: tables by their upper border, lines by their middle. No table's text is repeated as a line."""
    inside = [[sheet.within(grid) for grid in sheet.grids] for sheet in sheets]
    tables = [
        [filled(grid, held) for grid, held in zip(sheet.grids, own, strict=True)]
        for sheet, own in zip(sheets, inside, strict=True)
    ]
    for pieces in tables_over_pages(sheets):
        for (page, number), (next_page, next_number) in pairwise(pieces):
            tables[page][number], tables[next_page][next_number] = mended(
                tables[page][number], tables[next_page][next_number]
            )
    for page, sheet in enumerate(sheets):
        taken = {glyph.place for held in inside[page] for glyph in held}
        outside = [glyph for glyph in sheet.glyphs if glyph.place not in taken]
        yield from _in_order(outside, tables[page], page + 1)


def _in_order(outside: Sequence[Glyph], tables: Sequence[Filled], page: int) -> Iterator[Block]:
    placed: list[tuple[float, Block]] = [(t.grid.ys[0], t.table(page)) for t in tables if t.held]
    placed += _lines(outside, page)
    yield from (block for _, block in sorted(placed, key=lambda pair: pair[0]))


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
