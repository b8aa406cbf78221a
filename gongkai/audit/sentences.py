"""Sentences about an entry of the journal as people of the office would say them: few changes one by one, many summed up."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gongkai.audit.labels import NOTHING, field_label, group_of, value_text
from gongkai.audit.models import Entry

MOST = 5
"""Changes that are told one by one."""
MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class Change:
    """One field that became another. ``length`` counts the characters of a text too long for a sentence."""

    label: str
    old: str
    new: str
    length: int = 0

    @property
    def is_first(self) -> bool:
        """Whether there was nothing before."""
        return self.old == NOTHING

    def __str__(self) -> str:
        if self.new == NOTHING:
            return f"删去{self.label}（原为{self.old}）"
        if self.length:
            return f"{'写了' if self.is_first else '改写'}{self.label}（{self.length}字）"
        if self.is_first:
            return f"{self.label}：{self.new.removeprefix('“').removesuffix('”')}"
        return f"{self.label}由{self.old}改为{self.new}"


@dataclass(frozen=True, slots=True)
class Told:
    """One entry as people read it. ``kind`` is the kind of its record."""

    at: datetime
    who: str
    post: str
    act: str
    on: str
    kind: str
    changes: tuple[Change, ...]
    reason: str

    @property
    def lines(self) -> tuple[str, ...]:
        """What changed, one statement a line."""
        if len(self.changes) <= MOST:
            return tuple(str(change) for change in self.changes)
        return tuple(summed_up(self.kind, self.changes))

    def __str__(self) -> str:
        said = f"{self.who}（{self.post}）{self.act}：{self.on}"
        if self.changes:
            said += "；" + "，".join(self.lines)
        return said + (f"。理由：{self.reason}" if self.reason else "")


def summed_up(kind: str, changes: tuple[Change, ...]) -> Iterator[str]:
    """填写表二 9 处、表三 189 处; 改动标题、落款日期: what was empty before apart from what was replaced."""
    for verb, mine in (
        ("填写", [change for change in changes if change.is_first]),
        ("改动", [change for change in changes if not change.is_first]),
    ):
        if mine:
            yield verb + _counted(Counter(group_of(kind, change.label) for change in mine))


def _counted(groups: Counter[str]) -> str:
    many = [f"{group} {count} 处" for group, count in groups.items() if count > 1]
    single = [
        f"“{group}”" if "、" in group else group for group, count in groups.items() if count == 1
    ]
    more = len(single) - MOST_NAMES
    names = "、".join([*many, *single[:MOST_NAMES]])
    return names + (f"等，另有 {more} 项" if more > 0 else "")


def changes_of(entry: Entry) -> Iterator[Change]:
    """The fields that differ before and after, in the order in which they were written."""
    for key in dict.fromkeys((*entry.before, *entry.after)):
        yield from _change(entry.object_type, key, entry.before.get(key), entry.after.get(key))


def _change(kind: str, key: str, old: Any, new: Any) -> Iterator[Change]:
    was, became = value_text(kind, key, old), value_text(kind, key, new)
    if old != new and (was, became) != (NOTHING, NOTHING):
        length = len(new) if isinstance(new, str) and became.endswith("…”") else 0
        yield Change(field_label(kind, key), was, became, length)
