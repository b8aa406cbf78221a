"""The figures of a chart's table, exact; None where there is none."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from gongkai.paperwork.tables.figures import figure

MISSING = "—"


def value_of(cell: str) -> Decimal | None:
    """The figure in a cell."""
    return figure(cell).value


def values_of(row: Mapping[str, Any]) -> list[Decimal | None]:
    """The figures of a row."""
    return [value_of(cell) for cell in row["cells"]]


def shown_cell(cell: str) -> str:
    """A cell for people: thousands apart, the places it was written with; a dash where there is none."""
    value = value_of(cell)
    if value is None:
        return cell or MISSING
    return f"{value:,f}"
