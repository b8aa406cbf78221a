"""Dates that moved with the calendar, read: which cases, from which date to which, why; and what a person has not seen of it."""

from datetime import datetime

from django.db.models import Q, QuerySet

from gongkai.accounts.models import User
from gongkai.casework.admission import visible
from gongkai.casework.models import DueMove, MovesSeen
from gongkai.common.permissions import agencies_for
from gongkai.law.case_states import OPEN


def moves(person: User) -> QuerySet[DueMove]:
    """Every date that moved of a case that the person may see, with what a list shows."""
    rows = DueMove.objects.filter(case__in=visible(person))
    return rows.select_related("case__agency", "case__number", "case__handler")


def unseen(person: User) -> QuerySet[DueMove]:
    """Those of open cases that the person handles, or that nobody handles where the person may, and has not seen."""
    mine = Q(case__handler=person) | Q(
        case__handler=None, case__agency__in=agencies_for(person, "casework.handle")
    )
    rows = moves(person).filter(mine, case__state__in=OPEN)
    seen = seen_until(person)
    return rows.filter(at__gt=seen) if seen else rows


def seen_until(person: User) -> datetime | None:
    """Until when the person has seen them; None for who never looked."""
    return MovesSeen.objects.filter(person=person).values_list("until", flat=True).first()
