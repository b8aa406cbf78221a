"""A process ends when the one that started it is gone, even by SIGKILL: nothing left over holds the port or works on the database.

By looking, not by the kernel's signal: that works on every system, and sees a parent that was gone before the look began.
"""

import logging
import os
import signal
import threading
import time

log = logging.getLogger("gongkai.orphans")
LOOK = 0.5
"""Seconds between two looks."""
GRACE = 20.0
"""Seconds to end in order; then it is ended."""


def end_with(parent: int) -> None:
    """Have this process end soon after ``parent``, the process that started it."""
    threading.Thread(target=watch, args=(parent,), name="orphans", daemon=True).start()


def watch(parent: int) -> None:
    """Look until the parent is gone, then end this process: asked first, so that what is under way is finished."""
    while os.getppid() == parent:
        time.sleep(LOOK)
    log.warning("启动本进程的程序（%d）已经不在，停止", parent)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os.kill(os.getpid(), signal.SIGKILL)
