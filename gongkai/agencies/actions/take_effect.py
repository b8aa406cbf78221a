"""Names and parents registered ahead take effect on their day: the copies that organs hold follow the rows in force."""

from datetime import date, datetime

from django.db import transaction

from gongkai.agencies.actions.locking import locked, save_next
from gongkai.agencies.actions.move import parent_on
from gongkai.agencies.actions.rename import names_on
from gongkai.agencies.models import Agency, AgencyName, AgencyParent
from gongkai.agencies.queries import in_force
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.freshness import renew_public_mark
from gongkai.common.permissions import SYSTEM


@transaction.atomic
def take_effect(now: datetime) -> list[Agency]:
    """Bring every organ's copies up to the day; returns the organs that changed. Asking again changes nothing."""
    day = law_day(now)
    behind = Agency.objects.filter(pk__in=behind_on(day)).order_by("pk")
    return [_brought_up(agency, day, now) for agency in behind]


def behind_on(day: date) -> set[int]:
    """The ids of organs whose copies say something else than the rows in force on ``day``."""
    names = AgencyName.objects.filter(in_force(day)).values_list(
        "agency_id", "name", "short_name", "agency__name", "agency__short_name"
    )
    parents = AgencyParent.objects.filter(in_force(day)).values_list(
        "agency_id", "parent_id", "agency__parent_id"
    )
    return {
        *(row[0] for row in names if row[1:3] != row[3:5]),
        *(row[0] for row in parents if row[1] != row[2]),
    }


def _brought_up(agency: Agency, day: date, now: datetime) -> Agency:
    agency = locked(agency)
    changed = save_next(agency, **names_on(agency, day), parent=parent_on(agency, day))
    renew_public_mark(now)
    record("agencies.take_effect", agency, by=SYSTEM, at=now, organ=agency.code, **changed)
    return agency
