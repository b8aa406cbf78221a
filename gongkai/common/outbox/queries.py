"""Reads of the outbox: what is due, what was given up."""

from datetime import datetime

from django.db.models import Count, Q, QuerySet

from gongkai.common.outbox.models import OutboxMessage


def due(now: datetime) -> QuerySet[OutboxMessage]:
    """Messages to be delivered now, the longest due first: waiting, or claimed by a worker whose lease has ended."""
    ready = Q(state="waiting", due_at__lte=now) | Q(state="claimed", claimed_until__lte=now)
    return OutboxMessage.objects.filter(ready).order_by("due_at", "pk")


def dead() -> QuerySet[OutboxMessage]:
    """Messages given up, newest first; ``actions.retry`` tries one again."""
    return OutboxMessage.objects.filter(state="dead").order_by("-due_at", "-pk")


def counts() -> dict[str, int]:
    """How many messages there are in each state that has any."""
    rows = OutboxMessage.objects.order_by().values("state").annotate(number=Count("pk"))
    return {row["state"]: row["number"] for row in rows}


def waiting(kind: str) -> QuerySet[OutboxMessage]:
    """Messages of one kind that are not delivered yet, the longest due first."""
    found = OutboxMessage.objects.filter(kind=kind, state__in=("waiting", "claimed"))
    return found.order_by("due_at", "pk")
