"""Which cases stand behind each figure of the board: one table of conditions, by which figures are counted and lists are shown alike.

Reads only. Not here: what is worked out of them (``board``).
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from gongkai.accounts.models import User
from gongkai.casework.admission import visible
from gongkai.casework.counting import PIECE
from gongkai.casework.models import Case, CaseEvent, Consultation
from gongkai.law.annual_report.form import Row
from gongkai.law.case_states import OPEN
from gongkai.law.consultations import CONSULTATION_RULES
from gongkai.law.outcomes import OUTCOMES, row_of
from gongkai.law.workdays import Calendar, provisional_calendar

NEAR, FAR = 3, 7
"""Working days within which an answer is due: how the board looks ahead."""
NOBODY = "none"
WAITS: Mapping[str, tuple[str, str, str]] = {
    "correction": ("等申请人补正", "clarify_sent", "clarify_received"),
    "payment": ("等申请人缴费", "fee_noticed", "fee_paid"),
}
"""By reason for which the clock stood still: its words, and the events that began and ended it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose cases, for whom, from which day to which, and the day on which is asked."""

    person: User
    agencies: frozenset[int]
    first: date
    last: date
    today: date

    @property
    def rows(self) -> QuerySet[Case]:
        """The cases of the organs that the person may see."""
        return visible(self.person, self.agencies)

    @property
    def by(self) -> str:
        """What figures are broken down by: the organs, or the departments of the only one."""
        return "agency" if len(self.agencies) > 1 else "department"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a figure: of an organ, a department, a handler (their numbers, or none), a group of outcomes, a month."""

    agency: str = ""
    department: str = ""
    handler: str = ""
    outcome: str = ""
    month: str = ""


def _group(row: Row) -> str:
    """不予公开 for 1.属于国家秘密 under （三）不予公开, 予以公开 for （一）予以公开."""
    title = row.group if row.group.startswith("（") else row.title
    return re.sub(r"（[^）]*）", "", title)


GROUPS: Mapping[str, tuple[str, ...]] = {
    group: tuple(row.key for row in OUTCOMES if _group(row_of(row)) == group)
    for group in dict.fromkeys(_group(row_of(row)) for row in OUTCOMES)
}
"""The ways in which requests end, as 表三 groups them, with the outcomes of each."""


def standing(kind: str) -> QuerySet[CaseEvent]:
    """Events of a kind that hold: neither corrected nor struck out."""
    return CaseEvent.objects.filter(kind=kind, struck=False, replaced_by=None)


def _in_time(scope: Scope, days: int) -> Q:
    until = calendar().add(scope.today, days)
    return Q(state="in_work", due_on__gte=scope.today, due_on__lte=until)


def calendar() -> Calendar:
    """The calendar by which the board counts."""
    return provisional_calendar()


def _closed(scope: Scope) -> Q:
    return PIECE & Q(closed_on__gte=scope.first, closed_on__lte=scope.last)


def _with_event(kind: str) -> Callable[[Scope], Q]:
    return lambda scope: _closed(scope) & Exists(standing(kind).filter(case=OuterRef("pk")))


def _with_consultation(family: str) -> Callable[[Scope], Q]:
    rows = Consultation.objects.filter(family=family, case=OuterRef("pk"))
    return lambda scope: _closed(scope) & Exists(rows)


FIGURES: Mapping[str, tuple[str, Callable[[Scope], Q]]] = {
    "open": ("在办", lambda _: Q(state__in=OPEN)),
    "late": ("已逾期", lambda scope: Q(state="in_work", due_on__lt=scope.today)),
    "near": (f"{NEAR} 个工作日内到期", lambda scope: _in_time(scope, NEAR)),
    "far": (f"{FAR} 个工作日内到期", lambda scope: _in_time(scope, FAR)),
    "waiting": ("等申请人补正、缴费", lambda _: Q(state__in=("awaiting_correction", "awaiting_payment"))),
    "arrived": ("新收", lambda scope: PIECE & Q(counts_from__gte=scope.first, counts_from__lte=scope.last)),
    "closed": ("已答复、办结", _closed),
    "extended": ("延期以后办结", _with_event("extend")),
    **{f"stopped_{row.family}": (f"征求{row.who}意见的", _with_consultation(row.family)) for row in CONSULTATION_RULES},
    **{f"stopped_{key}": (label, _with_event(kind)) for key, (label, kind, _) in WAITS.items()},
}  # fmt: skip
"""By key: its words, and the condition on cases. Those of the clock's stops count among what was answered."""
LOAD = ("open", "near", "far", "late", "waiting")


def condition(scope: Scope, figure: str) -> Q:
    """The condition of a figure; raises KeyError for one that is none."""
    return FIGURES[figure][1](scope)


def cases_behind(scope: Scope, figure: str, part: Part) -> QuerySet[Case]:
    """The cases behind a part of a figure; raises KeyError for a figure and ValueError for a part that is none."""
    rows = scope.rows.filter(condition(scope, figure))
    for name, value in (("agency", part.agency), ("department", part.department), ("handler", part.handler)):  # fmt: skip
        if value:
            rows = rows.filter(**{name: None if value == NOBODY else _number(value)})
    if part.outcome:
        rows = rows.filter(outcome__in=GROUPS[part.outcome])
    if part.month:
        first, last = month_of(part.month)
        day = "counts_from" if figure == "arrived" else "closed_on"
        rows = rows.filter(**{f"{day}__gte": first, f"{day}__lte": last})
    return rows


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise ValueError(text)
    return int(text)


def month_of(text: str) -> tuple[date, date]:
    """The first and the last day of 2026-03; raises ValueError."""
    first = date.fromisoformat(f"{text}-01")
    return first, first.replace(day=monthrange(first.year, first.month)[1])
