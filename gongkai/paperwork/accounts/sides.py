"""The halves of a table: income beside spending, or a list that goes on in the next columns; each with labels and figures of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from gongkai.paperwork.accounts import words
from gongkai.paperwork.accounts.table import AccountsTable

Rank = Literal["total", "sum", "first", "second", "aside"]
_FIRST = re.compile(r"[一二三四五六七八九十]{1,3}、")
_SECOND = re.compile(r"\([一二三四五六七八九十]{1,3}\)|[0-9]{1,2}[.、．]|\([0-9]{1,2}\)")
_ASIDE = re.compile(r"其中|其:|#|\*")


@dataclass(frozen=True, slots=True)
class Side:
    """Columns that belong together."""

    labels: tuple[int, ...]
    figures: tuple[int, ...]
    codes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a side: its code and label."""

    row: int
    code: str
    label: str

    @property
    def name(self) -> str:
        """Code and label in words."""
        return " ".join(filter(None, (self.code, self.label)))


def sides_of(table: AccountsTable) -> list[Side]:
    """The sides from left to right: a label or code behind a figure begins the next one."""
    groups: list[list[int]] = [[]]
    for column, role in enumerate(table.roles):
        if role in {"code", "label"} and _has_figures(table, groups[-1]):
            groups.append([])
        groups[-1].append(column)
    found = [_side(table, group) for group in groups]
    return [side for side in found if side.figures]


def _has_figures(table: AccountsTable, columns: list[int]) -> bool:
    return any(table.roles[column] == "figure" for column in columns)


def _side(table: AccountsTable, columns: list[int]) -> Side:
    by_role = {role: tuple(c for c in columns if table.roles[c] == role) for role in ("label", "figure", "code")}  # fmt: skip
    return Side(by_role["label"], by_role["figure"], by_role["code"])


def entries(table: AccountsTable, side: Side) -> Iterator[Entry]:
    """The rows of a side that say anything."""
    for row, cells in enumerate(table.rows):
        named = words.bare("".join(cells[column] for column in side.labels))
        coded = words.bare("".join(cells[column] for column in side.codes))
        code = words.code_of(coded) or words.code_of(named)
        label = (
            _without_code(named) if words.code_of(named) else named or (coded if not code else "")
        )
        if label or code:
            yield Entry(row, code, label)


def _without_code(label: str) -> str:
    """The name behind a code that stands in the same cell."""
    return words.CODE.sub("", label, count=1).lstrip("]】)-－—")


def rank_of(label: str) -> Rank:
    """Where a row of a side stands: a total, a sum, an item, an item below an item, or a part that is named beside."""
    if "总计" in label:
        return "total"
    if label.endswith("合计"):
        return "sum"
    if _ASIDE.match(label):
        return "aside"
    if _SECOND.match(label):
        return "second"
    return "first"


def is_numbered(label: str) -> bool:
    """Whether a label begins with 一、."""
    return bool(_FIRST.match(label))
