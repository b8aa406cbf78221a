"""When a row of law applies. Rows are closed, never edited: a case of 2023 keeps the law of 2023."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar


class NoRuleInForce(LookupError):
    """No row of a table was in force on the day asked for."""


@dataclass(frozen=True, slots=True)
class InForce:
    """In force from ``since`` to ``until``, both days included; ``until=None`` means still in force."""

    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the rule applied on ``day``."""
        return self.since <= day and (self.until is None or day <= self.until)


class Dated(Protocol):
    """Anything that knows when it is in force."""

    @property
    def in_force(self) -> InForce:
        """The days on which the row applies."""
        ...


Row = TypeVar("Row", bound=Dated)


def rows_in_force(rows: Iterable[Row], on: date) -> tuple[Row, ...]:
    """The rows that apply on the day ``on``, in their order."""
    return tuple(row for row in rows if row.in_force.covers(on))


def row_in_force(rows: Iterable[Row], on: date) -> Row:
    """The single row that applies on ``on``; raises NoRuleInForce if there is none."""
    for row in rows:
        if row.in_force.covers(on):
            return row
    raise NoRuleInForce(f"{on.isoformat()} 没有生效的规定")
