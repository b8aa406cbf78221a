"""What the public site of an organ says of itself in head and foot."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from gongkai.agencies.actions.locking import locked, refuse_stale, save_next
from gongkai.agencies.models import Agency, SiteIdentity
from gongkai.audit.actions import record
from gongkai.common.freshness import renew_public_mark
from gongkai.common.permissions import Actor, Permit, require

IDENTITY_FIELDS = (
    "main", "name", "sponsor", "domain", "identification_code", "icp_number", "police_number",
    "error_report_url", "contact", "elder", "emblem",
)  # fmt: skip


@transaction.atomic
def set_identity(
    *,
    agency: Agency,
    seen_version: int | None,
    facts: Mapping[str, object],
    by: Actor,
    now: datetime,
) -> SiteIdentity:
    """Change the facts named in ``facts``. A site made the main one takes that place from the one before."""
    permit = require(by, "agencies.edit", agency)
    present = SiteIdentity.objects.filter(main=True).exclude(agency=agency).first()
    if facts.get("main") and present:
        require(by, "agencies.edit", present.agency)
    return enter_identity(
        agency=agency, seen_version=seen_version, facts=facts, permit=permit, now=now
    )


def enter_identity(
    *,
    agency: Agency,
    seen_version: int | None,
    facts: Mapping[str, object],
    permit: Permit,
    now: datetime,
) -> SiteIdentity:
    """The same for callers that have asked for the permit."""
    agency = locked(agency)
    site, _ = SiteIdentity.objects.select_for_update().get_or_create(
        agency=agency, defaults={"name": agency.name, "sponsor": agency.name}
    )
    refuse_stale(site, seen_version)
    if facts.get("main"):
        SiteIdentity.objects.exclude(pk=site.pk).filter(main=True).update(main=False)
    changed = save_next(site, **{name: facts[name] for name in IDENTITY_FIELDS if name in facts})
    renew_public_mark(now)
    record("agencies.set_identity", site, by=permit, at=now, organ=agency.code, **changed)
    return site
