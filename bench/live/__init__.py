"""Live Q&A with 500 listeners on ``gongkai serve``: how soon an answer is on every page, what it costs, beside one poll a listener.

The officer, the listeners and those who open pages run on the same machine as the server.
"""

import asyncio
import json
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen

from bench.live.listeners import Reader, open_pages
from bench.proof.installation import Installation, children, free_port, is_worker

LISTENERS = int(os.environ.get("LIVE_LISTENERS", "500"))
ANSWERS, PAUSE, PATIENCE = 20, 0.7, 25.0
WORKERS = 2
TICK = os.sysconf("SC_CLK_TCK")


class Site(Installation):
    """An installation behind a proxy that tells the addresses of readers."""

    def environment(self) -> dict[str, str]:
        """With one proxy that is trusted."""
        return super().environment() | {"GONGKAI_TRUSTED_PROXIES": "1"}


@dataclass
class Result:
    """What was measured of one server."""

    name: str
    opened: int
    waits: list[float]
    lost: int
    doubled: int
    cpu: float
    memory: float
    pages: float

    def line(self) -> str:
        """A row of the table."""
        found = sorted(self.waits) or [0.0]
        p50, p95 = found[len(found) // 2], found[int(len(found) * 0.95)]
        return (
            f"| {self.name} | {self.opened} | {p50 * 1000:.0f} | {p95 * 1000:.0f} | {found[-1] * 1000:.0f} "
            f"| {self.lost} | {self.doubled} | {self.cpu:.1f} | {self.memory:.0f} | {self.pages:.0f} |"
        )


def main() -> None:
    """Print the table."""
    print(f"{LISTENERS} 个收听者，{ANSWERS} 个回答，{WORKERS} 个进程，{os.cpu_count()} 个核")
    print(
        "| 服务 | 连上 | p50 ms | p95 ms | 最大 ms | 丢失 | 重复 | CPU 秒 | 每个收听者 kB | 页面/秒 |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for name, command in SERVERS.items():
        print(measured(name, command).line(), flush=True)


SERVERS = {
    "gongkai serve": ("gongkai", "serve", "--port", "{port}", "--workers", str(WORKERS)),
    "每个收听者自己查库": ("bench.live.peer", "{port}", str(WORKERS)),
}


@contextmanager
def serving(site: Site, command: tuple[str, ...]) -> Iterator["Popen[bytes]"]:
    """The server, up and answering; ended with all it started."""
    process = site.start(*(part.format(port=site.port) for part in command))
    try:
        until = time.monotonic() + 120
        while site.get("/live/")[0] != 200:
            if time.monotonic() > until:
                raise TimeoutError(site.log.read_text(encoding="utf-8")[-2000:])
            time.sleep(0.2)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def measured(name: str, command: tuple[str, ...]) -> Result:
    """One server from start to end."""
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder) / "home", free_port())
        site.run("gongkai", "manage", "migrate")
        site.run("gongkai", "manage", "collectstatic", "--noinput")
        officer = site.converse("bench.live.officer")
        made = json.loads(officer.stdout.readline())
        with serving(site, command) as process:
            result = asyncio.run(story(name, site, process, officer, made))
        officer.stdin.close()
        officer.wait(30)
        return result


async def story(name: str, site: Site, process: "Popen[bytes]", officer: "Popen[str]", made: dict[str, int]) -> Result:  # fmt: skip
    """Listeners come, answers are given, pages are opened meanwhile."""
    number, port = made["number"], site.port
    before = memory(process)
    readers = [Reader() for _ in range(LISTENERS)]
    lines = [asyncio.create_task(each.listen(port, number, made["changes"], place)) for place, each in enumerate(readers)]  # fmt: skip
    await settled(lambda: all(each.open for each in readers))
    held, cpu, done = memory(process), burnt(process), Counter[str]()
    pages = [asyncio.create_task(open_pages(port, f"/live/{number}/", done)) for _ in range(4)]
    begun, answers = time.monotonic(), {}
    for _ in range(ANSWERS):
        told = await asyncio.to_thread(give, officer)
        answers[told["change"]] = told["at"]
        await asyncio.sleep(PAUSE)
    await settled(lambda: all(len(each.came) >= ANSWERS for each in readers if each.open))
    seconds, cpu = time.monotonic() - begun, burnt(process) - cpu
    for task in (*pages, *lines):
        task.cancel()
    await asyncio.gather(*pages, *lines, return_exceptions=True)
    return told_of(name, readers, answers, cpu, (held - before) / LISTENERS, done["200"] / seconds)


def give(officer: "Popen[str]") -> dict[str, float]:
    """Let the officer answer one question."""
    officer.stdin.write("\n")
    officer.stdin.flush()
    return json.loads(officer.stdout.readline())


async def settled(true: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Wait until it is so, or for so long."""
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        await asyncio.sleep(0.05)


def told_of(name: str, readers: list[Reader], answers: dict[int, float], cpu: float, memory: float, pages: float) -> Result:  # fmt: skip
    """What the readers noted, held against what was given."""
    waits, lost, doubled = [], 0, 0
    opened = [each for each in readers if each.open]
    for reader in opened:
        seen = Counter(change for change, _ in reader.came)
        lost += sum(change not in seen for change in answers)
        doubled += sum(count - 1 for count in seen.values())
        waits += [at - answers[change] for change, at in reader.came if change in answers]
    return Result(name, len(opened), waits, lost, doubled, cpu, memory, pages)


def processes(process: "Popen[bytes]") -> list[int]:
    """The server and what it started, without the background worker."""
    return [pid for pid in (process.pid, *children(process.pid)) if not is_worker(pid)]


def burnt(process: "Popen[bytes]") -> float:
    """Seconds of processor time of the server so far."""
    total = 0
    for pid in processes(process):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICK


def memory(process: "Popen[bytes]") -> float:
    """Kilobytes that the server holds."""
    found = 0
    for pid in processes(process):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            found += int(line.split()[1]) if line.startswith("VmRSS") else 0
    return float(found)


if __name__ == "__main__":
    sys.exit(main())
