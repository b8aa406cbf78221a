"""An uploaded CSV or XLSX file as rows of text. Limits come first: size, rows, and what an archive unfolds to."""

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

MOST_BYTES, MOST_ROWS, MOST_COLUMNS, MOST_UNFOLDED = 2 * 1024 * 1024, 2000, 50, 64 * 1024 * 1024
ZIP = b"PK\x03\x04"

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class TableLimits:
    """How large a table may be: bytes of the file, and rows below its headings."""

    most_bytes: int = MOST_BYTES
    rows: int = MOST_ROWS


AT_DESK = TableLimits()


class UnreadableTable(ValueError):
    """The file is no table that can be read; the message says why."""


def read_table(data: bytes, limits: TableLimits = AT_DESK) -> Rows:
    """The rows of the file, empty ones at the end left out."""
    if len(data) > limits.most_bytes:
        raise UnreadableTable(f"文件超过 {limits.most_bytes // MOST_BYTES * 2} MB，请分成几个文件")
    rows = from_xlsx(data, limits) if data.startswith(ZIP) else from_csv(data, limits)
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise UnreadableTable("文件里没有内容")
    return rows


def from_csv(data: bytes, limits: TableLimits = AT_DESK) -> Rows:
    """UTF-8 or GB18030, separated by commas, semicolons or tabs."""
    text = decoded(data)
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        return bounded(list(csv.reader(io.StringIO(text, newline=""), delimiter=separator)), limits)
    except csv.Error as error:
        raise UnreadableTable("CSV 文件不完整，请用表格软件另存一次") from error


def decoded(data: bytes) -> str:
    """The text of a CSV file."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableTable("看不懂这个文件：只接受 CSV（UTF-8 或 GB18030）和 XLSX")


def from_xlsx(data: bytes, limits: TableLimits = AT_DESK) -> Rows:
    """The first sheet, values only."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unfolded = sum(entry.file_size for entry in archive.infolist())
        found = [] if unfolded > MOST_UNFOLDED else first_sheet(data, limits)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, OSError, EOFError) as error:  # fmt: skip
        raise UnreadableTable("XLSX 文件已损坏，请用表格软件另存一次") from error
    if unfolded > MOST_UNFOLDED:
        raise UnreadableTable("表格展开后过大")
    return bounded(found, limits)


def first_sheet(data: bytes, limits: TableLimits = AT_DESK) -> Rows:
    """The cells of the first sheet as text, a few more than are allowed so that too many are noticed."""
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    size = {"max_row": limits.rows + 2, "max_col": MOST_COLUMNS}
    rows = book.worksheets[0].iter_rows(**size, values_only=True)
    return [without_tail([as_text(cell) for cell in row]) for row in rows]


def without_tail(row: list[str]) -> list[str]:
    """The row up to its last cell that holds anything."""
    while row and not row[-1]:
        row.pop()
    return row


def bounded(rows: Rows, limits: TableLimits = AT_DESK) -> Rows:
    """The rows with their cells stripped; UnreadableTable for too many."""
    if len(rows) > limits.rows + 1:
        raise UnreadableTable(f"超过 {limits.rows} 行，请分成几个文件")
    return [[cell.strip() for cell in row[:MOST_COLUMNS]] for row in rows]


def as_text(cell: object) -> str:
    """A cell of a workbook as text: days as 2024-01-31, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        return cell.strftime("%Y-%m-%d")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
