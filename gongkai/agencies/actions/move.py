"""Another parent from a day on: refused where the tree would close into a ring on any day."""

from datetime import date, datetime

from django.db import transaction

from gongkai.agencies.actions.dated_rows import begin_row, refuse_outside
from gongkai.agencies.actions.locking import locked, save_next
from gongkai.agencies.models import Agency, AgencyParent
from gongkai.agencies.queries import in_force, parents_on
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.freshness import renew_public_mark
from gongkai.common.permissions import Actor, require
from gongkai.common.refusals import Refusal


@transaction.atomic
def move(
    *,
    agency: Agency,
    seen_version: int | None,
    parent: Agency,
    since: date,
    by: Actor,
    now: datetime,
) -> AgencyParent:
    """Put the organ below ``parent`` from ``since`` on. The person must administer both."""
    permit = require(by, "agencies.edit", agency)
    require(by, "agencies.edit", parent)
    list(Agency.objects.select_for_update().values_list("pk", flat=True))  # the whole tree: rings
    agency, parent = locked(agency, seen_version), locked(parent)
    refuse_outside(parent, since)
    before = {"parent": str(agency.parent or "")}
    row = begin_row(agency.parents, agency, since, parent=parent)
    refuse_rings(since)
    save_next(agency, parent=parent_on(agency, law_day(now)))
    after = {"parent": str(parent), "since": str(since)}
    renew_public_mark(now)
    record(
        "agencies.move", agency, by=permit, at=now, organ=agency.code, before=before, after=after
    )
    return row


def parent_on(agency: Agency, day: date) -> Agency | None:
    """The copy of the parent that ``Agency`` holds, as it must be on that day."""
    row = agency.parents.filter(in_force(day)).first() or agency.parents.order_by("since").first()
    return row.parent if row else None


def refuse_rings(since: date) -> None:
    """Raise Refusal where an organ stands above itself on ``since`` or on a later day on which the tree changes."""
    later = AgencyParent.objects.filter(since__gt=since).values_list("since", flat=True)
    for day in sorted({since, *later}):
        above = parents_on(day)
        if any(comes_back(start, above) for start in above):
            raise Refusal(
                f"{day} 起上下级会互为上级，不能这样调整",
                next_step="选择不在它下面的机关作为上级",
            )


def comes_back(start: int, above: dict[int, int]) -> bool:
    """Whether the way up from an organ leads to itself."""
    here, steps = above.get(start), 0
    while here is not None and here != start and steps <= len(above):
        here, steps = above.get(here), steps + 1
    return here == start
