"""表四 out of ruled tables: fifteen figures in one row under three times five headings."""

from collections.abc import Sequence

from gongkai.law.annual_report.form import BLOCKS, REMEDY_COLUMNS
from gongkai.paperwork.reading.document import TableCell
from gongkai.paperwork.reading.found import Found
from gongkai.paperwork.reading.grid import GridRow, all_figure_like
from gongkai.paperwork.reading.labels import RESULT_VARIANTS
from gongkai.paperwork.reading.normalise import bare

KEYS = tuple(f"remedies.{block.key}.{column.key}" for block in BLOCKS for column in REMEDY_COLUMNS)
BLOCK = len(REMEDY_COLUMNS)
_SHARE_OF_HEADINGS = 3  # a header row names at least this many results


def read_remedy_table(rows: Sequence[GridRow]) -> Found:
    """Read 表四 from the rows of all tables; the blocks may stand in one table or in three."""
    found = Found()
    at = 0
    while at < len(rows) and len(found.figures) < len(KEYS):
        headings = _headings(rows[at])
        if sum(kind < BLOCK - 1 for kind, _ in headings) >= _SHARE_OF_HEADINGS:
            at = _read_below(found, rows, at)
        else:
            at += 1
    return found


def _headings(row: GridRow) -> list[tuple[int, TableCell]]:
    """The result headings in a row by column: (which of the five, cell)."""
    return [(kind, cell) for cell in row.cells if (kind := _kind(cell.text)) is not None]


def _kind(text: str) -> int | None:
    plain = bare(text)
    return next(
        (kind for kind, spellings in enumerate(RESULT_VARIANTS) if plain in spellings), None
    )


def _read_below(found: Found, rows: Sequence[GridRow], at: int) -> int:
    """Read the figures under a header row (and the header row right below it); returns where to go on."""
    headings = _headings(rows[at])
    below = at + 1
    while below < len(rows) and len(_headings(rows[below])) >= _SHARE_OF_HEADINGS:
        headings = _headings(rows[below])
        below += 1
    start = len(found.figures)
    keys = KEYS[start : start + len(headings)]
    expected = [kind for kind, _ in headings]
    if expected != [index % BLOCK for index in range(len(headings))]:
        return below
    if below < len(rows):
        cells = _figures(rows[below], [cell for _, cell in headings])
        if cells is None:
            found.cannot_place(keys, rows[below].text)
        for key, cell in zip(keys, cells or (), strict=False):
            found.read(key, cell.text)
    return below + 1


def _figures(row: GridRow, headings: Sequence[TableCell]) -> list[TableCell] | None:
    """One cell for each heading: by number if it fits, else by column."""
    if len(row.cells) == len(headings):
        return list(row.cells)
    trailing = list(row.cells[-len(headings) :])
    if len(row.cells) > len(headings) and all_figure_like(trailing):
        return trailing
    under = [row.over(cell.column, cell.column + cell.column_span) for cell in headings]
    if all(len(cells) == 1 for cells in under) and len({cells[0].column for cells in under}) == len(
        headings
    ):
        return [cells[0] for cells in under]
    return None
