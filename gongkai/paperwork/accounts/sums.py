"""Sums inside one table: subjects above and below, the grand total, and the totals across a row."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from gongkai.paperwork.accounts import words
from gongkai.paperwork.accounts.findings import Imbalance, Side, unequal
from gongkai.paperwork.accounts.sides import Entry, entries, sides_of
from gongkai.paperwork.accounts.table import BETWEEN, AccountsTable, value_of

Coded = tuple[Entry, tuple[int, ...]]
"""An entry with the columns of its figures."""


def coded(table: AccountsTable) -> list[Coded]:
    """Every row with a code, from all sides of the table."""
    return [
        (entry, side.figures)
        for side in sides_of(table)
        for entry in entries(table, side)
        if entry.code
    ]


def parents(table: AccountsTable) -> Iterator[Imbalance]:
    """A subject is the sum of those directly below it, in each column. Nothing is said where a code stands twice."""
    rows = coded(table)
    by_code = {entry.code: (entry, columns) for entry, columns in rows}
    if len(by_code) < len(rows) or len({len(columns) for _, columns in rows}) > 1:
        return
    below: dict[str, list[Coded]] = defaultdict(list)
    for code, row in by_code.items():
        if code[:-2] in by_code:
            below[code[:-2]].append(row)
    for code, children in below.items():
        yield from _compared(table, "parents", by_code[code], children, "的下级科目之和")


def grand_total(table: AccountsTable) -> Iterator[Imbalance]:
    """The row of the grand total is the sum of the subjects that have none above them."""
    sides = sides_of(table)
    if len(sides) != 1:
        return
    rows = coded(table)
    codes = {entry.code for entry, _ in rows}
    roots = [row for row in rows if not codes & {row[0].code[:3], row[0].code[:5]} - {row[0].code}]
    if len(codes) == len(rows) and roots:
        for entry in entries(table, sides[0]):
            if not entry.code and words.TOTAL_ROW.fullmatch(entry.label):
                total = (entry, sides[0].figures)
                yield from _compared(table, "grand_total", total, roots, "各科目之和")


def _compared(table: AccountsTable, rule: str, whole: Coded, parts: list[Coded], said: str) -> Iterator[Imbalance]:  # fmt: skip
    """The whole against its parts, column by column; not where a cell cannot be read."""
    entry, columns = whole
    for at, column in enumerate(columns):
        head, total = table.paths[column], value_of(table, entry.row, column)
        cells = [(part.row, theirs[at]) for part, theirs in parts]
        addends = [value_of(table, *cell) for cell in cells]
        known = [value for value in addends if value is not None]
        if total is None or len(known) < len(addends):
            continue
        name = entry.name if entry.name == head else f"{entry.name}（{head}）"
        left = Side(name, total, (table.place(entry.row, column),))
        right = Side(said, sum(known, Decimal(0)), tuple(table.place(*cell) for cell in cells))
        yield from unequal(rule, table, left, right, known)


def row_sums(table: AccountsTable) -> Iterator[Imbalance]:
    """A column of sums is the sum of the columns beside it under the same head, in each row."""
    for side in sides_of(table):
        for column in side.figures:
            parts = _parts(table, side.figures, column)
            if len(parts) > 1:
                yield from _rows_compared(table, column, parts)


def _rows_compared(table: AccountsTable, column: int, parts: list[int]) -> Iterator[Imbalance]:
    for row in range(len(table.rows)):
        total = value_of(table, row, column)
        addends = [value_of(table, row, part) for part in parts]
        known = [value for value in addends if value is not None]
        if total is None or len(known) < len(addends):
            continue
        left = Side(f"“{table.paths[column]}”", total, (table.place(row, column),))
        right = Side("同一行各分项之和", sum(known, Decimal(0)), tuple(table.place(row, part) for part in parts))  # fmt: skip
        yield from unequal("row_sums", table, left, right, known)


def _parts(table: AccountsTable, columns: tuple[int, ...], column: int) -> list[int]:
    """The columns that a column of sums adds up: those behind it under the same head, a group with a sum by that alone."""
    path = table.paths[column].split(BETWEEN)
    if not words.SUM_HEAD.fullmatch(path[-1]):
        return []
    above = path[:-1]
    groups: dict[str, list[int]] = defaultdict(list)
    for other in columns:
        theirs = table.paths[other].split(BETWEEN)
        if other > column and theirs[: len(above)] == above and len(theirs) > len(above):
            groups[theirs[len(above)]].append(other)
    found: list[int] = []
    for head, group in groups.items():
        if not words.COMPARED.fullmatch(head):
            found += _of_group(table, group, len(above) + 1)
    return found


def _of_group(table: AccountsTable, group: list[int], depth: int) -> list[int]:
    """The sum of a group where it has one, else its columns."""
    for column in group:
        rest = table.paths[column].split(BETWEEN)[depth:]
        if len(rest) == 1 and words.SUM_HEAD.fullmatch(rest[0]):
            return [column]
    return group
