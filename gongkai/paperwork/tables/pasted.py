"""What was typed or pasted as a table: cells between tabs (Excel, WPS, Word), the HTML of a clipboard, CSV, or words between spaces."""

import csv
import io
import re

from lxml import etree, html

from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.tables.sheet import Merge, Sheet, sheet_of

MOST_SIGNS, MOST_ROWS, MOST_COLUMNS = 400_000, 2_000, 60
_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)


def pasted(text: str, name: str = "粘贴的表格") -> Sheet:
    """The table in a text. Raises UnreadableReport for one that is too large or no table."""
    if len(text) > MOST_SIGNS:
        raise UnreadableReport("粘贴的内容太多，请只粘贴一张表")
    if _TABLE.search(text):
        rows, merges = _from_html(text)
    else:
        rows, merges = _from_text(text), ()
    if len(rows) > MOST_ROWS or max(map(len, rows), default=0) > MOST_COLUMNS:
        raise UnreadableReport(f"表格超过 {MOST_ROWS} 行或者 {MOST_COLUMNS} 列，请分开")
    return sheet_of(name, [[_line(cell) for cell in row] for row in rows], merges)


def _line(text: str) -> str:
    """A cell's text on one line."""
    return " ".join(text.replace("\0", "").split())


def _from_text(text: str) -> list[list[str]]:
    """Cells between tabs, else between commas or semicolons, else between spaces."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    lines = plain.split("\n")
    separator = (
        "\t" if "\t" in plain else next((sign for sign in ",;" if _divides(sign, lines)), None)
    )
    if separator is None:
        return [line.split() for line in lines]
    try:
        return list(csv.reader(io.StringIO(plain, newline=""), delimiter=separator))
    except csv.Error as error:
        raise UnreadableReport("表格不完整，请重新复制一次") from error


def _divides(sign: str, lines: list[str]) -> bool:
    """Whether a sign stands in most lines that are not empty."""
    filled = [line for line in lines if line.strip()]
    return sum(sign in line for line in filled) * 2 > len(filled)


def _from_html(text: str) -> tuple[list[list[str]], tuple[Merge, ...]]:
    """The first table, its merged cells as merges."""
    try:
        table = next(html.fromstring(text).iter("table"), None)
    except (etree.ParserError, ValueError) as error:
        raise UnreadableReport("没有找到表格，请重新复制一次") from error
    if table is None:
        raise UnreadableReport("没有找到表格，请重新复制一次")
    cells: dict[tuple[int, int], str] = {}
    merges: list[Merge] = []
    own = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    for at, row in enumerate(own[: MOST_ROWS + 1]):
        _take_row(at, row, cells, merges)
    high = max((row for row, _ in cells), default=-1) + 1
    wide = max((column for _, column in cells), default=-1) + 1
    return [[cells.get((row, column), "") for column in range(wide)] for row in range(high)], tuple(merges)  # fmt: skip


def _take_row(at: int, row: html.HtmlElement, cells: dict[tuple[int, int], str], merges: list[Merge]) -> None:  # fmt: skip
    """Put the cells of one row where they belong beside those that reach down from above."""
    column = 0
    for cell in row.iterchildren("td", "th"):
        while (at, column) in cells:
            column += 1
        high, wide = _span(cell, "rowspan", MOST_ROWS), _span(cell, "colspan", MOST_COLUMNS)
        for down in range(high):
            for right in range(wide):
                cells[at + down, column + right] = ""
        cells[at, column] = cell.text_content()
        if high > 1 or wide > 1:
            merges.append((at, column, at + high - 1, column + wide - 1))
        column += wide


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    """How many rows or columns a cell takes."""
    said = (cell.get(name) or "1").strip()
    return min(max(int(said), 1), most) if said.isdecimal() and len(said) < 6 else 1
