"""A sheet as a grid of named rows and columns: title, unit and notes around it are told from the heads and the figures inside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.tables.figures import figure
from gongkai.paperwork.tables.sheet import Sheet

_UNIT = re.compile(r"^[（(]?(?:计量|金额)?单位[:：]\s*(?P<unit>[^（()）]{1,20})[)）]?$")
_YEAR = re.compile(r"(?:19|20)\d\d(?:年度?)?")


@dataclass(frozen=True, slots=True)
class Grid:
    """``columns`` are the names of the columns of figures, ``rows`` the names of the rows with their cells, "" where nothing stands."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    title: str = ""
    unit: str = ""
    notes: tuple[str, ...] = ()


def grid_of(sheet: Sheet) -> Grid:
    """The grid of a sheet. The first column names the rows; names that the sheet does not give stay empty.

    Raises UnreadableReport where there are not two rows and two columns.
    """
    rows, title, unit, notes = _without_surroundings(sheet.rows)
    if not rows or len(rows[0]) < 2:
        raise UnreadableReport("至少要有两列：第一列是名称，后面是数；一行一项")
    first = next((at for at, row in enumerate(rows) if _is_body(row, first=at == 0)), len(rows))
    heads, body = _spread(sheet, rows[:first]), rows[first:]
    if not body:
        raise UnreadableReport("只看到表头，没有看到一行数")
    wide = len(rows[0])
    return Grid(
        columns=tuple(_name(heads, column) for column in range(1, wide)),
        rows=tuple((row[0], tuple(row[1:])) for row in body),
        title=title,
        unit=unit,
        notes=notes,
    )


def _without_surroundings(rows: Sequence[Sequence[str]]) -> tuple[list[list[str]], str, str, tuple[str, ...]]:  # fmt: skip
    """The rows of the table itself; the title and unit above, the notes below."""
    kept = [list(row) for row in rows if any(row)]
    above: list[str] = []
    while kept and _is_alone(kept[0]):
        above += [cell for cell in kept.pop(0) if cell]
    notes: list[str] = []
    while len(kept) > 1 and _is_alone(kept[-1]) and len(kept[-1]) > 1:
        notes[:0] = [cell for cell in kept.pop() if cell]
    unit = next((found["unit"].strip() for cell in above if (found := _UNIT.match(cell))), "")
    title = next((cell for cell in above if not _UNIT.match(cell)), "")
    return kept, title, unit, tuple(notes)


def _is_alone(row: Sequence[str]) -> bool:
    """One text by itself, or texts of which one says the unit: no row of the table."""
    filled = [cell for cell in row if cell]
    if any(_UNIT.match(cell) for cell in filled):
        return True
    return len(filled) == 1 and len(row) > 1 and figure(filled[0]).kind == "unreadable" and bool(row[0])  # fmt: skip


def _is_body(row: Sequence[str], *, first: bool) -> bool:
    """Whether a row holds figures other than years that name columns, which stand in the first row or below a head over both."""
    cells = [cell for cell in row[1:] if cell]
    are_years = bool(cells) and all(_YEAR.fullmatch(cell) for cell in cells)
    if are_years and figure(row[0]).kind != "number" and (first or not row[0]):
        return False
    return any(figure(cell, percent=True).kind in {"number", "dash"} for cell in cells)


def _spread(sheet: Sheet, heads: list[list[str]]) -> list[list[str]]:
    """Heads over several columns stand in each of them."""
    spread = [list(row) for row in heads]
    rows = [tuple(row) for row in heads]
    for top, left, _, right in sheet.merges:
        if right > left and sheet.rows[top] in rows:
            at = rows.index(sheet.rows[top])
            for column in range(left, right + 1):
                spread[at][column] = sheet.rows[top][left]
    return spread


def _name(heads: list[list[str]], column: int) -> str:
    """The heads above a column, each once."""
    return " ".join(dict.fromkeys(row[column] for row in heads if row[column]))
