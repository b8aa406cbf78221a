"""A table of the form as WordprocessingML: fixed column widths, merged cells, rows in one piece, repeated head."""

from dataclasses import dataclass
from typing import cast
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.table import CT_Tbl

from gongkai.law.citation import chinese_numeral
from gongkai.paperwork.printing.docx_styles import CHINESE_SIGNS
from gongkai.paperwork.printing.form_tables import FormTable, PrintedCell, placed
from gongkai.paperwork.printing.table_sizes import (
    TABLE_WIDTH,
    figure_size,
    has_narrow_columns,
)

# All lengths are twips, of which a point has 20.
TWIPS = 20
MARGIN = 20  # four characters of a heading just fit a column of 表三
NARROW_MARGIN = 90  # and stand two by two in a column of 表四
LABEL_MARGIN = 60
ROW_HEIGHT = 360
BAND_SHADE = "C6D9F1"  # of the titles in 表二, as on the national form
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
BESIDE = {"row", "rowgroup"}  # headings that stand beside figures, not above

Slot = tuple[int, PrintedCell, bool]
"""What stands in a row: column from 0, cell, and whether the cell began in a row above."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What all cells of a table share: the columns' widths, the figures' size in points, whether columns are narrow."""

    widths: tuple[int, ...]
    size: float
    narrow: bool


def table_element(table: FormTable) -> CT_Tbl:
    """The table as an element to be put into the body."""
    whole = TABLE_WIDTH * TWIPS / sum(table.widths)
    widths = tuple(round(whole * share) for share in table.widths)
    measures = Measures(widths, figure_size(table), has_narrow_columns(table))
    rows = "".join(_row(table, at, row, measures) for at, row in enumerate(slots(table)))
    xml = f"<w:tbl {nsdecls('w')}>{_properties(table, widths)}{rows}</w:tbl>"
    return cast("CT_Tbl", parse_xml(xml))


def slots(table: FormTable) -> list[list[Slot]]:
    """Each row's cells from the left; a cell that reaches down stands in each row that it covers."""
    rows: list[list[Slot]] = [[] for _ in table.rows]
    for at, column, cell in placed(table.rows):
        for down in range(cell.row_span):
            rows[at + down].append((column, cell, down > 0))
    return [sorted(row, key=lambda slot: slot[0]) for row in rows]


def _properties(table: FormTable, widths: tuple[int, ...]) -> str:
    """Borders, widths, and a name for those who have the file read aloud."""
    name = quoteattr(f"表{chinese_numeral(table.number)}　{table.title}")
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in SIDES
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCaption w:val={name}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _margins(width: int) -> str:
    return f'<w:left w:w="{width}" w:type="dxa"/><w:right w:w="{width}" w:type="dxa"/>'


def _row(table: FormTable, at: int, row: list[Slot], measures: Measures) -> str:
    """A row in one piece, on the page of the next one as long as the whole table fits a page; it does unless a clerk
    lengthens it, and then its head stands on each page.
    """
    with_next = at < len(table.rows) - 1
    cells = "".join(_cell(slot, measures, with_next=with_next) for slot in row)
    height = f'<w:trHeight w:val="{ROW_HEIGHT}" w:hRule="atLeast"/>'
    repeated = "<w:tblHeader/>" if at < table.repeated_rows else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeated}</w:trPr>{cells}</w:tr>"


def _cell(slot: Slot, measures: Measures, *, with_next: bool) -> str:
    column, cell, continued = slot
    width = sum(measures.widths[column : column + cell.column_span])
    text = "" if continued else cell.text
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_spans(cell, continued=continued)}'
        f"{_look(cell, measures)}</w:tcPr>"
        f"{_paragraph(text, cell, measures.size, with_next=with_next)}</w:tc>"
    )


def _spans(cell: PrintedCell, *, continued: bool) -> str:
    xml = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
    if cell.row_span > 1:
        xml += f'<w:vMerge w:val="{"continue" if continued else "restart"}"/>'
    return xml


def _look(cell: PrintedCell, measures: Measures) -> str:
    """Shade, margins and place of the text, in the order that the format asks for."""
    xml = ""
    if cell.column_span == len(measures.widths):
        xml += f'<w:shd w:val="clear" w:color="auto" w:fill="{BAND_SHADE}"/>'
    margin = MARGIN
    if cell.scope in BESIDE:
        margin = LABEL_MARGIN
    elif measures.narrow and cell.is_header and cell.column_span == 1:
        margin = NARROW_MARGIN
    xml += f"<w:tcMar>{_margins(margin)}</w:tcMar>"
    return f'{xml}<w:vAlign w:val="center"/>'


def _paragraph(text: str, cell: PrintedCell, size: float, *, with_next: bool) -> str:
    style = "label" if cell.scope in BESIDE else "figure"  # keys of docx_styles.STYLES
    keep = "<w:keepNext/>" if with_next else ""
    # Half points; headings have the size of their style.
    smaller = "" if cell.is_header else f'<w:sz w:val="{max(2, int(size * 2))}"/>'
    look = f"<w:rPr>{CHINESE_SIGNS}{smaller}</w:rPr>"
    run = f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>{run}</w:p>'
