"""How fast a county's folder of 300 mixed report files is collected, and with how much memory, on one core and on two.

The real command on an installation of its own, from the first file to the last; beside it, in the same run, a plain loop of
``read_report`` over the same files, which finds no organ, checks nothing and keeps nothing.
"""

import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bench.proof.collect_county import COUNTY, KINDS
from bench.proof.installation import ROOT, Installation, children, free_port

FILES = int(os.environ.get("COLLECT_FILES", "300"))
YEAR = 2024
LOOK = 0.05
_TOLD = re.compile(rb"(\d+)/\d+ ")
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Measured:
    """One run: seconds from the first file to the last, seconds of the processor for all of it, the start of the program with it,
    and the largest sum of resident memory of all its processes, in MiB.
    """

    seconds: float
    worked: float
    peak: float

    def row(self, name: str, cores: int) -> str:
        """A line of the table."""
        speed = FILES / self.seconds
        return f"| {name} | {cores} | {self.seconds:.1f} | {speed:.1f} | {self.worked:.1f} | {self.peak:.0f} |"


def main() -> None:
    """Print the table."""
    load = os.getloadavg()[0]
    print(
        f"{FILES} files: {', '.join(KINDS)} in turn. Load of the machine at the start: {load:.1f}.\n"
    )
    print("| what | cores | s | files/s | s of processor | peak MiB, all processes |")
    print("|---|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as room:
        folder = Path(room) / "folder"
        for cores in (1, min(2, os.cpu_count() or 1)):
            place = installed(Path(room) / f"home-{cores}", folder)
            said = run(collecting(folder), cores, place.environment())
            print(said.row("gongkai report collect", cores), flush=True)
        for cores in (1, min(2, os.cpu_count() or 1)):
            said = run(("bench.collect", str(folder)), cores, place.environment())
            print(said.row("plain loop of read_report", cores), flush=True)


def installed(home: Path, folder: Path) -> Installation:
    """An installation with the county and its organs; the folder with their files."""
    place = Installation(home, free_port())
    for module in (
        ("gongkai", "manage", "migrate", "-v0"),
        ("bench.proof.collect_county", "make", str(folder), str(FILES), str(YEAR)),
    ):
        ran = place.run(*module)
        if ran.returncode:
            raise RuntimeError(ran.stderr[-2000:])
    return place


def collecting(folder: Path) -> tuple[str, ...]:
    """The command that is measured."""
    return ("gongkai", "report", "collect", str(folder), "--county", COUNTY, "--year", str(YEAR))


def run(module: Sequence[str], cores: int, environment: dict[str, str]) -> Measured:
    """Run it on so many cores; what it says of each file on stderr tells the time."""
    process = subprocess.Popen(
        [sys.executable, "-m", *module],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: os.sched_setaffinity(0, set(range(cores))),  # noqa: PLW1509 - no threads yet
    )
    with watched(process.pid) as peak:
        assert process.stderr
        moments = [time.monotonic() for line in process.stderr if _TOLD.match(line)]
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if len(moments) != FILES:
        raise RuntimeError(f"{len(moments)} of {FILES} files; {module}")
    return Measured(moments[-1] - moments[0], used.ru_utime + used.ru_stime, peak[0])


@contextmanager
def watched(pid: int) -> Iterator[list[float]]:
    """The largest memory of the process and all below it, looked at twenty times a second."""
    peak, over = [0.0], threading.Event()

    def look() -> None:
        while not over.wait(LOOK):
            peak[0] = max(peak[0], sum(map(resident, [pid, *children(pid)])))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield peak
    finally:
        over.set()
        watcher.join()


def resident(pid: int) -> float:
    """MiB of a process in memory; 0 for one that has ended."""
    with suppress(OSError, IndexError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE / 2**20
    return 0.0


def plain(folder: Path) -> None:
    """The loop: one file after the other."""
    from gongkai.paperwork import read_report

    paths = sorted(folder.iterdir())
    for number, path in enumerate(paths, 1):
        read_report(path)
        print(f"{number}/{len(paths)} {path.name}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    plain(Path(sys.argv[1]))
