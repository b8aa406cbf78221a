"""Writes by the rest of the house: put a message in, try a dead one again."""

from collections.abc import Callable
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
def gather(
    kind: str,
    stem: str,
    add: Callable[[dict[str, Any]], dict[str, Any]],
    *,
    now: datetime,
    due: datetime,
) -> None:
    """Let many changes follow in one effect: what ``add`` makes of the message that waits under ``stem``, or of ``{}`` for a new one.

    Each caller's share stands and falls with its own transaction. What comes after the message was delivered makes a
    further one. ``payload["key"]`` holds the message's key.
    """
    own = OutboxMessage.objects.filter(kind=kind, key__startswith=f"{stem}#")
    # Counted before looking: what another transaction puts in between has this very number.
    number = own.count()
    waiting = own.filter(state="waiting").select_for_update().first()
    while waiting is None:
        # Where another transaction puts the same meanwhile, this waits for its end, and adds to that.
        put(kind, f"{stem}#{number}", {}, now=now, due=due)
        waiting = own.filter(state="waiting").select_for_update().order_by("-pk").first()
        number += 1
    waiting.payload = {**add(waiting.payload), "key": waiting.key}
    waiting.save(update_fields=("payload",))


def hasten(kind: str, stem: str, *, now: datetime) -> None:
    """Deliver now what was gathered under ``stem`` and what begins with it."""
    gathered = OutboxMessage.objects.filter(kind=kind, key__startswith=stem, state="waiting")
    gathered.filter(due_at__gt=now).update(due_at=now)


@transaction.atomic
def retry(message: OutboxMessage, *, now: datetime) -> None:
    """Try a message again that was given up, with all its attempts. Who lets it happen is the caller's to record."""
    locked = OutboxMessage.objects.select_for_update().get(pk=message.pk)
    if locked.state != "dead":
        raise Refusal("这条消息没有被放弃，不必重试", next_step="刷新页面查看它现在的状态")
    locked.state, locked.due_at, locked.attempts = "waiting", now, 0
    locked.save(update_fields=("state", "due_at", "attempts"))
