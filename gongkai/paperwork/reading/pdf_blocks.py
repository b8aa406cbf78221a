"""Sheets to blocks in reading order: lines, tables with filled cells, lines."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gongkai.paperwork.reading.document import Block, Line, Word
from gongkai.paperwork.reading.pdf_cells import filled
from gongkai.paperwork.reading.pdf_lines import Row, rows_of, words_of
from gongkai.paperwork.reading.pdf_page import Glyph, upright
from gongkai.paperwork.reading.pdf_sheets import Sheet, tables_over_pages
from gongkai.paperwork.reading.pdf_splits import mended


def blocks_of(sheets: Sequence[Sheet]) -> Iterator[Block]:
    """Page by page: tables by their upper border, lines by their middle. No table's text is repeated as a line."""
    tables = [[filled(grid, sheet.within(grid)) for grid in sheet.grids] for sheet in sheets]
    for pieces in tables_over_pages(sheets):
        for (page, number), (next_page, next_number) in pairwise(pieces):
            tables[page][number], tables[next_page][next_number] = mended(
                tables[page][number], tables[next_page][next_number]
            )
    for page, (sheet, own) in enumerate(zip(sheets, tables, strict=True), start=1):
        placed: list[tuple[float, Block]] = [(t.grid.ys[0], t.table(page)) for t in own if t.held]
        placed += _lines([glyph for glyph in sheet.glyphs if not sheet.in_table(glyph)], page)
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
