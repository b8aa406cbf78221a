"""The site's item, report and home page beside the same content in Wagtail: same server, same workers, same machine.

Both run under granian (ASGI, two workers, SQLite). Wagtail lives in an environment of its own under ``var/``.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
import venv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

ROOT = Path(__file__).resolve().parents[2]
PLACE = Path(os.environ.get("GONGKAI_HOME", ROOT / "var")).resolve() / "bench-page"
LOCK = ROOT / "requirements" / "bench.txt"
PEER = PLACE / "wagtail"
WORKERS, CONNECTIONS, SECONDS = 2, 32, 6
PAGES = (
    ("item", "/items/200/", "/n0/"),
    ("report", "/reports/2024/", "/reports/2024/"),
    ("home", "/", "/"),
)
"""What is asked: our address, and the peer's."""
DRAWN_ANEW = "?" + "x" * 320
"""An address too long to be kept, so that the page is drawn for each request."""


def free_port() -> int:
    """A port that nobody listens on: granian would share one with another server, and so would the requests."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


PORT = free_port()


@dataclass(frozen=True)
class Case:
    """One row of the table: what is asked of whom."""

    label: str
    server: tuple[str, ...]
    settings: Mapping[str, str]
    address: str


def main() -> None:
    """Set up both, check that both show the report's figures, measure, print the table."""
    if not shutil.which("wrk"):
        raise SystemExit("需要 wrk：apt-get install wrk")
    python = peer_environment()
    set_up(sys.executable, "bench.page.ours", ours())
    set_up(python, "bench.page.peer.set_up", theirs(cached=False))
    print(
        f"granian ASGI, {WORKERS} workers, {CONNECTIONS} connections, {SECONDS} s each, SQLite.\n"
    )
    print("| page | requests/s | p50 | p99 | kB a page |\n|---|---:|---:|---:|---:|")
    for case in cases(python):
        with serving(case):
            size = check(case)
            print(f"| {case.label} | {measure(case)} | {size / 1024:.0f} |", flush=True)


def ours() -> dict[str, str]:
    """The environment of this program's server."""
    return {"GONGKAI_HOME": str(PLACE / "ours")}


def theirs(*, cached: bool) -> dict[str, str]:
    """The environment of the peer's server; ``cached`` puts Django's page cache before it."""
    return {
        "DJANGO_SETTINGS_MODULE": "bench.page.peer.settings",
        "PEER_HOME": str(PLACE / "peer"),
        "PEER_CACHED": "1" if cached else "",
    }


def cases(python: Path) -> Iterator[Case]:
    """The rows."""
    own = (sys.executable, "-m", "gongkai.config.server", "127.0.0.1", str(PORT), str(WORKERS))
    place = ("--host", "127.0.0.1", "--port", str(PORT), "--workers", str(WORKERS))
    peer = (
        str(python),
        "-m",
        "granian",
        "--interface",
        "asginl",
        *place,
        "bench.page.peer.asgi:application",
    )
    for name, path, their_path in PAGES:
        yield Case(f"{name}: gongkai", own, ours(), path)
        yield Case(f"{name}: gongkai, drawn anew each time", own, ours(), path + DRAWN_ANEW)
        yield Case(f"{name}: Wagtail", peer, theirs(cached=False), their_path)
        yield Case(f"{name}: Wagtail behind Django's page cache", peer, theirs(cached=True), their_path)  # fmt: skip


def peer_environment() -> Path:
    """The peer's own Python, with what ``requirements/bench.txt`` pins."""
    python, done = PEER / "bin" / "python", PEER / "installed"
    if not done.exists() or done.read_text(encoding="utf-8") != LOCK.read_text(encoding="utf-8"):
        venv.create(PEER, with_pip=True, clear=True)
        install = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        subprocess.run([*install, "--require-hashes", "-r", LOCK], check=True)
        shutil.copyfile(LOCK, done)
    return python


def set_up(python: str | Path, module: str, settings: Mapping[str, str]) -> None:
    """Fill an empty database of one side."""
    subprocess.run([python, "-m", module], cwd=ROOT, env={**os.environ, **settings}, check=True)


@contextmanager
def serving(case: Case) -> Iterator[None]:
    """The server of a case, up and answering."""
    environment = {**os.environ, **case.settings}
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(
        case.server, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        wait_for(case)
        yield
    finally:
        stop(server)


def stop(server: subprocess.Popen[bytes]) -> None:
    """End our own server and its workers, which are one group."""
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait(10)


def wait_for(case: Case) -> None:
    """Until the page answers; a minute at most."""
    until = monotonic() + 60
    while monotonic() < until:
        try:
            fetch(case)
        except OSError:
            sleep(0.2)
        else:
            return
    raise SystemExit(f"{case.label} does not answer")


def fetch(case: Case) -> str:
    """The page."""
    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}{case.address}", timeout=10) as answer:
        return str(answer.read().decode())


def check(case: Case) -> int:
    """Both sides show the same text and figures; returns the size of the page in bytes."""
    page = fetch(case)
    if "item" in case.label:
        if "青政发〔2025〕199号" not in page or page.count("贯彻执行") < 12:
            raise AssertionError(f"{case.label} shows no text")
        return len(page.encode())
    if "件" not in page or ("report" in case.label and page.count("<td") < 200):
        raise AssertionError(f"{case.label} shows no report")
    return len(page.encode())


def measure(case: Case) -> str:
    """Requests a second and latencies, after a second of warming up."""
    address = f"http://127.0.0.1:{PORT}{case.address}"
    wrk = ["wrk", "-t1", f"-c{CONNECTIONS}", "--latency"]
    subprocess.run([*wrk, "-d2s", address], check=True, capture_output=True)
    said = subprocess.run(
        [*wrk, f"-d{SECONDS}s", address], check=True, capture_output=True, text=True
    ).stdout
    if "Non-2xx" in said:
        raise AssertionError(f"{case.label}: {said}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    at = dict(re.findall(r"^\s+(50|99)%\s+(\S+)", said, re.MULTILINE))
    return f"{rate:.0f} | {at['50']} | {at['99']}"
