"""Old records of the background go in portions; dead messages stay; tasks of dead processes are queued again."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import override_settings
from django_tasks_db.models import DBTaskResult

from gongkai.common.background import actions
from gongkai.common.background.actions import KEEP_MESSAGES, forget_old, requeue_stranded
from gongkai.common.outbox.models import OutboxMessage
from tests.common.background.errands import leave_a_mark
from tests.common.background.test_tasks import IN_DATABASE

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
MOMENT = timedelta(seconds=1)


def message(key, **said):
    OutboxMessage.objects.create(kind="note", key=key, due_at=NOW, created_at=NOW, **said)


@pytest.mark.django_db
def test_delivered_messages_go_when_they_are_old_and_dead_ones_stay():
    message("old", state="done", done_at=NOW - KEEP_MESSAGES - MOMENT)
    message("young", state="done", done_at=NOW - KEEP_MESSAGES)
    message("dead", state="dead")
    message("waiting")
    forget_old(NOW)
    assert set(OutboxMessage.objects.values_list("key", flat=True)) == {"young", "dead", "waiting"}


@pytest.mark.django_db
def test_ended_sessions_go(monkeypatch):
    monkeypatch.setattr(actions, "PORTION", 2)
    for number in range(3):
        Session.objects.create(session_key=str(number), expire_date=NOW - MOMENT)
    Session.objects.create(session_key="open", expire_date=NOW + MOMENT)
    forget_old(NOW)
    assert Session.objects.count() == 2
    forget_old(NOW)
    assert Session.objects.get().session_key == "open"


@pytest.mark.django_db(transaction=True)
@IN_DATABASE
def test_a_task_whose_process_died_is_queued_again():
    leave_a_mark.enqueue("a")
    leave_a_mark.enqueue("b")
    dead, alive = DBTaskResult.objects.all()
    DBTaskResult.objects.filter(pk=dead.pk).update(
        status="RUNNING", started_at=NOW - 2 * actions.STRANDED
    )
    DBTaskResult.objects.filter(pk=alive.pk).update(status="RUNNING", started_at=NOW - MOMENT)
    requeue_stranded(NOW)
    assert DBTaskResult.objects.get(pk=dead.pk).status == "READY"
    assert DBTaskResult.objects.get(pk=alive.pk).status == "RUNNING"


@pytest.mark.django_db
@override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}})
def test_finished_tasks_go_when_they_are_old():
    leave_a_mark.enqueue("a")
    DBTaskResult.objects.update(status="SUCCESSFUL", finished_at=NOW - actions.KEEP_TASKS - MOMENT)
    forget_old(NOW)
    assert not DBTaskResult.objects.exists()
