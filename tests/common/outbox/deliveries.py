"""What the outbox tests share: a moment, and handlers that live for one test."""

from datetime import UTC, datetime, timedelta

import pytest

from gongkai.common.outbox import registry
from gongkai.common.outbox.models import OutboxMessage

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
LATER = timedelta(days=3)


@pytest.fixture
def handlers(monkeypatch):
    """The registry, empty; what a test registers is gone after it."""
    empty = {}
    monkeypatch.setattr(registry, "_HANDLERS", empty)
    return empty


def states() -> dict[str, str]:
    """The state of each message by its key."""
    return dict(OutboxMessage.objects.values_list("key", "state"))


def only() -> OutboxMessage:
    """The one message there is."""
    return OutboxMessage.objects.get()
