"""The tables of the form as grids ready to be drawn: HTML, PDF and DOCX all walk these, so they cannot disagree.

Labels, rows and columns come from ``law.annual_report.form``; here is only where each stands and how far it reaches.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from gongkai.law.annual_report.form import (
    APPLICANT_HEAD,
    APPLICANTS,
    BALANCE_SENTENCE,
    BLOCKS,
    CONTENT_HEAD,
    ORGANIZATIONS,
    REMEDY_COLUMNS,
    REQUEST_COLUMNS,
    RESULTS_OF_YEAR,
    TOTAL,
    ProactiveLine,
    Row,
    proactive_lines,
    request_rows,
)
from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.annual_report.report import AnnualReport, Figure
from gongkai.paperwork.contract_json import plain_decimal

Scope = Literal["row", "rowgroup", "col", "colgroup"]

PROACTIVE_WIDTH = 4
LABEL_COLUMNS = 3  # of 表三, left of the figures


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """One cell: its text and how many rows and columns it covers, to the right and down.

    ``scope`` says what a heading is the heading of (as in HTML) and is None for a figure; ``key`` is a figure's dotted
    key and empty for a heading.
    """

    text: str
    row_span: int = 1
    column_span: int = 1
    scope: Scope | None = None
    key: str = ""

    @property
    def is_header(self) -> bool:
        """Whether the cell is a heading, not a figure."""
        return self.scope is not None


PrintedRow = tuple[PrintedCell, ...]
"""The cells that begin in a row, left to right. Places covered by a span from above or the left have no cell of their own."""


@dataclass(frozen=True, slots=True)
class Band:
    """Rows that share their column headings: ``head`` holds headings only, ``body`` a figure in each row."""

    head: tuple[PrintedRow, ...]
    body: tuple[PrintedRow, ...]


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table of the form. ``chapter`` is the key of the chapter it stands in, ``number`` 2, 3 or 4.

    ``widths`` gives each column's share of the table's width; ``label_columns`` is how many columns at the left hold
    headings of rows. 表二 has a band for each item of art. 20, the others one; no span reaches out of its band.
    """

    number: int
    chapter: str
    title: str
    widths: tuple[int, ...]
    label_columns: int
    bands: tuple[Band, ...]

    @property
    def rows(self) -> tuple[PrintedRow, ...]:
        """All rows from top to bottom."""
        return tuple(row for band in self.bands for row in (*band.head, *band.body))

    @property
    def repeated_rows(self) -> int:
        """How many rows at the top are printed again on each page: the head, where the table has only one."""
        return len(self.bands[0].head) if len(self.bands) == 1 else 0


def form_tables(report: AnnualReport) -> tuple[FormTable, FormTable, FormTable]:
    """表二, 表三 and 表四 of the report, in its edition of the form, with its figures."""
    return proactive_table(report), request_table(report), remedy_table(report)


def figure_text(figure: Figure) -> str:
    """A figure as it is printed: plain digits without separators; nothing for None."""
    if figure is None:
        return ""
    return str(figure) if isinstance(figure, int) else plain_decimal(figure)


def proactive_table(report: AnnualReport) -> FormTable:
    """表二: for each item of art. 20 its title, its headings, its lines."""
    lines = proactive_lines(report.edition)
    bands = tuple(
        _proactive_band(report, tuple(group)) for _, group in groupby(lines, lambda line: line.cite)
    )
    return FormTable(2, *_chapter(2), (3, 2, 2, 2), 1, bands)


def _proactive_band(report: AnnualReport, lines: Sequence[ProactiveLine]) -> Band:
    item = PrintedCell(lines[0].cite.place, column_span=PROACTIVE_WIDTH, scope="colgroup")
    spans = _spans(len(lines[0].cells))
    headings = [
        PrintedCell(heading, column_span=span, scope="col")
        for (_, heading, _), span in zip(lines[0].cells, spans, strict=True)
    ]
    body = tuple(_proactive_row(report, line, spans) for line in lines)
    return Band(((item,), (PrintedCell(CONTENT_HEAD, scope="col"), *headings)), body)


def _proactive_row(report: AnnualReport, line: ProactiveLine, spans: Sequence[int]) -> PrintedRow:
    keys = [f"proactive.{line.key}" + (f".{part}" if part else "") for part, _, _ in line.cells]
    figures = [_figure(report, key, span) for key, span in zip(keys, spans, strict=True)]
    return (PrintedCell(line.label, scope="row"), *figures)


def _spans(cells: int) -> tuple[int, ...]:
    """A line with fewer cells than the table is wide: the last one takes the rest."""
    return (*([1] * (cells - 1)), PROACTIVE_WIDTH - cells)


def request_table(report: AnnualReport) -> FormTable:
    """表三: three columns of labels and seven of figures."""
    rows = request_rows(undivided=report.undivided)
    results = [row for row in rows if row.part in {"outcome", "concluded"}]
    groups = {name: len(tuple(group)) for name, group in groupby(results, lambda row: row.group)}
    body = []
    begun: set[str] = set()
    for row in rows:
        labels = []
        if row is results[0]:
            labels = [PrintedCell(RESULTS_OF_YEAR, row_span=len(results), scope="rowgroup")]
        labels += _request_labels(row, 0 if row.group in begun else groups.get(row.group, 0))
        begun.add(row.group)
        keys = (f"requests.{row.key}.{column.key}" for column in REQUEST_COLUMNS)
        body.append((*labels, *(_figure(report, key) for key in keys)))
    widths = (6, 9, 22, *([7] * len(REQUEST_COLUMNS)))
    return FormTable(3, *_chapter(3), widths, LABEL_COLUMNS, (Band(_request_head(), tuple(body)),))


def _request_labels(row: Row, group_rows: int) -> list[PrintedCell]:
    """The row's own label and before it, in the group's first row, the group's."""
    if not row.group:
        return [PrintedCell(row.title, column_span=LABEL_COLUMNS, scope="row")]
    if row.group == RESULTS_OF_YEAR:
        return [PrintedCell(row.title, column_span=LABEL_COLUMNS - 1, scope="row")]
    group = PrintedCell(row.group, row_span=group_rows, scope="rowgroup")
    return [*([group] if group_rows else []), PrintedCell(row.title, scope="row")]


def _request_head() -> tuple[PrintedRow, ...]:
    person, *organizations = APPLICANTS
    corner = PrintedCell(BALANCE_SENTENCE, row_span=3, column_span=LABEL_COLUMNS, scope="col")
    applicants = PrintedCell(APPLICANT_HEAD, column_span=len(REQUEST_COLUMNS), scope="colgroup")
    return (
        (corner, applicants),
        (
            PrintedCell(person.label, row_span=2, scope="col"),
            PrintedCell(ORGANIZATIONS, column_span=len(organizations), scope="colgroup"),
            PrintedCell(TOTAL.label, row_span=2, scope="col"),
        ),
        tuple(PrintedCell(column.label, scope="col") for column in organizations),
    )


def remedy_table(report: AnnualReport) -> FormTable:
    """表四: one row of fifteen figures under three rows of headings."""
    keys = (f"remedies.{block.key}.{column.key}" for block in BLOCKS for column in REMEDY_COLUMNS)
    body = tuple(_figure(report, key) for key in keys)
    return FormTable(4, *_chapter(4), (1,) * len(body), 0, (Band(_remedy_head(), (body,)),))


def _remedy_head() -> tuple[PrintedRow, ...]:
    """A block without a group takes the first row; the blocks of a group stand below it in the second."""
    first: list[PrintedCell] = []
    second: list[PrintedCell] = []
    third: list[PrintedCell] = []
    wide = len(REMEDY_COLUMNS)
    for name, members in groupby(BLOCKS, lambda block: block.group):
        blocks = tuple(members)
        first += (
            [PrintedCell(name, column_span=wide * len(blocks), scope="colgroup")]
            if name
            else [PrintedCell(block.label, column_span=wide, scope="colgroup") for block in blocks]
        )
        for block in blocks:
            depth, row = (1, third) if name else (2, second)
            if name:
                second.append(PrintedCell(block.label, column_span=wide, scope="colgroup"))
            row += [PrintedCell(c.label, row_span=depth, scope="col") for c in REMEDY_COLUMNS]
    return tuple(first), tuple(second), tuple(third)


def _figure(report: AnnualReport, key: str, column_span: int = 1) -> PrintedCell:
    return PrintedCell(figure_text(report.figures.get(key)), column_span=column_span, key=key)


def _chapter(table: int) -> tuple[str, str]:
    """The key and title of the chapter that holds the table."""
    return next((chapter.key, chapter.title) for chapter in CHAPTERS if chapter.table == table)


def placed(rows: Sequence[PrintedRow]) -> Iterator[tuple[int, int, PrintedCell]]:
    """Each cell with the row and column (from 0) at which it begins, spans taken into account."""
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while (at, column) in taken:
                column += 1
            yield at, column, cell
            taken |= {
                (at + down, column + right)
                for down in range(cell.row_span)
                for right in range(cell.column_span)
            }
            column += cell.column_span


Place = tuple[int, int]
"""Row and column, from 0, at which a cell begins."""


def headings_of(band: Band) -> dict[Place, tuple[Place, ...]]:
    """For each figure of a band the headings above it and beside it, from the outermost inwards. Rows count from the head."""
    cells = tuple(placed((*band.head, *band.body)))
    headings = tuple(found for found in cells if found[2].is_header)
    found: dict[Place, tuple[Place, ...]] = {}
    for row, column, cell in cells:
        if cell.is_header:
            continue
        right = column + cell.column_span
        found[row, column] = tuple(
            (at, left)
            for at, left, heading in headings
            if (at < len(band.head) and left < right and column < left + heading.column_span)
            or (at >= len(band.head) and at <= row < at + heading.row_span)
        )
    return found
