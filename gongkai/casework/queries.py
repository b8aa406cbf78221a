"""Reads of cases for the desk: lists, what waits for a person, gaps in numbers."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q, QuerySet

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.casework.admission import visible
from gongkai.casework.models import (
    Case,
    CaseNotice,
    CaseNumber,
    CaseRules,
    CaseSerial,
    Dossier,
    Remedy,
)
from gongkai.casework.models.case import ERASABLE
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for
from gongkai.law.case_states import OPEN, Move, moves_from
from gongkai.law.periods import months_later

MOST_WAITING = 200


def cases(person: User) -> QuerySet[Case]:
    """The cases that a person may see, with what a list shows of them; no descriptions."""
    found = visible(person).select_related("agency", "number", "department", "handler", "decision")
    return found.defer("wanted", "decision__statement", "decision__reason")


def open_moves(case: Case, now: datetime) -> list[Move]:
    """The moves that the law leaves open to a case in its state; whether the days allow them, the act says."""
    return list(moves_from(case.state, law_day(now)))


def _light(rows: QuerySet[Case]) -> list[Case]:
    return list(rows.order_by("due_on", "pk")[:MOST_WAITING])


def for_clerk(person: User) -> list[Case]:
    """Open cases that the person handles, and those that nobody handles in organs where the person may."""
    reach = agencies_for(person, "casework.handle")
    mine = Q(handler=person) | Q(handler=None, agency__in=reach)
    return _light(cases(person).filter(mine, state__in=OPEN))


def to_review(person: User) -> list[Case]:
    """Cases whose reply waits for the person's review: not those that the person wrote."""
    rows = cases(person).filter(
        decision__state="in_review", agency__in=agencies_for(person, "casework.review")
    )
    return [case for case in _light(rows) if person.pk not in _hands(case)]


def to_sign(person: User) -> list[Case]:
    """Cases whose reply waits for the person's signature."""
    rows = cases(person).filter(
        decision__state="to_sign", agency__in=agencies_for(person, "casework.approve")
    )
    return [case for case in _light(rows) if person.pk not in _hands(case)]


def _hands(case: Case) -> set[int | None]:
    return {*case.decision.writers, case.decision.submitted_by_id} if case.decision else set()


def to_approve(person: User) -> list[CaseNotice]:
    """Extensions, delays and fees that wait for the person's decision."""
    reach = agencies_for(person, "casework.approve")
    rows = CaseNotice.objects.filter(
        state="proposed", case__in=visible(person).filter(agency__in=reach)
    )
    return list(
        rows.exclude(proposed_by_id=person.pk).select_related(
            "case", "case__agency", "case__number"
        )[:MOST_WAITING]
    )


def remedies_to_answer(person: User) -> list[Remedy]:
    """Proceedings that the person's organs have not answered yet."""
    reach = agencies_for(person, "casework.handle")
    rows = Remedy.objects.filter(
        answered_on=None, result="", case__in=visible(person).filter(agency__in=reach)
    )
    return list(
        rows.select_related("case", "case__agency", "case__number").order_by("answer_due")[
            :MOST_WAITING
        ]
    )


def unexplained_gaps(agency: Agency, year: int, series: str = "request") -> list[int]:
    """Serial numbers that were given and stand nowhere: none, unless rows were taken out of the database."""
    row = {"agency": agency, "year": year, "series": series}
    serial = CaseSerial.objects.filter(**row).first()
    given = set(CaseNumber.objects.filter(**row).values_list("serial", flat=True))
    return [
        number for number in range(1, (serial.last if serial else 0) + 1) if number not in given
    ]


def late(agency_ids: Iterable[int], today: date) -> QuerySet[Case]:
    """Cases of some organs whose last day has passed without an answer."""
    return Case.objects.filter(agency__in=list(agency_ids), state="in_work", due_on__lt=today)


def watched(person: User) -> QuerySet[Case]:
    """The cases that the person watches, as far as the person may see them."""
    return cases(person).filter(people__person=person, people__part="watcher")


def to_erase(person: User, today: date) -> QuerySet[Case]:
    """Cases whose applicant's data have been kept as long as the organ set; of organs that set nothing, none."""
    rules = CaseRules.objects.filter(agency__in=agencies_for(person, "casework.erase"))
    over = Q(pk__in=())
    for agency_id, months in rules.exclude(kept_months=None).values_list("agency", "kept_months"):
        last = months_later(today, -months)
        ended = Q(closed_on__lte=last) | Q(closed_on=None, arrived_on__lte=last)
        over |= Q(agency=agency_id) & ended
    kept = cases(person).filter(over, state__in=ERASABLE, applicant__erased_at=None)
    in_parts = Case.objects.exclude(state__in=ERASABLE).exclude(parent=None).values("parent")
    over_in_parts = kept.exclude(remedies__result="").exclude(pk__in=in_parts)
    return over_in_parts.select_related("agency__case_rules")


def kept_until(case: Case) -> date | None:
    """Until when the organ keeps the applicant's data of a closed case: from its closing, or its arrival where it never was answered."""
    rules = getattr(case.agency, "case_rules", None)
    months = rules.kept_months if rules else None
    return months_later(case.closed_on or case.arrived_on, months) if months else None


def next_serial(agency: Agency, year: int) -> int:
    """The serial number that the next request would get, as far as none is taken until then."""
    found = CaseSerial.objects.filter(agency=agency, year=year, series="request").first()
    return found.last + 1 if found else 1


def kept_dossiers(keys: Iterable[str]) -> set[str]:
    """Which of these keys of the storage belong to dossiers that are there."""
    rows = Dossier.objects.filter(Q(zip_key__in=list(keys)) | Q(pdf_key__in=list(keys)))
    return {key for row in rows.values_list("zip_key", "pdf_key") for key in row if key}
