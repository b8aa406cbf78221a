"""How long to wait after a failed attempt, and when to give up; the numbers are settings."""

import hashlib
from datetime import timedelta

from django.conf import settings

from gongkai.common.outbox.models import OutboxMessage

JITTER = 0.2
"""Waits differ by up to a fifth, so that what failed together is not tried together."""


def wait_after(message: OutboxMessage) -> timedelta | None:
    """The wait before the next attempt, or None when all attempts are used up.

    The jitter comes from the message's key, not from chance: the same message waits the same time in a test and in service.
    """
    waits = settings.OUTBOX_BACK_OFF_SECONDS
    if message.attempts > len(waits):
        return None
    digest = hashlib.sha256(f"{message} {message.attempts}".encode()).digest()
    drawn = int.from_bytes(digest[:4]) / 0xFFFFFFFF
    return timedelta(seconds=waits[message.attempts - 1] * (1 + JITTER * (2 * drawn - 1)))


def lease() -> timedelta:
    """How long a worker may be at an effect outside the database before another takes it over."""
    return timedelta(seconds=settings.OUTBOX_LEASE_SECONDS)
