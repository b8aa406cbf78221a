"""Which function delivers which kind of message. Apps fill it when they start."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Deliver = Callable[[dict[str, Any], datetime], None]


class GiveUp(Exception):
    """Raised by a handler where trying again would be of no use, or would do harm: the message is dead at once, and says why."""


@dataclass(frozen=True, slots=True)
class Handler:
    """The function and whether its effect lies outside the database, where no transaction takes it back."""

    deliver: Deliver
    outside: bool


_HANDLERS: dict[str, Handler] = {}


def handle(kind: str, function: Deliver, *, outside: bool = False) -> None:
    """Deliver messages of ``kind`` by ``function(payload, now)``.

    Inside the database (the default) the function and the marking as done are one transaction: the effect happens
    exactly once, whatever crashes when. With ``outside=True`` the message is claimed, the function runs in no
    transaction, then the message is marked: after a crash between doing and marking **the effect may happen again**.
    Such a function finds the message's key in ``payload["key"]`` and passes it on, so that the receiver can tell a
    repetition. Raises ValueError where another function has the kind.
    """
    handler = Handler(function, outside)
    if _HANDLERS.setdefault(kind, handler) != handler:
        raise ValueError(f"two functions for outbox messages of kind {kind}")


def handler_of(kind: str) -> Handler | None:
    """The handler, or None where no app knows the kind."""
    return _HANDLERS.get(kind)
