"""Jobs that come round. What counts is what is due: a run missed while the machine was off is made up for once it is on again.

Not here: long work. A job runs in one transaction with its mark, so it deletes in portions or puts messages into the outbox.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction

from gongkai.common.clock import law_day
from gongkai.common.models import ScheduledJob

log = logging.getLogger("gongkai.schedule")
RETRY = timedelta(minutes=1)
"""The wait after a run that failed."""

Run = Callable[[datetime], object]
IsDue = Callable[[datetime, datetime], bool]
"""Takes when the job was last finished and the moment."""


@dataclass(frozen=True, slots=True)
class Job:
    """A function and when it is due again."""

    is_due: IsDue
    run: Run


_JOBS: dict[str, Job] = {}


def every(key: str, interval: timedelta, function: Run) -> None:
    """Run ``function(now)`` whenever ``interval`` has passed since it was last finished."""

    def is_due(finished: datetime, now: datetime) -> bool:
        return now - finished >= interval

    offer(key, Job(is_due, function))


def each_day(key: str, function: Run) -> None:
    """Run ``function(now)`` once each day of law: right after midnight, or as soon afterwards as a worker runs."""

    def is_due(finished: datetime, now: datetime) -> bool:
        return law_day(now) != law_day(finished)

    offer(key, Job(is_due, function))


def offer(key: str, job: Job) -> None:
    """Add a job; apps call ``every`` and ``each_day`` when they start. Raises ValueError for a key taken by another job."""
    if _JOBS.setdefault(key, job).run != job.run:
        raise ValueError(f"two scheduled jobs are called {key}")


def run_due(now: datetime) -> int:
    """Run every job that is due; returns how many were finished. One that fails holds up no other."""
    rows = ScheduledJob.objects.in_bulk(list(_JOBS), field_name="key")
    fresh = [ScheduledJob(key=key) for key in _JOBS if key not in rows]
    ScheduledJob.objects.bulk_create(fresh, ignore_conflicts=True)
    return sum(run_one(key, now) for key in _JOBS if waits(key, rows.get(key), now))


def waits(key: str, row: ScheduledJob | None, now: datetime) -> bool:
    """Whether the job should run: never run, due again, or finished in the future, as after a wrong clock was put right."""
    if row is None:
        return True
    if row.last_error and row.last_started and timedelta(0) <= now - row.last_started < RETRY:
        return False
    finished = row.last_finished
    return finished is None or finished > now or _JOBS[key].is_due(finished, now)


@transaction.atomic
def run_one(key: str, now: datetime) -> bool:
    """Run one job under the lock of its row: two workers never do it twice, and its effect stands only with its mark."""
    skip = connection.features.has_select_for_update_skip_locked
    row = ScheduledJob.objects.select_for_update(skip_locked=skip).filter(key=key).first()
    if row is None or not waits(key, row, now):
        return False
    row.last_started, row.last_error = now, ""
    try:
        with transaction.atomic():
            _JOBS[key].run(now)
    except Exception as error:
        row.last_error = f"{type(error).__name__}：{error}"[:2000].replace("\0", "")
        log.exception("定时工作 %s 失败，一分钟后再试", key)
    else:
        row.last_finished = now
    row.save()
    return not row.last_error
