"""Runs what stands in the task queue, in the worker's own process: the database's queue, or Redis if the settings say so.

The outbox decides what must happen and keeps it; a queue only wakes. What a dead process leaves running is queued again.
"""

from django.conf import settings
from django_tasks_db.management.commands.db_worker import Worker as DatabaseWorker
from django_tasks_db.models import DBTaskResult

MOST = 20
"""Tasks in one turn."""


def run_queued() -> int:
    """Run up to MOST queued tasks; returns whether there were any, as a number."""
    backend = settings.TASKS["default"]["BACKEND"]
    if backend == "django_tasks_db.DatabaseBackend":
        return run_from_database()
    if backend == "django_tasks_rq.RQBackend":
        return run_from_redis()
    return 0


def run_from_database() -> int:
    """The database's queue. Looking takes no lock; only when something waits is it claimed."""
    if not DBTaskResult.objects.ready().exists():
        return 0
    worker = DatabaseWorker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=MOST,
        worker_id="gongkai-work",
    )
    worker.run()
    return 1


def run_from_redis() -> int:
    """Redis, by RQ, which keeps out of the worker's signals."""
    from gongkai.common.background.redis_tasks import run_burst

    return run_burst(MOST)
