"""One child process seen from outside: start it, have calls answered, end it."""

import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import cast

from gongkai.paperwork.bounded import worker
from gongkai.paperwork.bounded.answers import load_reply
from gongkai.paperwork.bounded.worker import BEGUN, LENGTH, Call, Reply
from gongkai.paperwork.errors import HostileFile

LARGEST_REPLY = 64 * 2**20  # bytes
CALLS_PER_WORKER = 200  # what libraries leak ends with the process
LOADING = 20.0  # seconds for a cold child to load the function on a busy machine, before the call's own time begins


class Worker:
    """One child process and its two pipes, unbuffered so that a fork never duplicates half a message."""

    def __init__(self) -> None:
        self._calls = 0
        self._worn = False
        self._process = subprocess.Popen(  # noqa: S603 - our own script under our own interpreter
            [sys.executable, "-P", str(Path(worker.__file__).resolve())],
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._requests = cast("FileIO", self._process.stdin)
        self._replies = cast("FileIO", self._process.stdout)

    @property
    def usable(self) -> bool:
        """Whether the next call may go here."""
        return not self._worn and self._calls < CALLS_PER_WORKER and self._process.poll() is None

    def answer(self, call: Call) -> Reply:
        """Have one call answered; raises HostileFile, with the child gone, if it overruns or dies."""
        overrun = threading.Event()
        try:
            with self._limited(LOADING + call.seconds, overrun):
                self._ask(call)
                first = self._length()
            with self._limited(call.seconds, overrun):
                reply = self._reply(self._length() if first == BEGUN else first)
        except (OSError, EOFError) as error:
            self.end()
            raise self._obituary(call, overrun=overrun.is_set()) from error
        self._worn = reply.worn
        return reply

    @contextmanager
    def _limited(self, seconds: float, overrun: threading.Event) -> Iterator[None]:
        """Kill the child, and say so, when the time is over."""
        clock = threading.Timer(seconds, self._overrun, (overrun,))
        clock.daemon = True
        clock.start()
        try:
            yield
        finally:
            clock.cancel()

    def _overrun(self, overrun: threading.Event) -> None:
        overrun.set()
        self._process.kill()

    def _ask(self, call: Call) -> None:
        if self._calls == 0:
            pickle.dump(sys.path, self)
        self._calls += 1
        pickle.dump(tuple(call), self, pickle.HIGHEST_PROTOCOL)

    def _length(self) -> int:
        (length,) = LENGTH.unpack(self._read(LENGTH.size))
        return int(length)

    def _reply(self, length: int) -> Reply:
        if length > LARGEST_REPLY:
            raise HostileFile("文件展开后的内容过大，已停止读取")
        return load_reply(self._read(length))

    def write(self, data: bytes | memoryview) -> None:
        """Send all of ``data`` (what pickle needs of a file)."""
        rest = memoryview(data)
        while rest:
            rest = rest[self._requests.write(rest) :]

    def _read(self, size: int) -> bytearray:
        data = bytearray(size)
        rest = memoryview(data)
        while rest:
            count = self._replies.readinto(rest)
            if not count:
                raise EOFError
            rest = rest[count:]
        return data

    def _obituary(self, call: Call, *, overrun: bool) -> HostileFile:
        if overrun or self._process.returncode == -getattr(signal, "SIGALRM", 0):
            return HostileFile(f"读取该文件超过 {call.seconds:g} 秒，已停止读取")
        return HostileFile("读取该文件时程序异常中止，文件可能已损坏或带有恶意内容，不予读取")

    def end(self) -> None:
        """Kill the child, wait for it and close its pipes; may be repeated."""
        self._process.kill()
        self._process.wait()
        self._requests.close()
        self._replies.close()

    def disown(self) -> None:
        """Forget the child: after a fork it is the parent's, and only the copies of its pipes are ours."""
        self._process.returncode = 0
        self._requests.close()
        self._replies.close()
