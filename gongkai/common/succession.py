"""What a person holds that somebody else must take over when the person leaves: each app says what, and how it is passed on.

An app fills the registry when it starts; ``accounts`` shows it and passes all of it on in one act.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gongkai.common.permissions import Permit


@dataclass(frozen=True, slots=True)
class Holding:
    """What the successor would get, by names that whoever administers people may see, and what stays, each with the reason."""

    goes: tuple[str, ...] = ()
    stays: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Passing:
    """From whom to whom, by whose permit, when and why."""

    person: Any
    successor: Any
    permit: Permit
    now: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Duty:
    """A kind of work that people hold. ``held(person, successor)`` reads it; a successor of None asks what there is at all.

    ``pass_on`` moves it, as part of the caller's transaction, and returns how many went.
    """

    key: str
    label: str
    held: Callable[[Any, Any], Holding]
    pass_on: Callable[[Passing], int]


_DUTIES: dict[str, Duty] = {}


def offer_duty(*duties: Duty) -> None:
    """Add kinds of work; called when an app starts."""
    _DUTIES.update({duty.key: duty for duty in duties})


def duties() -> tuple[Duty, ...]:
    """All kinds, in the order in which they were added."""
    return tuple(_DUTIES.values())


def held_by(person: Any, successor: Any = None) -> list[tuple[Duty, Holding]]:
    """What the person holds, kind by kind; kinds of which there is nothing are left out."""
    found = ((duty, duty.held(person, successor)) for duty in duties())
    return [(duty, holding) for duty, holding in found if holding.goes or holding.stays]
