"""An organ ends, alone or into another one; and the undoing of it."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from gongkai.agencies.actions.dated_rows import refuse_outside
from gongkai.agencies.actions.locking import locked, require_reason, save_next
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.common.freshness import renew_public_mark
from gongkai.common.permissions import Actor, require
from gongkai.common.refusals import Refusal


@transaction.atomic
def close(
    *,
    agency: Agency,
    seen_version: int | None,
    until: date,
    reason: str,
    by: Actor,
    now: datetime,
    successor: Agency | None = None,
) -> Agency:
    """End the organ with ``until``; ``successor`` takes over its duties. Organs below it must be moved first."""
    permit = require(by, "agencies.edit", agency)
    said = require_reason(reason)
    agency = locked(agency, seen_version)
    refuse_outside(agency, until)
    if agency.children.filter(Q(until=None) | Q(until__gt=until)).exists():
        raise Refusal("下面还有在用的机关", next_step="先把它们调整到别的上级，或者一并撤销")
    if successor and (successor.pk == agency.pk or successor.until):
        raise Refusal("承接机关应是另一个在用的机关")
    changed = save_next(agency, until=until, successor=successor)
    for rows in (agency.names, agency.parents, agency.departments):
        rows.filter(since__lte=until, until=None).update(until=until)
    renew_public_mark(now)
    record("agencies.close", agency, by=permit, at=now, organ=agency.code, reason=said, **changed)
    return agency


@transaction.atomic
def reopen(
    *, agency: Agency, seen_version: int | None, reason: str, by: Actor, now: datetime
) -> Agency:
    """Undo a closing: the organ and the rows that ended with it go on."""
    permit = require(by, "agencies.edit", agency)
    said = require_reason(reason)
    agency = locked(agency, seen_version)
    if not agency.until:
        raise Refusal(f"{agency.name}没有撤销")
    if agency.parent and agency.parent.until:
        raise Refusal("上级机关已经撤销", next_step="先恢复上级机关")
    for rows in (agency.names, agency.parents, agency.departments):
        rows.filter(until=agency.until).update(until=None)
    changed = save_next(agency, until=None, successor=None)
    renew_public_mark(now)
    record("agencies.reopen", agency, by=permit, at=now, organ=agency.code, reason=said, **changed)
    return agency
