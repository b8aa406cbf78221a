"""The tables of an item for machines: of a chart the figures that it is drawn of, of accounts each open table."""

from collections.abc import Callable, Mapping

from gongkai.publishing.presentations import accounts, chart
from gongkai.publishing.presentations.row import Data

MachineTable = tuple[str, list[str], list[list[str]]]
"""Title, heads, rows."""
_TABLES: Mapping[str, Callable[[Data], list[MachineTable]]] = {
    "accounts": accounts.tables_of,
    "chart": chart.tables_of,
}
_LISTS = {"accounts": "tables", "chart": "charts"}
"""Under which name of the data of a form each of its tables has an entry."""


def machine_tables(key: str, data: Data) -> list[MachineTable]:
    """The tables of a form, in the order in which they are numbered; none for a form without tables."""
    made = _TABLES.get(key)
    return made(data) if made else []


def table_paths(key: str, data: Data, path: str) -> list[str]:
    """The addresses of the tables of an item whose page stands at ``path``."""
    rows = data.get(_LISTS[key], []) if key in _LISTS else []
    return [f"{path}table-{place}.csv" for place in range(1, len(rows) + 1)]
