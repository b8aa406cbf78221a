"""Sums of tables with income on the left and spending on the right: the items, the year's sum, the total, and both totals alike."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from gongkai.paperwork.accounts.findings import Imbalance, unequal
from gongkai.paperwork.accounts.findings import Side as Equal
from gongkai.paperwork.accounts.sides import Entry, Side, entries, is_numbered, rank_of, sides_of
from gongkai.paperwork.accounts.table import AccountsTable, value_of


@dataclass(slots=True)
class _Item:
    """An item of a side with the items below it."""

    entry: Entry
    below: list[Entry] = field(default_factory=list)


def two_sides(table: AccountsTable) -> Iterator[Imbalance]:
    """The total of the income is the total of the spending."""
    totals = [found for side in sides_of(table) if (found := total_of(table, side))]
    for other in totals[1:]:
        yield from unequal("two_sides", table, totals[0], other)


def total_of(table: AccountsTable, side: Side) -> Equal | None:
    """The last total of a side in its first column, as far as it can be read."""
    rows = [entry for entry in entries(table, side) if rank_of(entry.label) == "total"]
    if not rows:
        return None
    value = value_of(table, rows[-1].row, side.figures[0])
    place = (table.place(rows[-1].row, side.figures[0]),)
    return None if value is None else Equal(rows[-1].label, value, place)


def side_sums(table: AccountsTable) -> Iterator[Imbalance]:
    """Each sum and each total is what stands above it."""
    for side in sides_of(table):
        for column in side.figures:
            yield from _added_up(table, side, column)


def _added_up(table: AccountsTable, side: Side, column: int) -> Iterator[Imbalance]:
    rows = list(entries(table, side))
    numbered = any(is_numbered(entry.label) for entry in rows)
    items: list[_Item] = []
    for entry in rows:
        rank = rank_of(entry.label)
        if rank in {"sum", "total"}:
            yield from _below(table, items, column)
            yield from _whole(table, entry, items, column)
            items = [_Item(entry)]
        elif rank == "second" and numbered and items:
            items[-1].below.append(entry)
        elif rank != "aside":
            items.append(_Item(entry))


def _whole(table: AccountsTable, entry: Entry, items: list[_Item], column: int) -> Iterator[Imbalance]:  # fmt: skip
    """A sum against the items above it."""
    values = [_value(table, item, column) for item in items]
    known = [value for value in values if value is not None]
    total = value_of(table, entry.row, column)
    if total is None or len(known) < len(values) or not items:
        return
    left = Equal(entry.label, total, (table.place(entry.row, column),))
    places = tuple(table.place(item.entry.row, column) for item in items)
    yield from unequal("side_sums", table, left, Equal("以上各项之和", sum(known, Decimal(0)), places), known)  # fmt: skip


def _below(table: AccountsTable, items: list[_Item], column: int) -> Iterator[Imbalance]:
    """An item against the items below it, where there are two or more with figures."""
    for item in items:
        own = table.cell(item.entry.row, column)
        parts = [value_of(table, entry.row, column) for entry in item.below]
        known = [value for value in parts if value is not None]
        if len(parts) < 2 or len(known) < len(parts) or own.kind != "number" or not any(known):
            continue
        left = Equal(item.entry.label, own.counted or Decimal(0), (table.place(item.entry.row, column),))  # fmt: skip
        places = tuple(table.place(entry.row, column) for entry in item.below)
        yield from unequal("side_sums", table, left, Equal("下列各项之和", sum(known, Decimal(0)), places), known)  # fmt: skip


def _value(table: AccountsTable, item: _Item, column: int) -> Decimal | None:
    """What an item counts: its own figure, or where it has none the sum of what stands below it."""
    own = table.cell(item.entry.row, column)
    if own.kind != "blank" or not item.below:
        return own.counted
    parts = [value_of(table, entry.row, column) for entry in item.below]
    known = [value for value in parts if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(parts) else None
