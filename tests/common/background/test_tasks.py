"""Queued tasks are run by the worker from the database's queue, or from Redis where the settings name it."""

import pytest
from django.test import override_settings
from django_tasks_db.models import DBTaskResult

from gongkai.common.background.tasks import run_queued
from gongkai.common.models import CachedValue
from tests.common.background.errands import fail, leave_a_mark

IN_DATABASE = override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}})


@pytest.mark.django_db(transaction=True)
@IN_DATABASE
def test_tasks_in_the_database_are_run_each_once():
    for name in "abc":
        leave_a_mark.enqueue(name)
    assert [run_queued(), run_queued()] == [1, 0]
    assert CachedValue.objects.count() == 3


@pytest.mark.django_db(transaction=True)
@IN_DATABASE
def test_a_task_that_fails_holds_up_no_other():
    fail.enqueue()
    leave_a_mark.enqueue("a")
    run_queued()
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"FAILED", "SUCCESSFUL"}


def test_a_queue_that_runs_tasks_at_once_leaves_nothing_to_do():
    assert run_queued() == 0
