"""What the hub needs to know of a live Q&A: how far it has come, and what changed since. Not here: the record itself, or listeners."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Head:
    """How many changes readers could see so far, and whether more are to come."""

    changes: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class Event:
    """One part of the page as it is after a change. ``key`` is its place on the page; ``sent`` goes to every listener as it is."""

    change: int
    key: str
    sent: bytes


class Source(Protocol):
    """Reads; called in the poller's own thread."""

    def heads(self, numbers: Iterable[int]) -> Mapping[int, Head]:
        """The heads of those that readers may see."""
        ...

    def since(self, number: int, after: int) -> list[Event]:
        """Every part that changed after a change, in the order of their last changes."""
        ...

    def rest(self) -> None:
        """Nobody listens any more: let go of the database."""
        ...
