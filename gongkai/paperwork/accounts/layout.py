"""Where a sheet's title, unit, heads, rows and notes are: merged heads are spread out, rows of column numbers left out."""

from collections.abc import Sequence

from gongkai.paperwork.accounts import words
from gongkai.paperwork.accounts.table import BETWEEN, AccountsTable, HeadCell, Role
from gongkai.paperwork.tables.figures import figure
from gongkai.paperwork.tables.sheet import Sheet

MOST_HEADS = 6
"""Rows of heads; more is no table of figures."""


def laid_out(sheet: Sheet) -> AccountsTable | None:
    """The table of the sheet, without its key; None where no heads of figures are found (a cover, a contents page)."""
    start = next((at for at, row in enumerate(sheet.rows) if _begins(row)), None)
    if start is None:
        return None
    end = _end_of_heads(sheet, start)
    spread = _spread(sheet)
    body = [at for at in range(end, len(sheet.rows)) if any(sheet.rows[at]) and not _is_line_row(sheet.rows[at])]  # fmt: skip
    notes = [at for at in body if _is_note(sheet.rows[at])]
    first_note = min(notes, default=len(sheet.rows))
    kept = [at for at in body if at < first_note]
    paths = [_path(spread, start, end, column) for column in range(len(spread[0]))]
    rows = tuple(sheet.rows[at] for at in kept)
    above = [cell for row in sheet.rows[:start] for cell in row if cell]
    return AccountsTable(
        key="",
        title=_title(above, sheet.name),
        sheet=sheet.name,
        unit=_unit([*above, sheet.name, *(cell for row in sheet.rows[start:end] for cell in row)]),
        head=_heads(sheet, start, end),
        roles=tuple(_role(path, column, rows) for column, path in enumerate(paths)),
        paths=tuple(BETWEEN.join(path) for path in paths),
        rows=rows,
        lines=tuple(at + sheet.top for at in kept),
        left=sheet.left,
        notes=tuple("".join(sheet.rows[at]) for at in body if at >= first_note),
    )


def _begins(row: Sequence[str]) -> bool:
    """Whether the heads may begin here: several words, one of them a head's, no figure and no unit of money."""
    filled = [words.bare(cell) for cell in row if cell]
    return (
        len(filled) > 1
        and any(words.HEAD_WORD.search(cell) and len(cell) < 40 for cell in filled)
        and not any("单位:" in cell or cell.endswith("表") for cell in filled)
        and not any(_is_figure(cell) for cell in row)
    )


def _is_figure(cell: str) -> bool:
    return figure(cell, percent=True).kind in {"number", "dash"}


def _end_of_heads(sheet: Sheet, start: int) -> int:
    """The row below the heads: they go on below merged cells, and while a row holds nothing but heads."""
    end = start + 1
    for top, _, bottom, _ in sheet.merges:
        if top == start and bottom < start + MOST_HEADS:
            end = max(end, bottom + 1)
    while end < min(len(sheet.rows), start + MOST_HEADS) and _goes_on(sheet.rows[end]):
        end += 1
    return end


def _goes_on(row: Sequence[str]) -> bool:
    """Whether a row is heads still: no figures and codes, several words, none of them a row's."""
    filled = [words.bare(cell) for cell in row if cell]
    return (
        len(filled) > 1
        and not any(_is_figure(cell) or words.code_of(cell) for cell in row if cell)
        and not words.TOTAL_ROW.fullmatch(filled[0])
        and not filled[0].startswith(("一、", "1.", "(一)", "1、"))
    )


def _is_line_row(row: Sequence[str]) -> bool:
    """A row that numbers the columns: 栏次 1 2 3, 类 款 项 栏次 1 2, or 1 2 3=4+5."""
    filled = [words.bare(cell) for cell in row if cell]
    if any(words.LINE_HEAD.fullmatch(cell) for cell in filled):
        return all(words.LINE_CELL.fullmatch(cell) for cell in filled)
    numbers = [cell.partition("=")[0] for cell in filled if cell not in {"**", "*"}]
    return len(numbers) > 2 and numbers == [str(at) for at in range(1, len(numbers) + 1)]


def _is_note(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell]
    return len(filled) == 1 and bool(words.NOTE.match(words.bare(filled[0])))


def _spread(sheet: Sheet) -> list[list[str]]:
    """The rows with the text of a merged cell in each of its cells."""
    rows = [list(row) for row in sheet.rows]
    for top, left, bottom, right in sheet.merges:
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                rows[row][column] = sheet.rows[top][left]
    return rows


def _path(rows: Sequence[Sequence[str]], start: int, end: int, column: int) -> list[str]:
    """The heads above a column, each once."""
    found = [words.bare(rows[at][column]) for at in range(start, end) if not _is_line_row(rows[at])]
    return list(dict.fromkeys(text for text in found if text))


def _heads(sheet: Sheet, start: int, end: int) -> tuple[tuple[HeadCell, ...], ...]:
    """The cells of the heads as they are shown; those that a merged cell covers are none."""
    spans = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
    covered: set[tuple[int, int]] = set()
    heads = []
    for row in range(start, end):
        cells = []
        for column in range(len(sheet.rows[row])):
            if (row, column) in covered:
                continue
            bottom, right = spans.get((row, column), (row, column))
            bottom = min(bottom, end - 1)
            covered |= {(r, c) for r in range(row, bottom + 1) for c in range(column, right + 1)}
            cells.append(HeadCell(sheet.rows[row][column], right - column + 1, bottom - row + 1))
        if not _is_line_row(sheet.rows[row]):
            heads.append(tuple(cells))
    return tuple(heads)


def _role(path: Sequence[str], column: int, rows: Sequence[Sequence[str]]) -> Role:
    """What a column holds: by its lowest head, and by its cells where the head does not tell."""
    leaf = path[-1] if path else ""
    cells = [row[column] for row in rows if row[column]]
    kinds = [figure(cell, percent=True).kind for cell in cells]
    if words.CODE_HEAD.fullmatch(leaf):
        return "code"
    if words.LINE_HEAD.fullmatch(leaf):
        return "text"
    if words.LABEL_HEAD.fullmatch(leaf) and "number" not in kinds:
        return "label"
    if cells and kinds.count("unreadable") * 2 > len(kinds):
        return "label"
    return "share" if words.SHARE_HEAD.fullmatch(leaf) else "figure"


def _title(above: Sequence[str], name: str) -> str:
    """The title above the heads: the longest line that ends like one; else the name of the sheet."""
    found = [cell for cell in above if "表" in cell and not words.UNIT.search(words.bare(cell)) and len(cell) > 4]  # fmt: skip
    return max(found, key=len) if found else name


def _unit(texts: Sequence[str]) -> str:
    """The unit of money that the sheet says."""
    for text in texts:
        if found := words.UNIT.search(words.bare(text)):
            return found["unit"]
    return ""
