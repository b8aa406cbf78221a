"""Reads of the journal: what happened to a record, in sentences, and the entries that a person may see."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import QuerySet

from gongkai.audit.labels import act_label, field_label, value_text
from gongkai.audit.models import SYSTEM_CHAIN, Entry
from gongkai.audit.organs import organ_names
from gongkai.common.permissions import Actor, agencies_for


@dataclass(frozen=True, slots=True)
class Change:
    """One field that became another."""

    label: str
    old: str
    new: str

    def __str__(self) -> str:
        if self.old == "空":
            return f"{self.label}填写为{self.new}"
        return f"{self.label}由{self.old}改为{self.new}"


@dataclass(frozen=True, slots=True)
class Told:
    """One entry as people read it."""

    at: datetime
    who: str
    post: str
    act: str
    on: str
    changes: tuple[Change, ...]
    reason: str

    def __str__(self) -> str:
        said = f"{self.who}（{self.post}）{self.act}：{self.on}"
        if self.changes:
            said += "；" + "，".join(str(change) for change in self.changes)
        return said + (f"。理由：{self.reason}" if self.reason else "")


def told(entry: Entry) -> Told:
    """The entry in words."""
    return Told(
        at=entry.at,
        who=entry.actor_name,
        post=entry.post,
        act=act_label(entry.act),
        on=entry.object_label,
        changes=tuple(_changes(entry)),
        reason=entry.reason,
    )


def _changes(entry: Entry) -> Iterator[Change]:
    for key in dict.fromkeys((*entry.before, *entry.after)):
        yield from _change(entry.object_type, key, entry.before.get(key), entry.after.get(key))


def _change(kind: str, key: str, old: Any, new: Any) -> Iterator[Change]:
    if old != new:
        label = field_label(kind, key)
        yield Change(label, value_text(kind, key, old), value_text(kind, key, new))


def history(on: models.Model, most: int = 100) -> list[Told]:
    """What happened to a record, newest first; shown by ``audit/history.html`` with ``history``."""
    rows = Entry.objects.filter(object_type=on._meta.label_lower, object_id=str(on.pk))
    return [told(entry) for entry in rows.order_by("-at", "-pk")[:most]]


def visible_organs(actor: Actor) -> dict[str, str]:
    """Names by code of the organs whose chains the person may read; the whole installation's for who sees all organs."""
    seen = organ_names(agencies_for(actor, "audit.view"))
    if seen and set(seen) == set(organ_names()):
        return {SYSTEM_CHAIN: "全系统", **seen}
    return dict(seen)


def visible(actor: Actor) -> QuerySet[Entry]:
    """The entries that the person may read."""
    return Entry.objects.filter(chain__organ__in=visible_organs(actor)).select_related("chain")


def acts_done() -> list[tuple[str, str]]:
    """The acts that stand in the journal, with their words."""
    keys = Entry.objects.order_by("act").values_list("act", flat=True).distinct()
    return [(key, act_label(key)) for key in keys]
