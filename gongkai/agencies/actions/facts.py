"""The facts of an organ that have no history: codes, kind, whether it has a column of its own."""

from datetime import datetime

from django.db import transaction

from gongkai.agencies.actions.locking import locked, save_next
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.common.freshness import renew_public_mark
from gongkai.common.permissions import Actor, require


@transaction.atomic
def edit_facts(
    *,
    agency: Agency,
    seen_version: int | None,
    kind: str,
    social_credit_code: str,
    region_code: str,
    has_site: bool,
    by: Actor,
    now: datetime,
) -> Agency:
    """Change them. The code of the organ itself never changes."""
    permit = require(by, "agencies.edit", agency)
    agency = locked(agency, seen_version)
    changed = save_next(
        agency,
        kind=kind,
        social_credit_code=social_credit_code,
        region_code=region_code,
        has_site=has_site,
    )
    renew_public_mark(now)
    record("agencies.edit", agency, by=permit, at=now, organ=agency.code, **changed)
    return agency
