"""What a simulation says it did: plain facts that follow from its plan alone, nothing read back from the record.

Days are days of law. ``until`` cuts a tale off at a day, as if nothing after it had happened yet.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class Asked:
    """A 件 of 表三. ``key`` ends its title; ``applicant`` is a column and ``row`` a row of 表三, "" while it is open.

    ``split_on``: the day on which it came out of another that was divided.
    """

    key: str
    applicant: str
    counts_from: date
    row: str = ""
    closed_on: date | None = None
    split_on: date | None = None

    def until(self, day: date) -> "Asked | None":
        """As it stood on a day; None before it was received, or before what it came out of was divided."""
        if max(self.counts_from, self.split_on or self.counts_from) > day:
            return None
        return self if _past(self.closed_on, day) else replace(self, row="", closed_on=None)


@dataclass(frozen=True, slots=True)
class Uncounted:
    """What is registered and is in the end no 件: ``why`` is correction, void or divided, the last two from ``since`` on."""

    key: str
    why: str
    applicant: str
    registered_on: date
    since: date

    def until(self, day: date) -> "Uncounted | Asked | None":
        """As it stood on a day: until it was voided or divided it was one like others."""
        if self.registered_on > day:
            return None
        return self if self.since <= day else Asked(self.key, self.applicant, self.registered_on)


@dataclass(frozen=True, slots=True)
class Remedied:
    """A proceeding of 表四: ``block`` and ``column`` of the table, ``column`` "" while it is pending. ``key`` is of the request."""

    key: str
    block: str
    received_on: date
    column: str = ""
    closed_on: date | None = None

    def until(self, day: date) -> "Remedied | None":
        """As it stood on a day."""
        if self.received_on > day:
            return None
        return self if _past(self.closed_on, day) else replace(self, column="", closed_on=None)


@dataclass(frozen=True, slots=True)
class Charged:
    """A fee notice of ``yuan``, and the day on which the whole was paid."""

    key: str
    issued_on: date
    yuan: int
    paid_on: date | None = None

    def until(self, day: date) -> "Charged | None":
        """As it stood on a day."""
        if self.issued_on > day:
            return None
        return self if _past(self.paid_on, day) else replace(self, paid_on=None)


@dataclass(frozen=True, slots=True)
class Published:
    """An item made public in a column (its title); ``late`` by art. 26."""

    key: str
    column: str
    day: date
    late: bool

    def until(self, day: date) -> "Published | None":
        """As it stood on a day."""
        return self if self.day <= day else None


@dataclass(frozen=True, slots=True)
class Document:
    """A normative document: the days on which it was made, made public, repealed; ``ends_on`` is the last day of its term.

    ``leads``: the organ made it alone, or leads those that made it together.
    """

    key: str
    made_on: date
    published_on: date
    leads: bool = True
    repealed_on: date | None = None
    ends_on: date | None = None

    def until(self, day: date) -> "Document | None":
        """As it stood on a day; None before it was public."""
        if self.published_on > day:
            return None
        return self if _past(self.repealed_on, day) else replace(self, repealed_on=None)


@dataclass(frozen=True, slots=True)
class Returned:
    """What a department handed in for a line of 表二: 件, or 万元. From ``ended_on`` on it was replaced or struck out."""

    line: str
    first_day: date
    last_day: date
    figure: Decimal
    entered_on: date
    ended_on: date | None = None

    def until(self, day: date) -> "Returned | None":
        """As it stood on a day."""
        if self.entered_on > day:
            return None
        return self if _past(self.ended_on, day) else replace(self, ended_on=None)


Fact = Asked | Uncounted | Remedied | Charged | Published | Document | Returned
Kind = TypeVar("Kind", Asked, Uncounted, Remedied, Charged, Published, Document, Returned)


@dataclass(frozen=True, slots=True)
class Told:
    """The whole tale, in the order of its plan."""

    facts: tuple[Fact, ...]

    def until(self, day: date) -> "Told":
        """What had happened by the end of a day."""
        return Told(tuple(_known(fact.until(day) for fact in self.facts)))

    def of(self, kind: type[Kind]) -> list[Kind]:
        """The facts of one kind."""
        return [fact for fact in self.facts if isinstance(fact, kind)]


def _known(facts: "Iterable[Fact | None]") -> Iterable[Fact]:
    return (fact for fact in facts if fact is not None)


def _past(day: date | None, today: date) -> bool:
    return day is not None and day <= today
