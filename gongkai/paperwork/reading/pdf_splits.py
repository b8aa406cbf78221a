"""Mends a table row that a page break cut in two: the rest of its cells' text stands alone in the next page's first row.

Only a rest that had to go on is moved back: its cell above was full to the border, and some cell has no rest.
"""

import re
from dataclasses import replace

from gongkai.paperwork.reading.pdf_cells import Filled
from gongkai.paperwork.reading.pdf_lines import NUMERIC, full, rows_of
from gongkai.paperwork.reading.pdf_page import Glyph

_NUMBERED = re.compile(r"[(（]?(?:[一二三四五六七八九十]+|[0-9]+(?![0-9]*$))[)）、.．]")
NEXT_LINE = 1.2  # of the font size


def mended(upper: Filled, lower: Filled) -> tuple[Filled, Filled]:
    """Two pieces of a table on consecutive pages, a row that was cut between them made whole in the upper one."""
    rests = _rests(upper, lower)
    if not rests:
        return upper, lower
    held = list(upper.held)
    for above, rest in rests.items():
        held[above] = [*held[above], *_continued(held[above], rest)]
    kept = [
        glyphs for cell, glyphs in zip(lower.grid.cells, lower.held, strict=True) if cell.bottom > 1
    ]
    return replace(upper, held=tuple(held)), replace(
        lower, grid=lower.grid.without_first_row(), held=tuple(kept)
    )


def _rests(upper: Filled, lower: Filled) -> dict[int, list[Glyph]]:
    """What stands in the lower piece's first row, by the upper piece's cell it belongs to; empty if it is a row."""
    last_row = len(upper.grid.ys) - 1
    above = {
        upper.columns(cell): index
        for index, cell in enumerate(upper.grid.cells)
        if cell.bottom == last_row
    }
    rests: dict[int, list[Glyph]] = {}
    empty = 0
    for cell, glyphs in zip(lower.grid.cells, lower.held, strict=True):
        if cell.top > 0 or cell.bottom > 1:
            continue
        index = above.get(lower.columns(cell))
        rows = rows_of(glyphs)
        if not rows:
            empty += 1
        elif index is None or not _goes_on(upper, index, rows[0]):
            return {}
        else:
            rests[index] = glyphs
    return rests if empty else {}


def _goes_on(upper: Filled, index: int, row: list[Glyph]) -> bool:
    """Whether a line may continue a cell's text: no numbered label, and figures only where figures broke off."""
    above = rows_of(upper.held[index])
    text = "".join(glyph.text for glyph in row)
    return (
        bool(above)
        and not _NUMBERED.match(text)
        and (row[0].text in NUMERIC) <= (above[-1][-1].text in NUMERIC)
        and full(above[-1], row[0], upper.room(upper.grid.cells[index]))
    )


def _continued(above: list[Glyph], rest: list[Glyph]) -> list[Glyph]:
    """The rest moved below the last line of what stands above it."""
    foot = max(glyph.y for glyph in above)
    shift = foot + NEXT_LINE * rest[0].size - min(glyph.y for glyph in rest)
    return [replace(glyph, y=glyph.y + shift) for glyph in rest]
