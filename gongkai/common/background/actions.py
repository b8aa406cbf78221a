"""Upkeep of the background's own tables, run by the schedule in portions: what is done and old goes, what is stranded goes on."""

import logging
from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django_tasks_db.models import DBTaskResult

from gongkai.common.outbox.models import OutboxMessage
from gongkai.common.schedule import every

log = logging.getLogger("gongkai.upkeep")
PORTION = 2000
KEEP_MESSAGES, KEEP_TASKS = timedelta(days=90), timedelta(days=30)
STRANDED = timedelta(hours=1)
"""A task that has been running for so long belongs to a process that died."""


def offer_upkeep() -> None:
    """Put the upkeep on the schedule; called when the app starts."""
    every("upkeep.old_records", timedelta(hours=1), forget_old)
    every("upkeep.stranded_tasks", timedelta(minutes=10), requeue_stranded)


def forget_old(now: datetime) -> None:
    """Delete delivered messages, finished tasks and ended sessions that nobody needs any more. Dead messages stay."""
    forget(OutboxMessage.objects.filter(state="done", done_at__lt=now - KEEP_MESSAGES))
    forget(DBTaskResult.objects.finished().filter(finished_at__lt=now - KEEP_TASKS))
    forget(Session.objects.filter(expire_date__lt=now))


def forget(rows: QuerySet) -> None:
    """Delete a portion; the next run takes the next."""
    keys = list(rows.order_by().values_list("pk", flat=True)[:PORTION])
    rows.model.objects.filter(pk__in=keys).delete()


def requeue_stranded(now: datetime) -> None:
    """Queue tasks again whose process died while it ran them. Tasks are written so that a second run does no harm."""
    stranded = DBTaskResult.objects.running().filter(started_at__lt=now - STRANDED)
    if number := stranded.update(status="READY", started_at=None):
        log.warning("%d 项任务的进程中途停止，重新排队", number)
