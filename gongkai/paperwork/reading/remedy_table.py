"""表四 out of ruled tables: fifteen figures in one row under three times five headings."""

from collections.abc import Sequence

from gongkai.law.annual_report.form import BLOCKS, REMEDY_COLUMNS
from gongkai.paperwork.reading.document import TableCell
from gongkai.paperwork.reading.found import Found
from gongkai.paperwork.reading.grid import GridRow, is_figure_like
from gongkai.paperwork.reading.labels import RESULT_VARIANTS
from gongkai.paperwork.reading.normalise import bare

KEYS = tuple(f"remedies.{block.key}.{column.key}" for block in BLOCKS for column in REMEDY_COLUMNS)
BLOCK = len(REMEDY_COLUMNS)
FEWEST_HEADINGS = 3  # a header row names at least this many results
DEEPEST_HEADER = 5


def read_remedy_table(rows: Sequence[GridRow]) -> Found:
    """Read 表四 from the rows of all tables; the blocks may stand in one table or in three."""
    found = Found()
    at = 0
    while at < len(rows):
        if not _is_header(rows[at]):
            at += 1
            continue
        while at + 1 < len(rows) and _is_header(rows[at + 1]):
            at += 1
        _read_below(found, rows, at)
        at += 1
    return found


def _is_header(row: GridRow) -> bool:
    """Whether a row names results: 结果维持, 结果纠正 …"""
    return sum(_kind(cell.text) in range(BLOCK - 1) for cell in row.cells) >= FEWEST_HEADINGS


def _kind(text: str) -> int | None:
    """Which of the five columns of a block a text names."""
    plain = bare(text)
    return next(
        (kind for kind, spellings in enumerate(RESULT_VARIANTS) if plain in spellings), None
    )


def _read_below(found: Found, rows: Sequence[GridRow], header: int) -> None:
    """Read the figures below a header row, the first row that has any."""
    below = next(
        (row for row in rows[header + 1 : header + 3] if len(_figures(row)) >= BLOCK), None
    )
    if below is None:
        return
    cells = _figures(below)
    headings = [cell for cell in rows[header].cells if _kind(cell.text) is not None]
    keys = _keys(rows[: header + 1], headings, len(cells))
    if keys is None:
        found.cannot_place(KEYS, below.text)
        return
    for key, cell in zip(keys, cells, strict=True):
        found.read(key, cell.text)


def _figures(row: GridRow) -> list[TableCell]:
    """The figures of a row: all its cells but words at its start."""
    start = max(
        (at + 1 for at, cell in enumerate(row.cells) if not is_figure_like(cell.text)), default=0
    )
    figures = list(row.cells[start:])
    while len(figures) > len(KEYS) and not figures[-1].text.strip():
        figures.pop()
    return figures


def _keys(rows: Sequence[GridRow], headings: Sequence[TableCell], count: int) -> list[str] | None:
    """What so many figures are: the whole table, or the blocks whose titles stand above the headings."""
    if count == len(KEYS):
        return list(KEYS)
    kinds = [_kind(cell.text) for cell in headings]
    if count % BLOCK or kinds != [at % BLOCK for at in range(count)]:
        return None
    keys: list[str] = []
    for at in range(0, count, BLOCK):
        block = _block_above(rows, headings[at])
        if block is None:
            return None
        keys += [f"remedies.{block}.{column.key}" for column in REMEDY_COLUMNS]
    return keys


def _block_above(rows: Sequence[GridRow], heading: TableCell) -> str | None:
    """The key of the block whose title stands nearest above a heading."""
    titles = (
        bare(cell.text)
        for row in reversed(rows[-DEEPEST_HEADER:])
        for cell in row.over(heading.column, heading.column + heading.column_span)
    )
    return next(
        (block.key for title in titles for block in BLOCKS if title.endswith(block.label)), None
    )
