"""A request runs in a thread that waits; only so many wait; one that is still busy is given to nobody."""

import asyncio
import threading
import time

from asgiref.sync import sync_to_async
from django.db import connections

from gongkai.config.kept_threads import KeptThreads
from tests.aside import run_aside


def run(kept, *waves):
    """Ask the application in waves of so many requests at once; returns the threads of each wave."""

    async def ask():
        found = []
        for number in waves:
            seen = []
            await asyncio.gather(*(kept({"seen": seen}, None, None) for _ in range(number)))
            await asyncio.sleep(0.05)
            found.append(set(seen))
        return found

    return run_aside(ask())


async def note_thread(scope, _receive, _send):
    """An application that notes in which thread its request runs, and stays there for a moment."""

    def work():
        time.sleep(0.05)
        scope["seen"].append(threading.current_thread())

    await sync_to_async(work)()
    await sync_to_async(work)()


def test_the_next_request_runs_in_the_thread_of_the_last():
    first, second = run(KeptThreads(note_thread), 1, 1)
    assert first == second
    assert len(first) == 1


def test_requests_at_once_run_in_threads_of_their_own():
    assert [len(wave) for wave in run(KeptThreads(note_thread), 3, 3)] == [3, 3]


def test_no_more_than_so_many_threads_wait(monkeypatch):
    closed = []
    monkeypatch.setattr(connections, "close_all", lambda: closed.append(threading.get_ident()))
    kept = KeptThreads(note_thread, most=2)
    (wave,) = run(kept, 5)
    assert len(kept.idle) == 2
    assert len(closed) == 3
    assert sum(thread.is_alive() for thread in wave) == 2


class Lingering:
    """An application whose work goes on until it is let go."""

    def __init__(self):
        self.begun, self.let_go = threading.Event(), threading.Event()

    async def __call__(self, _scope, _receive, _send):
        await sync_to_async(self.work)()

    def work(self):
        self.begun.set()
        self.let_go.wait(10)


async def leave(kept, slow):
    """Ask, leave before the answer, let the work end; returns how many threads waited before and after that."""
    request = asyncio.create_task(kept({}, None, None))
    await asyncio.to_thread(slow.begun.wait, 10)
    request.cancel()
    await asyncio.sleep(0.05)
    before = len(kept.idle)
    slow.let_go.set()
    await asyncio.gather(request, return_exceptions=True)
    await asyncio.sleep(0.1)
    return before, len(kept.idle)


def test_a_thread_at_work_for_a_reader_who_left_does_not_wait_for_the_next():
    slow = Lingering()
    assert run_aside(leave(KeptThreads(slow), slow)) == (0, 1)
