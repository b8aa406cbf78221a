"""The tables of the form ready for the page: cells with their ids, headings and classes. Laid out by ``paperwork`` alone.

On a phone a table scrolls in itself and its columns of labels stay in sight: ``label`` and ``label-0`` … say which they are.
"""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from gongkai.law.citation import chinese_numeral
from gongkai.paperwork.printing.form_tables import (
    Band,
    FormTable,
    PrintedCell,
    headings_of,
    placed,
)


@dataclass(frozen=True, slots=True)
class WebCell:
    """A cell as the template writes it. ``headers`` are the ids of a figure's headings."""

    cell: PrintedCell
    id: str = ""
    headers: str = ""
    look: str = ""

    @property
    def markup(self) -> SafeString:
        """The cell in HTML. Written here: a template for each of 200 cells takes most of a page's time."""
        if self.id:
            return format_html(
                '<th id="{}" scope="{}" class="{}"{}>{}</th>',
                self.id,
                self.cell.scope,
                self.look,
                self.spans,
                self.words,
            )
        return format_html('<td headers="{}"{}>{}</td>', self.headers, self.spans, self.cell.text)

    @property
    def words(self) -> SafeString | str:
        """A heading's words; over several columns they move along while some of these are in sight."""
        if self.cell.column_span > 1 and not self.look:
            return format_html('<span class="stays">{}</span>', self.cell.text)
        return self.cell.text

    @property
    def spans(self) -> SafeString:
        """How many rows and columns the cell covers, where it is more than one."""
        rows, columns = self.cell.row_span, self.cell.column_span
        down = format_html(' rowspan="{}"', rows) if rows > 1 else ""
        right = format_html(' colspan="{}"', columns) if columns > 1 else ""
        return format_html("{}{}", down, right) if down or right else SafeString()


WebRow = tuple[WebCell, ...]


@dataclass(frozen=True, slots=True)
class WebBand:
    """Rows under common headings; ``repeats`` says that the head is printed again on each sheet."""

    head: tuple[WebRow, ...]
    body: tuple[WebRow, ...]
    repeats: bool


@dataclass(frozen=True, slots=True)
class WebTable:
    """A table of the form; ``widths`` has an entry for each column."""

    number: int
    name: str
    widths: tuple[int, ...]
    bands: tuple[WebBand, ...]


def web_table(table: FormTable) -> WebTable:
    """The table, cell by cell."""
    bands, first = [], 0
    for band in table.bands:
        rows = _rows(table, band, first)
        head = len(band.head)
        bands.append(WebBand(rows[:head], rows[head:], bool(table.repeated_rows)))
        first += len(rows)
    name = f"表{chinese_numeral(table.number)}　{table.title}"
    return WebTable(table.number, name, table.widths, tuple(bands))


def _rows(table: FormTable, band: Band, first: int) -> tuple[WebRow, ...]:
    """The band's rows, head and body; ``first`` is the number of its first row in the table."""
    printed = (*band.head, *band.body)
    headings = headings_of(band)
    rows: list[list[WebCell]] = [[] for _ in printed]
    for at, column, cell in placed(printed):
        if cell.is_header:
            look = f"label label-{column}" if column < table.label_columns else ""
            rows[at].append(WebCell(cell, _name(table, first + at, column), look=look))
        else:
            named = (_name(table, first + row, left) for row, left in headings[at, column])
            rows[at].append(WebCell(cell, headers=" ".join(named)))
    return tuple(tuple(row) for row in rows)


def _name(table: FormTable, row: int, column: int) -> str:
    return f"t{table.number}-{row}-{column}"
