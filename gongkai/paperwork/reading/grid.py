"""The rows of a document's tables as a reader sees them: each row with every cell that covers it, left to right."""

from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.paperwork.reading.document import Block, Line, Table, TableCell, Word, as_line
from gongkai.paperwork.reading.figures import read_figure
from gongkai.paperwork.reading.normalise import squeeze

LARGEST = 20_000  # cells of one document; a report has about 300


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: the cells that cover it by column. ``table`` counts the tables; ``at`` is the row's place in it."""

    cells: tuple[TableCell, ...]
    table: int
    at: int

    @property
    def text(self) -> str:
        """All texts of the row."""
        return " ".join(cell.text for cell in self.cells)

    def over(self, start: int, end: int) -> list[TableCell]:
        """The cells that overlap the columns from ``start`` up to, not including, ``end``."""
        return [c for c in self.cells if c.column < end and c.column + c.column_span > start]


def grid_rows(tables: Iterable[Table]) -> list[GridRow]:
    """The rows of all tables in order, fragments of a table broken over pages one after another."""
    rows: list[GridRow] = []
    for number, table in enumerate(tables):
        by_row: dict[int, list[TableCell]] = {}
        for cell in table.cells:
            for at in range(cell.row, min(cell.row + cell.row_span, cell.row + LARGEST)):
                by_row.setdefault(at, []).append(cell)
        own = {cell.row for cell in table.cells}
        rows.extend(
            GridRow(tuple(sorted(by_row[at], key=lambda c: c.column)), number, at)
            for at in sorted(by_row)
            if at in own
        )
    return rows


def is_figure_like(text: str) -> bool:
    """Whether a cell may hold a figure: a number, a dash or nothing."""
    return (
        read_figure(text, "change").reason != "unreadable"
        or read_figure(text, "yuan").reason != "unreadable"
    )


def all_figure_like(texts: Iterable[str]) -> bool:
    """Whether every text may be a figure's cell."""
    return all(is_figure_like(text) for text in texts)


def as_lines(block: Block) -> list[Line]:
    """A block as lines of words: a table row is a line whose words are its filled cells, placed by column."""
    if not isinstance(block, Table):
        return [as_line(block)]
    lines = []
    for row in grid_rows([block]):
        own = [cell for cell in row.cells if cell.row == row.at and squeeze(cell.text)]
        if own:
            words = [Word(squeeze(c.text), c.column, c.column + c.column_span) for c in own]
            lines.append(Line(tuple(words), block.page, placed="none", is_row=True))
    return lines
