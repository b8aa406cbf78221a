"""Keeps the processes of one installation: the server, and the worker, which is started again when it dies. All end together.

A keeper that is killed cannot end them: each member watches for itself whether its keeper is there (``orphans``).
"""

import logging
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType

log = logging.getLogger("gongkai.household")
LOOK = 0.2
"""Seconds between two looks at the processes."""
GRACE = 20.0
"""Seconds a process has to end after being asked."""
LONGEST_PAUSE = 30.0


@dataclass
class Member:
    """One process of the household. ``returns``: it is started again when it ends."""

    name: str
    command: list[str]
    returns: bool = False
    process: "subprocess.Popen[bytes] | None" = None
    begun: float = 0.0
    pause: float = 0.0
    due: float = field(default=0.0)

    def start(self) -> None:
        """Start the process."""
        self.begun = time.monotonic()
        self.process = subprocess.Popen(self.command)  # noqa: S603 - our own programs

    def ended(self) -> int | None:
        """The exit code if the process has ended."""
        return self.process.poll() if self.process else None

    def put_off(self) -> None:
        """Wait before starting again: one second, longer each time it dies young."""
        young = time.monotonic() - self.begun < LONGEST_PAUSE
        self.pause = min(max(1.0, self.pause * 2), LONGEST_PAUSE) if young else 1.0
        self.due = time.monotonic() + self.pause
        self.process = None


class Household:
    """Runs its members until it is asked to end or one that does not return has ended."""

    def __init__(self, members: list[Member]) -> None:
        self.members = members
        self.asked = threading.Event()

    def keep(self) -> int:
        """Run; returns 0 when asked to end, otherwise the exit code of the member that ended."""
        before = {
            number: signal.signal(number, self.ask) for number in (signal.SIGINT, signal.SIGTERM)
        }
        try:
            for member in self.members:
                member.start()
            return self.watch()
        finally:
            self.end()
            for number, handler in before.items():
                signal.signal(number, handler)

    def ask(self, _number: int, _frame: FrameType | None) -> None:
        """End soon."""
        self.asked.set()

    def watch(self) -> int:
        """Look after the members."""
        while not self.asked.wait(LOOK):
            for member in self.members:
                code = self.look_at(member)
                if code is not None:
                    return code or 1
        return 0

    def look_at(self, member: Member) -> int | None:
        """Start a member again if it is time; its exit code if it ended for good."""
        if member.process is None:
            if time.monotonic() >= member.due:
                member.start()
            return None
        code = member.ended()
        if code is None or self.asked.is_set():
            return None
        if not member.returns:
            log.error("%s退出（%d），全部停止", member.name, code)
            return code
        member.put_off()
        log.warning("%s退出（%d），%.0f 秒后重新启动", member.name, code, member.pause)
        return None

    def end(self) -> None:
        """Ask every member to end, and end those that do not."""
        for_each(self.members, lambda process: process.send_signal(signal.SIGTERM))
        until = time.monotonic() + GRACE
        for member in self.members:
            if member.process:
                wait(member, max(0.1, until - time.monotonic()))


def for_each(members: list[Member], act: "Callable[[subprocess.Popen[bytes]], None]") -> None:
    """Do something to every process that is alive."""
    for member in members:
        if member.process and member.process.poll() is None:
            act(member.process)


def wait(member: Member, seconds: float) -> None:
    """Wait for the end of a member; kill it when the time is over."""
    if member.process is None:
        return
    try:
        member.process.wait(seconds)
    except subprocess.TimeoutExpired:
        log.warning("%s没有按时结束，强制结束", member.name)
        member.process.kill()
        member.process.wait()
