"""What letters of an organ must say: who hears a remedy against it (《复议法》第二十四条至第二十八条), and how fees are paid."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from gongkai.agencies.actions.locking import refuse_stale, save_next
from gongkai.agencies.models import Agency, LetterFacts
from gongkai.audit.actions import record
from gongkai.common.permissions import Actor, require

LETTER_FIELDS = ("system", "superior", "court", "online_reconsideration", "payment_way")


@transaction.atomic
def edit_letter_facts(
    *,
    agency: Agency,
    seen_version: int | None,
    facts: Mapping[str, str],
    by: Actor,
    now: datetime,
) -> LetterFacts:
    """Change the facts named in ``facts``; letters that were issued keep what stood in them."""
    permit = require(by, "agencies.edit", agency)
    LetterFacts.objects.get_or_create(agency=agency)
    row = LetterFacts.objects.select_for_update().get(agency=agency)
    refuse_stale(row, seen_version)
    changed = save_next(row, **{name: facts[name] for name in LETTER_FIELDS if name in facts})
    record("agencies.edit_letter_facts", row, by=permit, at=now, organ=agency.code, **changed)
    return row
