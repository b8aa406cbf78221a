"""What is kept of budgets and final accounts, as values: the tables, the statements that stand for empty ones, and the figures of years.

Data: ``{"year", "kind", "scope", "approved_on", "unit", "tables": [AccountsTable.said()], "empty": [{"key", "note"}], "file"}``, and in
the public copy ``"before"``: the figures of the organ's other accounts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gongkai.law.open_accounts import accounts_kind, accounts_scope, open_table
from gongkai.paperwork.accounts import AccountsTable, key_figures
from gongkai.paperwork.accounts.key_figures import Found
from gongkai.publishing.presentations.row import Data

DIVISORS = {
    "元": Decimal(10_000),
    "千元": Decimal(10),
    "万元": Decimal(1),
    "亿元": Decimal("0.0001"),
}
"""By unit, how much of it is ten thousand yuan, in which years are compared."""
SPENDING = ("spending", "general_spending", "expenditure", "own_expenditure")
"""The tables by subjects that the spending is shown from: the first that is there."""


@dataclass(frozen=True, slots=True)
class Part:
    """A subject of the spending, in the table's own unit."""

    code: str
    name: str
    value: Decimal


def tables_in(data: Data) -> list[AccountsTable]:
    """The tables, with the unit that was told for those that say none."""
    found = [AccountsTable.of(each) for each in data.get("tables", [])]
    return [_with_unit(table, data.get("unit", "")) for table in found]


def _with_unit(table: AccountsTable, unit: str) -> AccountsTable:
    return table if table.unit else AccountsTable.of({**table.said(), "unit": unit})


def name_of(data: Data) -> str:
    """2026年部门预算."""
    scope = accounts_scope(data.get("scope") or "department")
    kind = accounts_kind(data.get("kind") or "budget")
    return f"{data.get('year') or ''}年{scope.label}{kind.label}"


def approved_on(data: Data) -> date | None:
    """The day from which the days for publication are counted."""
    said = data.get("approved_on", "")
    return date.fromisoformat(said) if said else None


def notes_of_empty(data: Data) -> Mapping[str, str]:
    """By table, the statement that the organ has nothing to show in it."""
    return {row["key"]: row["note"] for row in data.get("empty", [])}


def figures_of(data: Data) -> dict[str, str]:
    """The figures by which years are compared, exact and in 万元: income, spending, the three kinds of expenses."""
    kind = data.get("kind") or "budget"
    found: dict[str, str] = {}
    for table in tables_in(data):
        figures = key_figures(table, kind) if table.key else {}
        for name, key in _wanted(table.key):
            if key in figures and table.unit in DIVISORS and name not in found:
                found[name] = f"{figures[key].value / DIVISORS[table.unit]:f}"
    return found


def _wanted(key: str) -> Iterator[tuple[str, str]]:
    """Which figure of a table is which of the year's."""
    if key == "totals":
        yield from (("income", "income_total"), ("spending", "spending_total"))
    elif key in {"expenditure", "own_expenditure"}:
        yield "spending", "total"
    elif key == "three_public":
        yield from (("three_public", "total"), ("abroad", "abroad"), ("cars", "cars"), ("reception", "reception"))  # fmt: skip


def parts_of(data: Data) -> tuple[AccountsTable | None, list[Part]]:
    """The highest subjects of the spending with their names, largest first, and the table that they stand in."""
    by_key = {table.key: table for table in tables_in(data)}
    table = next((by_key[key] for key in SPENDING if key in by_key), None)
    if table is None:
        return None, []
    figures: Found = key_figures(table, data.get("kind") or "budget")
    found = [Part(code, each.label, each.value) for code, each in figures.items() if code.isdigit()]
    return table, sorted((part for part in found if part.value), key=lambda part: -part.value)


def title_of(table: AccountsTable, kind: str) -> str:
    """The open table's own title, or that of the sheet."""
    return open_table(table.key).title(kind) if table.key else table.title
