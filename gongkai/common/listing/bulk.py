"""One act on many rows: each row succeeds or is refused for itself, and a summary says which and why."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from gongkai.common.permissions import Actor
from gongkai.common.refusals import Refusal


class Run(Protocol):
    """An action on one row."""

    def __call__(self, row: Any, *, by: Actor, now: datetime, reason: str) -> object:
        """Do it, in a transaction of its own; raises Refusal."""
        ...


@dataclass(frozen=True, slots=True)
class BulkAct:
    """An act that a list offers for chosen rows. ``may`` says whether the person is offered it at all."""

    key: str
    label: str
    run: Run
    needs_reason: bool = False
    may: Callable[[Actor], bool] = field(default=lambda _: True)


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of the rows: their names, and for refused ones the sentence."""

    label: str
    done: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]


def done_in_bulk(
    act: BulkAct, rows: Iterable[Any], *, by: Actor, now: datetime, reason: str = ""
) -> Summary:
    """Do the act on each row; a refusal of one does not stop the others."""
    done: list[str] = []
    refused: list[tuple[str, str]] = []
    for row in rows:
        name = str(row)
        try:
            act.run(row, by=by, now=now, reason=reason)
            done.append(name)
        except Refusal as refusal:
            refused.append((name, str(refusal)))
    return Summary(act.label, tuple(done), tuple(refused))
