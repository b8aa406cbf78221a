"""The tree of an organ's columns: what stands below what, how deep, and what a column asks of its texts. Reads only."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from gongkai.common.refusals import Refusal
from gongkai.publishing.models import Column

DEEPEST = 4
"""Levels of the tree, the national one included; more could not be found again on a phone."""
REQUIRED = {
    "document_number": "发文字号",
    "summary": "内容概述",
    "made_on": "成文日期",
    "genre": "体裁",
    "theme": "主题分类",
    "department_id": "来源部门",
    "effective_on": "施行日期",
}
"""What a column may ask of every text that goes into it."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A column with its depth below the national one, for a list that shows the tree."""

    column: Column
    depth: int

    @property
    def indent(self) -> str:
        """Blanks by which a list shows the depth."""
        return "　" * self.depth


def tree(columns: Iterable[Column]) -> list[Branch]:
    """Columns of one organ in the order of the tree, each followed by what stands below it."""
    children: dict[int | None, list[Column]] = {}
    for column in columns:
        children.setdefault(column.parent_id, []).append(column)
    return list(_walk(children, None, 0))


def _walk(
    children: dict[int | None, list[Column]], parent: int | None, deep: int
) -> Iterator[Branch]:
    for column in children.get(parent, ()):
        yield Branch(column, deep)
        yield from _walk(children, column.pk, deep + 1)


def depth(column: Column) -> int:
    """1 for a national column."""
    return 1 if column.parent is None else depth(column.parent) + 1


def below(column: Column) -> list[Column]:
    """The column itself and all columns below it."""
    found, waiting = [], [column]
    while waiting:
        here = waiting.pop()
        found.append(here)
        waiting += here.children.all()
    return found


def require_facts(column: Column, text: Any) -> None:
    """Refusal for a text that lacks what its column asks for."""
    missing = [
        label
        for name, label in REQUIRED.items()
        if name in column.required_facts
        and not (getattr(text, name, None) or getattr(text.facts, name, None))
    ]
    if missing:
        raise Refusal(
            f"“{column.title}”栏目要求填写{'、'.join(missing)}", next_step="补上之后再送审"
        )
