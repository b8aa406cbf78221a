"""Delivers what is due. Each message has transactions of its own: one that fails is put off and holds up no other."""

import logging
import re
import time
from datetime import datetime, timedelta

from django.db import connection, transaction

from gongkai.common.outbox.models import OutboxMessage
from gongkai.common.outbox.patience import lease, wait_after
from gongkai.common.outbox.queries import due
from gongkai.common.outbox.registry import GiveUp, Handler, handler_of

log = logging.getLogger("gongkai.outbox")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-][\w.-]*")


def deliver_due(now: datetime, most: int = 100, kind: str = "") -> int:
    """Deliver up to ``most`` messages that are due, of one kind or of all; returns how many were delivered.

    Any number of workers may do this at once. Raises only what says that the database itself is gone.
    """
    begun = time.monotonic()
    delivered = 0
    waiting = due(now).filter(kind=kind) if kind else due(now)
    for pk, each in list(waiting.values_list("pk", "kind")[:most]):
        moment = now + timedelta(seconds=time.monotonic() - begun)
        handler = handler_of(each)
        if handler is None:
            bury(pk, moment, f"没有程序认识种类“{each}”；升级后可以重试")
        elif handler.outside:
            delivered += deliver_outside(pk, handler, moment)
        else:
            delivered += deliver_inside(pk, handler, moment)
    return delivered


def locked(pk: int, now: datetime) -> OutboxMessage | None:
    """The message, locked until the transaction ends; None if another worker has it or had it."""
    skip = connection.features.has_select_for_update_skip_locked
    return due(now).filter(pk=pk).select_for_update(skip_locked=skip).first()


@transaction.atomic
def deliver_inside(pk: int, handler: Handler, now: datetime) -> bool:
    """Run a handler that changes only the database: its change and the mark are committed together or not at all."""
    message = locked(pk, now)
    if message is None:
        return False
    message.attempts += 1
    try:
        with transaction.atomic():
            handler.deliver(message.payload, now)
    except Exception as error:  # noqa: BLE001 - whatever a handler raises is its message's affair
        put_off(message, now, error)
        return False
    finish(message, now)
    return True


def deliver_outside(pk: int, handler: Handler, now: datetime) -> bool:
    """Claim, run, mark: a crash in between makes the message due again when the lease ends."""
    message = claim(pk, now)
    if message is None:
        return False
    error: Exception | None = None
    try:
        handler.deliver({**message.payload, "key": message.key}, now)
    except Exception as raised:  # noqa: BLE001 - see deliver_inside
        error = raised
    with transaction.atomic():
        if still_ours(message):
            put_off(message, now, error) if error else finish(message, now)
    return error is None


@transaction.atomic
def claim(pk: int, now: datetime) -> OutboxMessage | None:
    """Take the message under a lease. One whose worker died at every attempt is given up here."""
    message = locked(pk, now)
    if message is None:
        return None
    if message.attempts and wait_after(message) is None:
        put_off(message, now, RuntimeError("每次投递都中途停止，没有结果"))
        return None
    message.attempts += 1
    message.state, message.claimed_until = "claimed", now + lease()
    message.save(update_fields=("attempts", "state", "claimed_until"))
    return message


def still_ours(message: OutboxMessage) -> bool:
    """Whether nobody took the message over while the effect was under way; locks it if so."""
    mine = OutboxMessage.objects.select_for_update().filter(
        pk=message.pk, state="claimed", attempts=message.attempts
    )
    return mine.exists()


def finish(message: OutboxMessage, now: datetime) -> None:
    """Mark as done. What it carried goes: addresses and one-time links are nobody's reading any more."""
    message.payload = {}
    message.state, message.done_at, message.claimed_until, message.last_error = (
        "done",
        now,
        None,
        "",
    )
    message.save()


def put_off(message: OutboxMessage, now: datetime, error: Exception) -> None:
    """Mark as failed: due again after a wait, or dead when the attempts are used up or the handler gave up."""
    given_up = isinstance(error, GiveUp)
    wait = None if given_up else wait_after(message)
    said = str(error) if given_up else f"{type(error).__name__}：{error}"
    message.last_error = without_addresses(said)[:2000]
    message.claimed_until = None
    message.state = "dead" if wait is None else "waiting"
    message.due_at = now if wait is None else now + wait
    message.save()
    log.log(
        logging.ERROR if wait is None else logging.WARNING,
        "%s 第 %d 次投递失败（%s）：%s",
        message, message.attempts, "放弃" if wait is None else f"{wait.total_seconds():.0f} 秒后再试", message.last_error,
    )  # fmt: skip


def without_addresses(text: str) -> str:
    """An error as the desk and the log may show it: mail servers repeat the addresses of people."""
    return _ADDRESS.sub("（邮箱地址）", text.replace("\0", ""))


@transaction.atomic
def bury(pk: int, now: datetime, reason: str) -> None:
    """Give a message up at once."""
    message = locked(pk, now)
    if message is not None:
        message.state, message.last_error = "dead", reason
        message.claimed_until = None
        message.save()
        log.error("%s 放弃：%s", message, reason)
