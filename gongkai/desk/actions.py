"""Writes of the desk: trying again what could not be delivered."""

from datetime import datetime

from django.db import transaction

from gongkai.audit.actions import record
from gongkai.audit.models import SYSTEM_CHAIN
from gongkai.common.models import OutboxMessage
from gongkai.common.outbox.actions import retry
from gongkai.common.permissions import Actor, require


@transaction.atomic
def retry_message(*, message: OutboxMessage, reason: str, by: Actor, now: datetime) -> None:
    """Try a dead message again, for a reason that goes into the journal. Raises Refusal where it is not dead."""
    permit = require(by, "desk.outbox")
    retry(message, now=now)
    record("desk.outbox", message, by=permit, at=now, organ=SYSTEM_CHAIN, reason=reason)
