"""Likely repeats of a request and earlier replies on the same information: shown with a figure, decided by a person."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from gongkai.accounts.models import User
from gongkai.casework.admission import visible
from gongkai.casework.likeness import LIKELY, likeness, marks_of
from gongkai.casework.models import Case, CaseMark
from gongkai.casework.month import of_same_applicant

SAME_APPLICANT = 0.4
"""From this likeness on an earlier request of the same applicant is shown."""
MOST_LOOKED_AT = 200
MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Alike:
    """One earlier case: how alike it is, and whether the same applicant made it. ``per_cent`` is for people."""

    case: Case
    likeness: float
    same_applicant: bool

    @property
    def per_cent(self) -> int:
        """0 to 100."""
        return round(100 * self.likeness)


def alike(case: Case, person: User) -> list[Alike]:
    """Earlier cases of the organ that ask for nearly the same, the most alike first; only those that the person may see.

    Looks at the applicant's own last requests, and at those that share marks: never at more than a few hundred.
    """
    mine = (
        visible(person, [case.agency_id]).exclude(pk=case.pk).exclude(state__in=("voided", "split"))
    )
    own = set(of_same_applicant(case).values_list("pk", flat=True).order_by("-pk")[:MOST_LOOKED_AT])
    rows = mine.filter(pk__in=own | set(_sharing(case))).select_related("number", "agency")
    found = [_compared(case, other, same=other.pk in own) for other in rows]
    shown = [
        each
        for each in found
        if each.likeness >= (SAME_APPLICANT if each.same_applicant else LIKELY)
    ]
    return sorted(shown, key=lambda each: (-each.likeness, -each.case.pk))[:MOST_SHOWN]


def _sharing(case: Case) -> QuerySet[CaseMark, int]:
    """Cases of the organ that share most marks."""
    values = marks_of(_text(case))
    rows = CaseMark.objects.filter(value__in=values, case__agency=case.agency_id)
    shared = rows.values("case").annotate(number=Count("pk")).order_by("-number", "-case")
    return shared.values_list("case", flat=True)[:MOST_LOOKED_AT]


def _compared(case: Case, other: Case, *, same: bool) -> Alike:
    return Alike(other, likeness(_text(case), _text(other)), same)


def _text(case: Case) -> str:
    return f"{case.title} {case.wanted}"
