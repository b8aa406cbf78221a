"""The public site as files: a full release of 100 000 items, and the time from a signature or a withdrawal to the files.

``make bench NAME=release``; ``RELEASE_DOCUMENTS=2000`` for fewer. ``RELEASE_HOME=folder`` keeps the installation, so that the
next run need not fill it again.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

DOCUMENTS, SIGNATURES = 100_000, 20
LOOK, LONGEST = 0.005, 60.0
"""Seconds between two looks at the disk; after which a change counts as lost."""


def main() -> None:
    """Fill, release everything, sign, withdraw, print."""
    count = int(os.environ.get("RELEASE_DOCUMENTS") or DOCUMENTS)
    if kept := os.environ.get("RELEASE_HOME"):
        measure(Path(kept).resolve(), count)
        return
    with tempfile.TemporaryDirectory(prefix="gongkai-release-") as room:
        measure(Path(room), count)
    print("\nReleased pages by nginx beside raw files:\n", flush=True)
    subprocess.run([sys.executable, "-m", "bench.release.served"], check=True)


def measure(room: Path, count: int) -> None:
    """All figures of a site of so many items that lies or is made in that folder."""
    from bench.release.filling import filled

    home, out = room / "home", room / "site"
    town = filled(home, count)
    from bench.proof.installation import Installation, free_port

    place = Installation(home, free_port(), released=str(out))
    print(f"{count} items, load {os.getloadavg()[0]:.1f} at the beginning.\n")
    print("| what | pages | s | pages/s |\n|---|---:|---:|---:|")
    show_release(place, "first release", "--fresh")
    show_release(place, "again, nothing to do")
    show_size(out)
    worker = place.start("gongkai", "work")
    try:
        show_changes(out, town)
    finally:
        worker.terminate()
        worker.wait(60)
    print(f"\nload {os.getloadavg()[0]:.1f} at the end")


def show_release(place: Any, name: str, *options: str) -> None:
    """One run of ``gongkai release site``."""
    begun = time.perf_counter()
    ran = place.run("gongkai", "release", "site", *options)
    spent = time.perf_counter() - begun
    said = re.search(r"这次生成 (\d+) 页", ran.stdout)
    if ran.returncode or not said:
        raise SystemExit(f"{ran.stdout[-500:]}{ran.stderr[-3000:]}")
    pages = int(said[1])
    print(f"| {name} | {pages} | {spent:.1f} | {pages / spent:.0f} |", flush=True)


def show_size(out: Path) -> None:
    """How much lies on the disk."""
    files = bytes_held = 0
    for folder, _, names in os.walk(out / "store"):
        for name in names:
            found = os.lstat(f"{folder}/{name}")
            files, bytes_held = files + 1, bytes_held + found.st_blocks * 512
    print(f"\n{files} files and links, {bytes_held / 2**30:.2f} GiB on the disk\n")


def show_changes(out: Path, town: Any) -> None:
    """Signatures one after another, then the withdrawal of each, by the real actions and the real worker."""
    from bench.release.filling import sign, waiting_items, withdraw

    items = waiting_items(town, SIGNATURES)
    print("| from | p50 s | longest s |\n|---|---:|---:|")
    signed = [until(out, item, "index.html", lambda item=item: sign(town, item)) for item in items]
    show_times("a signature to the files of page, lists, home, feed, sitemap", signed)
    gone = [until(out, item, "gone.html", lambda item=item: withdraw(town, item)) for item in items]
    show_times("a withdrawal to the note in the place of the page", gone)


def until(out: Path, item: Any, name: str, act: Any) -> float:
    """Seconds from the end of an act until a file of the item's page is what readers get."""
    from gongkai.release.static.addresses import place_of

    file = out / "current" / place_of(f"/items/{item.pk}/") / name
    act()
    begun = time.perf_counter()
    while not file.exists():
        if time.perf_counter() - begun > LONGEST:
            raise SystemExit(f"{file}: nothing after {LONGEST} s")
        time.sleep(LOOK)
    return time.perf_counter() - begun


def show_times(name: str, times: list[float]) -> None:
    """One line of the table."""
    print(f"| {name} | {sorted(times)[len(times) // 2]:.2f} | {max(times):.2f} |", flush=True)
