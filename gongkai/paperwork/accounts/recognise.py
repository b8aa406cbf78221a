"""Which open table a sheet is, by the words of its title and then of its name; the clerk confirms."""

from datetime import date

from gongkai.law.open_accounts import OpenTable, open_tables
from gongkai.paperwork.accounts.table import AccountsTable
from gongkai.paperwork.accounts.words import title_words


def recognised(table: AccountsTable, scope: str, on: date) -> str:
    """The key of the open table, "" where neither title nor name says which."""
    for text in (table.title, table.sheet):
        said = title_words(text)
        for row in open_tables(scope, on):
            if _is(row, said):
                return row.key
    return ""


def _is(row: OpenTable, said: str) -> bool:
    return not any(word in said for word in row.without) and any(
        all(word in said for word in group) for group in row.words
    )
