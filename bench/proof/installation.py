"""An installation of its own in a folder, whose processes a proof starts, watches and kills."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300.0
"""Seconds for a start on a busy machine."""
_OPENER = build_opener(ProxyHandler({}))


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@dataclass(frozen=True)
class Installation:
    """The folder, the port of its site, the address of its database ("" for SQLite in the folder), and where it releases
    its site as files ("" for nowhere).
    """

    home: Path
    port: int
    database: str = ""
    released: str = ""

    def environment(self) -> dict[str, str]:
        """The environment of its processes: nothing of the caller's own settings."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("GONGKAI_", "DJANGO_"))
        }
        said = {
            "GONGKAI_HOME": str(self.home),
            "GONGKAI_DEMO": "0",
            "GONGKAI_DATABASE_URL": self.database,
            "GONGKAI_RELEASE": self.released,
        }
        return kept | {name: value for name, value in said.items() if value}

    def run(self, *module: str) -> "subprocess.CompletedProcess[str]":
        """Run ``python -m`` something to its end."""
        return subprocess.run(
            [sys.executable, "-m", *module],
            cwd=ROOT, env=self.environment(), capture_output=True, text=True, check=False,
        )  # fmt: skip

    def start(self, *module: str) -> "subprocess.Popen[bytes]":
        """Start ``python -m`` something as a process group of its own; what it says is added to ``log`` in the folder's parent."""
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", *module],
                cwd=ROOT, env=self.environment(), stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    def converse(self, *module: str) -> "subprocess.Popen[str]":
        """Start ``python -m`` something that answers lines with lines."""
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", *module],
                cwd=ROOT, env=self.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
            )  # fmt: skip

    def serve(self) -> "subprocess.Popen[bytes]":
        """Start server and worker by the real command."""
        return self.start("gongkai", "serve", "--port", str(self.port), "--workers", "1")

    @property
    def log(self) -> Path:
        """What the processes said."""
        return self.home.with_name(f"{self.home.name}.log")

    def get(self, path: str) -> tuple[int, bytes]:
        """Ask the site; (0, b"") where nobody listens."""
        try:
            with _OPENER.open(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
                return answer.status, answer.read()
        except URLError as error:
            return getattr(error, "code", 0) or 0, b""
        except OSError:
            return 0, b""

    def wait_until_ok(self) -> float:
        """Wait for the site to say it is well; returns the seconds, raises TimeoutError."""
        begun = time.monotonic()
        while self.get("/healthz")[0] != 200:
            if time.monotonic() - begun > PATIENCE:
                raise TimeoutError(f"no answer from the site; see {self.log}")
            time.sleep(0.1)
        return time.monotonic() - begun


def children(pid: int) -> list[int]:
    """The processes that a process has started and that are alive, theirs too."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = int(
                path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1]
            )
            if parent == pid:
                found.append(int(path.parent.name))
    return [*found, *(below for each in found for below in children(each))]


def kill(pids: list[int]) -> None:
    """Kill -9, whatever they are doing."""
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def living(pids: list[int]) -> list[int]:
    """Those that run; one that has ended and waits to be reaped does not."""
    found = []
    for pid in pids:
        with suppress(OSError):
            stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
            found += [pid] if stat.rpartition(")")[2].split()[0] not in {"Z", "X"} else []
    return found


def is_worker(pid: int) -> bool:
    """Whether a process is ``gongkai work``."""
    with suppress(OSError):
        return b"\0work\0" in Path(f"/proc/{pid}/cmdline").read_bytes()
    return False
