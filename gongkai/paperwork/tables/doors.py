"""Files of tables in the child process: XLSX with what its cells show, CSV as text."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.tables.pasted import MOST_COLUMNS, MOST_ROWS, pasted
from gongkai.paperwork.tables.sheet import Merge, Sheet, Workbook, sheet_of

MOST_BYTES, MOST_UNFOLDED, MOST_SHEETS = 8 * 2**20, 128 * 2**20, 40
ZIP = b"PK\x03\x04"
_BROKEN = (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, TypeError, OSError, EOFError)  # fmt: skip
_ASIDE = re.compile(r"_.|\*.|\[[^\]]*\]|[\s\\\"]")
"""What a format of numbers says beside the digits: room, filling, colours, quotes."""
_PLACES = re.compile(r"[#,?]*0(?:\.(0+))?(%?)")
_DIGITS = 15
"""What a spreadsheet keeps of a number; the digits behind are noise of its arithmetic."""


def read_workbook(data: bytes) -> Workbook:
    """The file's visible sheets. Raises UnreadableReport for what is no table."""
    if len(data) > MOST_BYTES:
        raise UnreadableReport(f"文件超过 {MOST_BYTES // 2**20} MB，请另存为不带图片的表格")
    if not data.startswith(ZIP):
        return Workbook((pasted(_decoded(data), "CSV"),))
    try:
        return _from_xlsx(data)
    except UnreadableReport:
        raise
    except _BROKEN as error:
        raise UnreadableReport("XLSX 文件已损坏，请用表格软件另存一次") from error


def _decoded(data: bytes) -> str:
    """The text of a CSV file."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableReport(
        "看不懂这个文件：只接受 XLSX 和 CSV（UTF-8 或 GB18030）；老式 XLS 请另存为 XLSX"
    )


def _from_xlsx(data: bytes) -> Workbook:
    """The sheets that can be seen, what they show, and where a formula shows nothing."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MOST_UNFOLDED:
            raise HostileFile("表格展开后过大，已停止读取")
    values = load_workbook(io.BytesIO(data), data_only=True)
    formulas = load_workbook(io.BytesIO(data))
    sheets, hidden = [], []
    for sheet in values.worksheets[:MOST_SHEETS]:
        if sheet.sheet_state == "visible":
            sheets.append(_sheet(sheet, formulas[sheet.title]))
        else:
            hidden.append(sheet.title)
    found = tuple(sheet for sheet in sheets if sheet.rows)
    if not found:
        raise UnreadableReport("文件里没有内容")
    return Workbook(found, tuple(hidden))


def _sheet(values: Any, formulas: Any) -> Sheet:
    """One sheet up to its limits; more rows or columns are refused, since nothing is cut off in silence."""
    filled = [cell for cell in _cells(values) if cell.value is not None]
    if any(cell.row > MOST_ROWS or cell.column > MOST_COLUMNS for cell in filled):
        raise UnreadableReport(f"工作表“{values.title}”超过 {MOST_ROWS} 行或者 {MOST_COLUMNS} 列")
    high = max((cell.row for cell in filled), default=0)
    wide = max((cell.column for cell in filled), default=0)
    rows = [[""] * wide for _ in range(high)]
    doubts = []
    for cell in filled:
        rows[cell.row - 1][cell.column - 1], doubt = _shown(cell)
        doubts += [f"{cell.coordinate}：{doubt}"] if doubt else []
    doubts += [
        f"{place}：公式没有算出结果，请用表格软件打开、保存一次"
        for place in _unsolved(formulas, values)
    ]
    hidden = [column for column, row in values.column_dimensions.items() if row.hidden]
    doubts += [f"{column} 列是隐藏的，其中的内容也读进来了" for column in hidden]
    return sheet_of(values.title, rows, _merges(values), tuple(doubts))


def _unsolved(formulas: Any, values: Any) -> Iterator[str]:
    """Formulas whose result was not kept in the file: they would read as empty cells."""
    solved = {cell.coordinate for cell in _cells(values) if cell.value is not None}
    for cell in _cells(formulas):
        if cell.data_type == "f" and cell.coordinate not in solved:
            yield cell.coordinate


def _cells(sheet: Any) -> list[Any]:
    """The cells that stand in the file, in its order; asking for rows would make a million of those that do not."""
    return list(sheet._cells.values())  # noqa: SLF001


def _merges(sheet: Any) -> tuple[Merge, ...]:
    return tuple(
        (each.min_row - 1, each.min_col - 1, each.max_row - 1, each.max_col - 1)
        for each in sheet.merged_cells.ranges
    )


def _shown(cell: Any) -> tuple[str, str]:
    """The text that the cell shows, and a doubt: where a number is shown rounded, the rounded one is what was approved."""
    value = cell.value
    match value:
        case bool():
            return ("是" if value else "否"), ""
        case int() | float():
            return _number(value, cell.number_format or "")
        case datetime() | date():
            return value.strftime("%Y-%m-%d"), ""
        case time():
            return value.isoformat(), ""
    text = " ".join(str(value).replace("\0", "").split())
    return text, "是错误值" if text.startswith("#") and text.endswith(("!", "?", "A")) else ""


def _number(value: float, pattern: str) -> tuple[str, str]:
    """A number with the places that its format shows."""
    try:
        exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{_DIGITS}g}")
    except InvalidOperation:
        return str(value), ""
    found = _PLACES.fullmatch(_ASIDE.sub("", pattern.partition(";")[0]).replace("#,##", "#"))
    if found is None:
        return _plain(exact), ""
    shown = exact * 100 if found[2] else exact
    places = Decimal(1).scaleb(-len(found[1] or ""))
    rounded = shown.quantize(places, ROUND_HALF_UP)
    doubt = "" if rounded == shown else f"存的是 {_plain(exact)}，按表格显示的取 {rounded:f}"
    return f"{rounded:f}{found[2]}", doubt


def _plain(value: Decimal) -> str:
    """A number without exponent and without zeros at its end."""
    return f"{value.normalize():f}" if value else "0"
