"""The worker's loop. It outlives failures of the database and ends between two pieces of work when asked to."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from django.db import DatabaseError, close_old_connections, connections
from django.db.utils import InterfaceError

from gongkai.common.background.tasks import run_queued
from gongkai.common.clock import current
from gongkai.common.outbox import deliver_due
from gongkai.common.schedule import run_due

log = logging.getLogger("gongkai.worker")
IDLE = 0.5
"""Seconds between two looks when nothing was to be done."""
LONGEST_WAIT = 30.0
"""Seconds between two attempts while the database is away; the first wait is IDLE, each further one twice as long."""

Turn = Callable[[datetime], int]


def turn(now: datetime) -> int:
    """One look at everything; returns how many things were done."""
    return deliver_due(now) + run_due(now) + run_queued()


class Worker:
    """Runs turns until it is stopped. ``stop`` may be called from a signal handler or from another thread."""

    def __init__(self, turn: Turn = turn, clock: Callable[[], datetime] = current) -> None:
        self.turn = turn
        self.clock = clock
        self.stopped = threading.Event()
        self.failures = 0

    def stop(self) -> None:
        """End after the piece of work under way."""
        self.stopped.set()

    def run(self) -> None:
        """Work until stopped."""
        log.info("后台进程开始工作")
        while not self.stopped.is_set():
            self.stopped.wait(self.step())
        connections.close_all()
        log.info("后台进程已经停止")

    def step(self) -> float:
        """One turn; returns the seconds to wait before the next."""
        close_old_connections()
        try:
            done = self.turn(self.clock())
        except (DatabaseError, InterfaceError) as error:
            return self.database_failed(error)
        except Exception:
            log.exception("后台工作出错，继续")
            return IDLE
        if self.failures:
            log.warning("数据库恢复，继续工作")
        self.failures = 0
        return 0 if done else IDLE

    def database_failed(self, error: Exception) -> float:
        """Forget the connections and say how long to wait."""
        connections.close_all()
        wait = min(IDLE * 2**self.failures, LONGEST_WAIT)
        self.failures = min(self.failures + 1, 16)
        log.warning("数据库没有应答，%.1f 秒后再试：%s", wait, str(error).strip() or type(error))
        return wait
