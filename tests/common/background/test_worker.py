"""The worker goes on after errors and while the database is away, and ends between two pieces of work."""

from datetime import UTC, datetime

import pytest
from django.db import OperationalError

from gongkai.common.background import worker as room
from gongkai.common.background.worker import IDLE, LONGEST_WAIT, Worker, turn
from gongkai.common.outbox import put
from gongkai.common.outbox.models import OutboxMessage

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def connections_kept(monkeypatch):
    """The test's own connection stays open."""
    monkeypatch.setattr(room, "close_old_connections", lambda: None)
    monkeypatch.setattr(room.connections, "close_all", lambda: None)


def worker_of(*outcomes):
    """A worker whose turns end as told: a number of things done, or an error."""
    left = list(outcomes)

    def turn(now):
        outcome = left.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return Worker(turn, lambda: NOW)


def test_it_looks_again_at_once_while_there_is_work():
    worker = worker_of(3, 0)
    assert [worker.step(), worker.step()] == [0, IDLE]


def test_an_error_is_no_reason_to_stop(caplog):
    worker = worker_of(ValueError("坏"), 1)
    assert [worker.step(), worker.step()] == [IDLE, 0]
    assert "后台工作出错" in caplog.text


def test_it_waits_longer_and_longer_for_a_database_that_is_away(caplog):
    away = OperationalError("server closed the connection unexpectedly")
    worker = worker_of(*[away] * 9, 0)
    waits = [worker.step() for _ in range(9)]
    assert waits == [IDLE, 1, 2, 4, 8, 16, LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT]
    worker.step()
    assert worker.failures == 0
    assert "数据库没有应答" in caplog.text
    assert "数据库恢复" in caplog.text


def test_it_ends_when_asked():
    turns = []

    def turn(now):
        turns.append(now)
        worker.stop()
        return 1

    worker = Worker(turn, lambda: NOW)
    worker.run()
    assert turns == [NOW]


@pytest.mark.django_db
def test_a_turn_delivers_what_is_due():
    put("mail.send", "a", {"to": ["li@example.test"], "subject": "题", "text": "文"}, now=NOW)
    assert turn(NOW) >= 1
    assert OutboxMessage.objects.get(kind="mail.send").state == "done"
