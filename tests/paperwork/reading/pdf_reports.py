"""A whole report drawn as a PDF by nobody's printer: any border style, tables and even rows cut by page breaks.

It imitates what Word and its kin do when the figures are too long for their cells and the tables too long for the page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork.printing.form_tables import FormTable, PrintedCell, form_tables
from tests.paperwork.reading.pdf_maker import STYLES, Sheet, pdf

LEFT, RIGHT, TOP, BOTTOM = 60.0, 535.0, 72.0, 762.0
PADDING = 4.0
TEXT_SIZE = 12.0


@dataclass(frozen=True)
class Look:
    """How a report is drawn. ``split`` lets page breaks cut rows; ``start`` moves all page breaks."""

    style: str = "stroked lines"
    size: float = 9.0
    split: bool = False
    start: float = 0.0
    folio: str = "- {} -"

    @property
    def pitch(self) -> float:
        """From line to line in a table."""
        return self.size * 1.25


@dataclass
class Printer:
    """Fills sheets from top to bottom."""

    look: Look
    sheets: list[Sheet] = field(default_factory=list)
    y: float = BOTTOM

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    def new_sheet(self) -> None:
        """Begin a page, with its number."""
        self.sheets.append(Sheet())
        self.sheet.text(280, 805, self.look.folio.format(len(self.sheets)))
        self.y = TOP

    def line(self, text: str, indent: float = 0.0) -> None:
        """One line of text outside tables."""
        if self.y + TEXT_SIZE * 2 > BOTTOM:
            self.new_sheet()
        self.sheet.text(LEFT + indent, self.y + TEXT_SIZE, text, size=TEXT_SIZE)
        self.y += TEXT_SIZE * 2


@dataclass(frozen=True)
class Slice:
    """The part of a table row that stands on one page."""

    sheet: Sheet
    top: float
    bottom: float


@dataclass(frozen=True)
class Placed:
    """A cell with the rows and columns it covers."""

    cell: PrintedCell
    row: int
    column: int


def drawn(report: AnnualReport, look: Look) -> bytes:
    """The report as a PDF."""
    printer = Printer(look)
    printer.new_sheet()
    printer.y += look.start
    for line in filter(None, (report.organ, f"{report.year}年政府信息公开工作年度报告")):
        printer.line(line, indent=120)
    tables = {table.chapter: table for table in form_tables(report)}
    for chapter in CHAPTERS:
        printer.line(chapter.heading, indent=2 * TEXT_SIZE)
        if chapter.key in tables:
            draw(tables[chapter.key], printer)
        else:
            for paragraph in report.chapters.get(chapter.key, "").split("\n"):
                write(paragraph, printer)
    return pdf(*printer.sheets)


def write(paragraph: str, printer: Printer) -> None:
    """A paragraph, its first line indented."""
    text = "  " * 2 + paragraph
    for line in broken(text, RIGHT - LEFT, TEXT_SIZE):
        indent = 2 * TEXT_SIZE if line.startswith(" ") else 0.0
        printer.line(line.strip(), indent)


def broken(text: str, room: float, size: float) -> list[str]:
    """Lines of at most ``room`` points; a Chinese character is as wide as the font is high, others half of that."""
    lines, width = [""], 0.0
    for character in text:
        advance = size * (0.5 if character.isascii() else 1.0)
        if width + advance > room:
            lines.append("")
            width = 0.0
        lines[-1] += character
        width += advance
    return lines


def draw(table: FormTable, printer: Printer) -> None:
    """The table, over as many pages as it needs."""
    whole = sum(table.widths)
    xs = [
        LEFT + (RIGHT - LEFT) * sum(table.widths[:n]) / whole for n in range(len(table.widths) + 1)
    ]
    cells = list(placed(table))
    rows = [
        list(sliced(height(cells, row, xs, printer.look), printer))
        for row in range(len(table.rows))
    ]
    for cell in cells:
        pour(cell, xs, rows, printer.look)


def placed(table: FormTable) -> Iterator[Placed]:
    """Where each cell comes to stand, as in HTML: in the first place that no span covers."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            yield Placed(cell, row, column)
            taken |= {
                (row + down, column + right)
                for down in range(cell.row_span)
                for right in range(cell.column_span)
            }


def height(cells: Sequence[Placed], row: int, xs: Sequence[float], look: Look) -> float:
    """Of a row, by the longest of the cells that it holds alone."""
    lines = [
        len(broken(cell.cell.text, room(cell, xs), look.size))
        for cell in cells
        if cell.row == row and cell.cell.row_span == 1
    ]
    return max(lines, default=1) * look.pitch + PADDING


def room(cell: Placed, xs: Sequence[float]) -> float:
    """For a line of text in the cell."""
    return xs[cell.column + cell.cell.column_span] - xs[cell.column] - 2 * PADDING


def sliced(high: float, printer: Printer) -> Iterator[Slice]:
    """Take the place for a row, on two pages if it may be split and at least a line of it fits on the first."""
    left = BOTTOM - printer.y
    if high > left:
        lines = int((left - PADDING) / printer.look.pitch)
        if printer.look.split and lines >= 1:
            yield Slice(printer.sheet, printer.y, BOTTOM)
            high -= lines * printer.look.pitch
        printer.new_sheet()
    yield Slice(printer.sheet, printer.y, printer.y + high)
    printer.y += high


def pour(cell: Placed, xs: Sequence[float], rows: Sequence[Sequence[Slice]], look: Look) -> None:
    """Draw the cell's borders on each page it stands on and let its text run through them."""
    x0, x1 = xs[cell.column], xs[cell.column + cell.cell.column_span]
    lines = broken(cell.cell.text, room(cell, xs), look.size)
    for part in parts(cell, rows):
        y0, y1 = part.top, part.bottom
        for side in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            STYLES[look.style](part.sheet, *side)
        fits = max(int((y1 - y0 - PADDING + 0.01) / look.pitch), 0)
        for number, line in enumerate(lines[:fits]):
            part.sheet.text(
                x0 + PADDING, y0 + look.size + number * look.pitch, line, size=look.size
            )
        lines = lines[fits:]


def parts(cell: Placed, rows: Sequence[Sequence[Slice]]) -> Iterator[Slice]:
    """For each page the whole of what the cell covers there."""
    slices = [s for row in rows[cell.row : cell.row + cell.cell.row_span] for s in row]
    while slices:
        here = [s for s in slices if s.sheet is slices[0].sheet]
        yield Slice(here[0].sheet, here[0].top, here[-1].bottom)
        slices = slices[len(here) :]
