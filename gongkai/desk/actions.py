"""Writes of the desk: trying again what could not be delivered, ending subscriptions for who asks for it."""

from datetime import datetime

from django.db import transaction

from gongkai.audit.actions import locked_chain, record
from gongkai.audit.models import SYSTEM_CHAIN
from gongkai.common.models import OutboxMessage
from gongkai.common.outbox.actions import retry
from gongkai.common.permissions import Actor, agencies_for, require
from gongkai.release.subscriptions.actions.leaving import leave_of_address


@transaction.atomic
def retry_message(*, message: OutboxMessage, reason: str, by: Actor, now: datetime) -> None:
    """Try a dead message again, for a reason that goes into the journal. Raises Refusal where it is not dead."""
    permit = require(by, "desk.outbox")
    retry(message, now=now)
    record("desk.outbox", message, by=permit, at=now, organ=SYSTEM_CHAIN, reason=reason)


@transaction.atomic
def stop_subscriptions(*, address: str, reason: str, by: Actor, now: datetime) -> None:
    """End what an address is subscribed to at the organs within reach, as its owner asked (《个人信息保护法》第四十七条).

    Neither the journal nor the answer says whether there was any.
    """
    permit = require(by, "desk.subscriptions")
    leave_of_address(address=address, agency_ids=agencies_for(by, "desk.subscriptions"), now=now)
    chain = locked_chain(SYSTEM_CHAIN)
    record("desk.stop_subscriptions", chain, by=permit, at=now, organ=SYSTEM_CHAIN, reason=reason)
