"""How much strangers can make the log write: so many lines a minute, and then how many were left out.

Not here: errors of our own, which are written one and all.
"""

import logging
import time
from collections.abc import Callable
from threading import Lock

MINUTE = 60.0
MOST_REFUSED, MOST_HOSTS = 60, 5
_LONGEST = 300


class Bounded(logging.Filter):
    """Lets ``most`` records below ERROR pass each minute. The first of a later minute tells how many were left out."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._most, self._clock, self._lock = most, clock, Lock()
        self.forget()

    def forget(self) -> None:
        """Begin a new minute, owing nothing."""
        self._since, self._written, self._left_out = self._clock(), 0, 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is written."""
        if record.levelno >= logging.ERROR:
            return True
        with self._lock:
            left_out = self._left_out
            if self._clock() - self._since >= MINUTE:
                self.forget()
            elif self._written >= self._most:
                self._left_out += 1
                return False
            self._written += 1
            written_first = self._written == 1
        if written_first and left_out:
            record.msg, record.args = f"{record.getMessage()}（此前另有 {left_out} 行没有写出）", ()
        return True


class UnknownHost(Bounded):
    """Whoever asks for a host that is not ours is no error of ours: one line of warning, without a traceback, and few of them."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is written."""
        record.levelno, record.levelname = logging.WARNING, logging.getLevelName(logging.WARNING)
        record.exc_info = record.exc_text = None
        said = record.getMessage().encode("unicode_escape").decode("ascii")[:_LONGEST]
        record.msg, record.args = f"请求的网址不在 GONGKAI_HOSTS 之列：{said}", ()
        return super().filter(record)
