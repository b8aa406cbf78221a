"""Writes by the rest of the house: put a message in, try a dead one again."""

from datetime import datetime
from typing import Any

from django.db import transaction

from gongkai.common.outbox.models import OutboxMessage
from gongkai.common.refusals import Refusal

LONGEST_KEY = 200


def put(
    kind: str, key: str, payload: dict[str, Any], *, now: datetime, due: datetime | None = None
) -> None:
    """Let an effect follow, from ``due`` on: part of the caller's transaction, gone with it if that is rolled back.

    The same key twice is one message, also after it was delivered. Raises ValueError for a key that does not fit.
    """
    if not 1 <= len(key) <= LONGEST_KEY:
        raise ValueError(f"an outbox key has 1 to {LONGEST_KEY} characters: {key!r}")
    message = OutboxMessage(kind=kind, key=key, payload=payload, due_at=due or now, created_at=now)
    OutboxMessage.objects.bulk_create([message], ignore_conflicts=True)


@transaction.atomic
def retry(message: OutboxMessage, *, now: datetime) -> None:
    """Try a message again that was given up, with all its attempts. Who lets it happen is the caller's to record."""
    locked = OutboxMessage.objects.select_for_update().get(pk=message.pk)
    if locked.state != "dead":
        raise Refusal("这条消息没有被放弃，不必重试", next_step="刷新页面查看它现在的状态")
    locked.state, locked.due_at, locked.attempts = "waiting", now, 0
    locked.save(update_fields=("state", "due_at", "attempts"))
