"""Pages with the tables found on them, and the columns that a table's pieces on several pages have in common."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gongkai.paperwork.reading.pdf_page import Glyph, in_one_go
from gongkai.paperwork.reading.pdf_tables import Grid, gathered

SIDE_BY_SIDE = 0.6  # share of the narrower piece's width that lies under the other


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, its glyphs and its tables from top to bottom."""

    width: float
    height: float
    glyphs: Sequence[Glyph]
    grids: tuple[Grid, ...]

    def in_table(self, glyph: Glyph) -> bool:
        """Whether the middle of a glyph lies within the borders of a table."""
        return any(grid.holds(glyph.x, glyph.y) for grid in self.grids)

    def within(self, grid: Grid) -> list[Glyph]:
        """The glyphs in one of the tables in the order of the file, with the rest of a word that runs out of it."""
        held: list[Glyph] = []
        for glyph in self.glyphs:
            if grid.holds(glyph.x, glyph.y) or (held and _runs_out(held[-1], glyph)):
                held.append(glyph)
        return held

    def begins_with_table(self) -> bool:
        """Whether nothing is printed above the first table."""
        return bool(self.grids) and not any(
            g.y < self.grids[0].ys[0] and g.text != " " and not self.in_table(g)
            for g in self.glyphs
        )

    def ends_with_table(self) -> bool:
        """Whether nothing is printed below the last table."""
        return bool(self.grids) and not any(
            g.y > self.grids[-1].ys[-1] and g.text != " " and not self.in_table(g)
            for g in self.glyphs
        )


def _runs_out(last: Glyph, glyph: Glyph) -> bool:
    return last.piece == glyph.piece and last.turn == glyph.turn == 0 and in_one_go(last, glyph)


def tables_over_pages(sheets: Sequence[Sheet]) -> list[list[tuple[int, int]]]:
    """For each table its pieces, one on each page, as page and place among the page's grids, both from 0."""
    tables: list[list[tuple[int, int]]] = []
    for page, sheet in enumerate(sheets):
        for place, grid in enumerate(sheet.grids):
            before = sheets[page - 1] if page and place == 0 else None
            if (
                before
                and before.ends_with_table()
                and sheet.begins_with_table()
                and _under(before.grids[-1], grid)
            ):
                tables[-1].append((page, place))
            else:
                tables.append([(page, place)])
    return tables


def with_common_columns(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Number the columns alike in all pieces of a table that goes on from the foot of one page to the next."""
    grids = [list(sheet.grids) for sheet in sheets]
    for pieces in tables_over_pages(sheets):
        borders = gathered(x for page, place in pieces for x in grids[page][place].xs)
        for page, place in pieces:
            grid = grids[page][place]
            grids[page][place] = replace(grid, columns=_numbered(grid.xs, borders))
    return [replace(sheet, grids=tuple(own)) for sheet, own in zip(sheets, grids, strict=True)]


def _under(upper: Grid, lower: Grid) -> bool:
    common = min(upper.xs[-1], lower.xs[-1]) - max(upper.xs[0], lower.xs[0])
    return common > SIDE_BY_SIDE * min(upper.xs[-1] - upper.xs[0], lower.xs[-1] - lower.xs[0])


def _numbered(xs: Sequence[float], borders: Sequence[float]) -> tuple[int, ...]:
    """The number of the nearest common border for each of a piece's own; no two the same."""
    numbers: list[int] = []
    for x in xs:
        nearest = min(range(len(borders)), key=lambda number: abs(borders[number] - x))
        numbers.append(max(nearest, numbers[-1] + 1) if numbers else nearest)
    return tuple(numbers)
