"""The contact facts that the guide must give (《条例》第十二条第二款)."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from gongkai.agencies.actions.locking import refuse_stale, save_next
from gongkai.agencies.models import Agency, ContactPage
from gongkai.audit.actions import record
from gongkai.common.freshness import renew_public_mark
from gongkai.common.permissions import Actor, require

CONTACT_FIELDS = (
    "office", "leader", "address", "postcode", "hours", "telephone", "fax", "mail", "website",
    "supervision_telephone",
)  # fmt: skip


@transaction.atomic
def edit_contact(
    *,
    agency: Agency,
    seen_version: int | None,
    facts: Mapping[str, str],
    by: Actor,
    now: datetime,
) -> ContactPage:
    """Change the facts named in ``facts``; the journal keeps what stood there before."""
    permit = require(by, "agencies.edit", agency)
    ContactPage.objects.get_or_create(agency=agency)
    page = ContactPage.objects.select_for_update().get(agency=agency)
    refuse_stale(page, seen_version)
    changed = save_next(page, **{name: facts[name] for name in CONTACT_FIELDS if name in facts})
    renew_public_mark(now)
    record("agencies.edit_contact", page, by=permit, at=now, organ=agency.code, **changed)
    return page
