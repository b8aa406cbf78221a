"""Which tables, columns, rows and cells of the form were not found or could not be read: one finding for each, not for each cell."""

from collections.abc import Iterator

from gongkai.law.annual_report.cell_checks import TABLES, form_cite
from gongkai.law.annual_report.findings import Finder, Finding
from gongkai.law.annual_report.form import Cell
from gongkai.law.annual_report.ledger import Ledger

_NAMES = {2: "表二", 3: "表三", 4: "表四"}
_TITLES = {2: "主动公开政府信息情况", 3: "收到和处理政府信息公开申请情况", 4: "政府信息公开行政复议、行政诉讼情况"}


def missing_cells(ledger: Ledger) -> Iterator[Finding]:
    """Structure warnings for what the reader did not find, from the largest piece to the smallest."""
    for table in TABLES:
        cells = [cell for cell in ledger.cells.values() if cell.table == table]
        unknown = [cell for cell in cells if ledger.number(cell.key) is None]
        if len(unknown) == len(cells):
            yield _whole_table(ledger, unknown)
            continue
        columns = _whole_columns(cells, unknown) if table == 3 else {}
        for column, lost in columns.items():
            yield _warning(ledger, lost[0].key, f"{_NAMES[table]}“{column}”一列没有读到", lost)
        yield from _rows(ledger, [cell for cell in unknown if cell.column not in columns])


def _whole_table(ledger: Ledger, lost: list[Cell]) -> Finding:
    table = lost[0].table
    return _warning(ledger, TABLES[table], f"没有读到{_NAMES[table]}（{_TITLES[table]}）的数字", lost)


def _whole_columns(cells: list[Cell], unknown: list[Cell]) -> dict[str, list[Cell]]:
    """The columns of 表三 of which no cell is known, with their cells."""
    lost = {cell.column: [other for other in unknown if other.column == cell.column] for cell in unknown}
    height = {column: sum(cell.column == column for cell in cells) for column in lost}
    return {column: found for column, found in lost.items() if len(found) == height[column]}


def row_of(key: str) -> str:
    """The row a cell stands in, its first two steps: requests.granted of requests.granted.total."""
    return ".".join(key.split(".")[:2])


def _rows(ledger: Ledger, unknown: list[Cell]) -> Iterator[Finding]:
    rows: dict[str, list[Cell]] = {}
    for cell in unknown:
        rows.setdefault(row_of(cell.key), []).append(cell)
    for row, lost in rows.items():
        whole = [cell for cell in ledger.cells.values() if row_of(cell.key) == row]
        place = f"{_NAMES[lost[0].table]}“{lost[0].row}”"
        if len(lost) == len(whole):
            yield _warning(ledger, row, f"{place}一行没有读到", lost)
        else:
            columns = "、".join(f"{cell.column}（{ledger.quoted(cell.key)}）" for cell in lost)
            yield _warning(ledger, lost[0].key if len(lost) == 1 else row, f"{place}有单元格没有读到：{columns}", lost)


def _warning(ledger: Ledger, where: str, message: str, lost: list[Cell]) -> Finding:
    raw = sorted({ledger.quoted(cell.key) for cell in lost})
    keys = tuple(cell.key for cell in lost)
    evidence = f"{'，'.join(keys) if len(keys) <= 7 else f'{keys[0]} 等 {len(keys)} 格'}：{'，'.join(raw)}"
    return Finder(ledger.report).finding(
        "structure", where, "warning", message, evidence=evidence, cite=form_cite(lost[0]), cells=keys,
    )
