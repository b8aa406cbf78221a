"""My work today: each app says what waits for a person, and the desk shows it in one list.

An app fills the registry when it starts; the desk knows nothing of reports or requests.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from gongkai.common.permissions import Actor

Light = Literal["late", "soon", "in_time", "no_date"]


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One thing that waits. ``reason`` says why it is here, ``next_act`` is the words on the button that opens ``url``.

    ``due`` is the last day, ``light`` how near it is; ``days_left`` counts working days, negative when late. ``stage`` counts the
    days set for reminding that have passed: people are told once at each.
    """

    kind: str
    title: str
    reason: str
    next_act: str
    url: str
    agency_name: str = ""
    due: date | None = None
    days_left: int | None = None
    light: Light = "no_date"
    since: datetime | None = None
    stage: int = 0


WorkProvider = Callable[[Actor, datetime], list[WorkItem]]
"""Takes the person and the moment; returns what waits for that person."""


@dataclass(frozen=True, slots=True)
class WorkKind:
    """A kind of work: its key, its name in the menu, and where its list is."""

    key: str
    label: str
    provider: WorkProvider


_KINDS: dict[str, WorkKind] = {}
_ORDER: tuple[Light, ...] = ("late", "soon", "in_time", "no_date")


def offer_work(kind: WorkKind) -> None:
    """Add a kind of work; called when an app starts."""
    _KINDS[kind.key] = kind


def work_kinds() -> tuple[WorkKind, ...]:
    """All kinds, in the order in which they were added."""
    return tuple(_KINDS.values())


def work_for(actor: Actor, now: datetime) -> list[WorkItem]:
    """Everything that waits for the person, most urgent first."""
    items = [item for kind in _KINDS.values() for item in kind.provider(actor, now)]
    return sorted(
        items, key=lambda item: (_ORDER.index(item.light), item.due or date.max, item.title)
    )
