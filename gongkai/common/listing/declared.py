"""What a list is made of: columns and filters as rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from gongkai.common.clock import LAW_ZONE

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``value`` takes the row; ``link`` gives the address the value opens; ``badge`` a class of badge, like late.

    ``sort`` is the ORM's name to order by ("" where it cannot be sorted), ``number`` puts the value to the right.
    """

    key: str
    label: str
    value: Callable[[Any], Any]
    sort: str = ""
    link: Callable[[Any], str] | None = None
    badge: Callable[[Any], str] | None = None
    number: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter of the form above a list. ``apply`` raises ValueError with a sentence for what cannot be understood."""

    key: str
    label: str
    kind: str
    apply: Callable[[QuerySet[Any], str], QuerySet[Any]]
    choices: Callable[[HttpRequest], Choices] | None = None


def by_words(key: str, label: str, *fields: str) -> Filter:
    """Each word must occur in one of the fields."""

    def apply(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
        for word in text.split()[:10]:
            found = Q()
            for field in fields:
                found |= Q(**{f"{field}__icontains": word})
            rows = rows.filter(found)
        return rows

    return Filter(key, label, "search", apply)


def by_choice(
    key: str, label: str, field: str, choices: Choices | Callable[[HttpRequest], Choices]
) -> Filter:
    """One of a few values; others find nothing."""
    found = choices if callable(choices) else lambda _: choices
    return Filter(key, label, "choice", lambda rows, value: rows.filter(**{field: value}), found)


def by_day(key: str, label: str, field: str, *, end: bool = False) -> Filter:
    """From a day on, or with ``end`` up to it; days are days of law, ``field`` is a moment."""

    def apply(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise ValueError(f"{label}：日期应写成 2026-01-31 的样子") from error
        start = datetime.combine(day, time(), LAW_ZONE)
        if end:
            return rows.filter(**{f"{field}__lt": start + timedelta(days=1)})
        return rows.filter(**{f"{field}__gte": start})

    return Filter(key, label, "date", apply)
