"""A new name from a day on. Earlier days keep the earlier name."""

from datetime import date, datetime

from django.db import transaction

from gongkai.agencies.actions.dated_rows import begin_row
from gongkai.agencies.actions.locking import locked, save_next
from gongkai.agencies.models import Agency, AgencyName
from gongkai.agencies.queries import in_force
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.freshness import renew_public_mark
from gongkai.common.permissions import Actor, require


@transaction.atomic
def rename(
    *,
    agency: Agency,
    seen_version: int | None,
    name: str,
    short_name: str,
    since: date,
    by: Actor,
    now: datetime,
) -> AgencyName:
    """Give the organ a name from ``since`` on; a day to come takes effect when it comes."""
    permit = require(by, "agencies.edit", agency)
    agency = locked(agency, seen_version)
    row = begin_row(agency.names, agency, since, name=name, short_name=short_name)
    changed = save_next(agency, **names_on(agency, law_day(now)))
    after = {"name": name, "short_name": short_name, "since": str(since)}
    before = changed["before"] or {"name": agency.name}
    renew_public_mark(now)
    record(
        "agencies.rename", agency, by=permit, at=now, organ=agency.code, before=before, after=after
    )
    return row


def names_on(agency: Agency, day: date) -> dict[str, object]:
    """The copies of the names that ``Agency`` holds, as they must be on that day."""
    row = agency.names.filter(in_force(day)).first() or agency.names.order_by("since").first()
    return {"name": row.name, "short_name": row.short_name}
