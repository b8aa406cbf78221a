"""Runs tasks that wait in Redis. Imported only where the settings name Redis: its libraries are an optional extra."""

import django_rq
from django_tasks_rq import Job
from rq import SimpleWorker


class QuietWorker(SimpleWorker):
    """Runs jobs in this process and leaves its signals alone."""

    def _install_signal_handlers(self) -> None:
        pass


def run_burst(most: int) -> int:
    """Run what waits, at most so many; returns whether there was anything, as a number."""
    queue = django_rq.get_queue("default")
    if not queue.count:
        return 0
    worker = QuietWorker([queue], connection=queue.connection, job_class=Job)
    worker.work(burst=True, max_jobs=most, logging_level="WARNING")
    return 1
