"""A sheet as rows of text: where each cell stands in the file, and which cells are merged."""

from dataclasses import dataclass

Rows = tuple[tuple[str, ...], ...]
Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column, counted from 0 in the rows of the sheet."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. ``rows`` are equally long; cell (0, 0) stands in the file's row ``top`` and column ``left``, counted from 1.

    ``doubts`` say what was met while reading, with the cell's address.
    """

    name: str
    rows: Rows
    merges: tuple[Merge, ...] = ()
    top: int = 1
    left: int = 1
    doubts: tuple[str, ...] = ()

    def place(self, row: int, column: int) -> str:
        """The address of a cell as a spreadsheet names it: B7."""
        return f"{column_letters(column + self.left)}{row + self.top}"


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets that can be seen; ``hidden`` names those that were left out."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...] = ()


def column_letters(number: int) -> str:
    """The name of a column counted from 1: A, Z, AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def sheet_of(name: str, rows: list[list[str]], merges: tuple[Merge, ...] = (), doubts: tuple[str, ...] = ()) -> Sheet:  # fmt: skip
    """The sheet without empty rows and columns around its table."""
    wide = max((len(row) for row in rows), default=0)
    even = [[*row, *[""] * (wide - len(row))] for row in rows]
    used = [at for at, row in enumerate(even) if any(row)]
    if not used:
        return Sheet(name, (), doubts=doubts)
    columns = [at for at in range(wide) if any(row[at] for row in even)]
    top, bottom, left, right = used[0], used[-1], columns[0], columns[-1]
    kept = tuple(tuple(row[left : right + 1]) for row in even[top : bottom + 1])
    moved = tuple(
        (max(a - top, 0), max(b - left, 0), min(c, bottom) - top, min(d, right) - left)
        for a, b, c, d in merges
        if top <= c and a <= bottom and left <= d and b <= right
    )
    return Sheet(name, kept, moved, top + 1, left + 1, doubts)
