"""The children of this process, kept warm between calls. Nothing is started before the first call."""

import atexit
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from gongkai.paperwork.bounded.process import Worker

MOST_WORKERS = max(2, os.cpu_count() or 2)  # more would share the cores and overrun without guilt


class Workers:
    """All children of this process. Safe to use from several threads, and in both halves of a fork."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._slots = threading.BoundedSemaphore(MOST_WORKERS)
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()

    @contextmanager
    def one(self) -> Iterator[Worker]:
        """A worker for one call; waits while MOST_WORKERS are busy. One that fails is ended, never reused."""
        with self._slots:
            worker = self._take()
            try:
                yield worker
            except BaseException:
                self._drop(worker)
                raise
            with self._lock:
                self._idle.append(worker)

    def _take(self) -> Worker:
        while True:
            with self._lock:
                if not self._idle:
                    worker = Worker()
                    self._all.add(worker)
                    return worker
                worker = self._idle.pop()
            if worker.usable:
                return worker
            self._drop(worker)

    def _drop(self, worker: Worker) -> None:
        with self._lock:
            self._all.discard(worker)
        worker.end()

    def end(self) -> None:
        """End every child, at the end of the interpreter."""
        for worker in tuple(self._all):
            self._drop(worker)

    def forked(self) -> None:
        """Start afresh in the child of a fork. No lock is taken: its holder may not exist here."""
        for worker in tuple(self._all):
            worker.disown()
        self.__init__()  # type: ignore[misc]


WORKERS = Workers()
atexit.register(WORKERS.end)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=WORKERS.forked)
