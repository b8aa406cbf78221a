"""One open table as it is kept and shown: heads with their spans, what each column holds, rows of text, and where each cell stood."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

from gongkai.paperwork.tables.figures import Figure, figure
from gongkai.paperwork.tables.sheet import column_letters

Role = Literal["code", "label", "figure", "share", "text"]
BETWEEN = "／"
"""Between the heads above one another in a path."""


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of the heads with the columns and rows that it spans."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class AccountsTable:
    """``key`` names the open table, "" for one beside them. ``paths`` are the heads of each column, ``lines`` the rows of the sheet.

    ``left`` is the sheet's first column of it, counted from 1. ``unit`` is 万元 or 元, "" where the sheet does not say.
    """

    key: str
    title: str
    sheet: str
    unit: str
    head: tuple[tuple[HeadCell, ...], ...]
    roles: tuple[Role, ...]
    paths: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    left: int = 1
    notes: tuple[str, ...] = ()

    def place(self, row: int, column: int) -> str:
        """The address of a cell in the sheet."""
        return f"{column_letters(self.left + column)}{self.lines[row]}"

    def cell(self, row: int, column: int) -> Figure:
        """What a cell of a column of figures holds."""
        return figure(self.rows[row][column], percent=self.roles[column] == "share")

    def columns(self, role: Role) -> list[int]:
        """The columns of that role."""
        return [at for at, each in enumerate(self.roles) if each == role]

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds a figure other than nothing."""
        cells = (self.cell(row, column).counted for row, column in self.figure_cells())
        return not any(value != 0 for value in cells)

    def figure_cells(self) -> Iterator[tuple[int, int]]:
        """Row and column of every cell that should hold a figure."""
        for row in range(len(self.rows)):
            for column in self.columns("figure"):
                yield row, column

    def named(self, key: str) -> "AccountsTable":
        """The table as the one of that key."""
        return replace(self, key=key)

    def said(self) -> dict[str, Any]:
        """As JSON keeps it: a row is one text, so that what changed in it is seen as one."""
        return {
            "key": self.key,
            "title": self.title,
            "sheet": self.sheet,
            "unit": self.unit,
            "head": [[[cell.text, cell.columns, cell.rows] for cell in row] for row in self.head],
            "roles": list(self.roles),
            "paths": list(self.paths),
            "rows": ["\t".join(row) for row in self.rows],
            "lines": list(self.lines),
            "left": self.left,
            "notes": list(self.notes),
        }

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> "AccountsTable":
        """What was kept."""
        lists = ("roles", "paths", "lines", "notes")
        return cls(
            **{
                **said,
                "head": tuple(tuple(HeadCell(*cell) for cell in row) for row in said["head"]),
                "rows": tuple(tuple(row.split("\t")) for row in said["rows"]),
                **{name: tuple(said[name]) for name in lists},
            }
        )


def value_of(table: AccountsTable, row: int, column: int) -> Decimal | None:
    """What a cell counts in a sum; None where it cannot be read."""
    return table.cell(row, column).counted
