"""预决算: budgets and final accounts out of a spreadsheet: every open table, checked, with charts and earlier years beside it."""

from gongkai.paperwork.accounts import AccountsTable
from gongkai.publishing.presentations.accounts_data import tables_in, title_of
from gongkai.publishing.presentations.accounts_drawing import shown
from gongkai.publishing.presentations.accounts_problems import problems
from gongkai.publishing.presentations.row import Data, Presentation

ACCOUNTS = Presentation(
    "accounts",
    "预决算",
    "预决算",
    "从预算、决算的表格（XLSX）读出各张公开表，核对合计，画出构成和历年对比",
    editor="publishing:accounts",
    problems=problems,
    template="publishing/presentations/accounts.html",
    texts={"title": "表名", "rows": "表内", "notes": "表注", "note": "空表说明"},
    shown=shown,
)


def tables_of(data: Data) -> list[tuple[str, list[str], list[list[str]]]]:
    """Each open table for machines: title with unit, one line of heads, rows."""
    kind = data.get("kind") or "budget"
    return [
        (_title(table, kind), list(table.paths), [list(row) for row in table.rows])
        for table in tables_in(data)
    ]


def _title(table: AccountsTable, kind: str) -> str:
    unit = f"（{table.unit}）" if table.unit else ""
    return title_of(table, kind) + unit
