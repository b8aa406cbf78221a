"""How soon a released item is found: from the signer's answer to the page of the public search that lists it, server and worker running.

``make bench NAME=found FOUND_DOCUMENTS=50000``: so many documents are public and in the index before. Half of the items are
looked for at an address that was asked before, whose page the site keeps; half at one that nobody asked.
"""

import os
import tempfile
import time
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

DOCUMENTS, AGENCIES, ITEMS = 5_000, 40, 40
LOOK = 0.02
"""Seconds between two questions."""
LONGEST = 60.0
"""Seconds after which an item counts as lost."""
ABOVE = 10_000_000
"""Added to the numbers of the documents that are there before, so that new items have others."""


def main() -> None:
    """Fill, serve, sign, look, print."""
    count = int(os.environ.get("FOUND_DOCUMENTS") or DOCUMENTS)
    with tempfile.TemporaryDirectory() as room:
        home = Path(room) / "home"
        home.mkdir()
        town, waiting = filled(home, count)
        from bench.proof.installation import Installation, free_port

        place = Installation(home, free_port())
        process = place.serve()
        try:
            place.wait_until_ok()
            show(count, list(seconds(place.port, town, waiting)))
        finally:
            process.terminate()
            process.wait(60)


def filled(home: Path, count: int) -> tuple[Any, list[Any]]:
    """An installation with so many public documents; its township, and the items that wait to be signed there."""
    from bench.search.ours import Ours

    ours = Ours(home, AGENCIES)
    from bench.proof.lives import town_with_officers, until_signed
    from bench.search.corpus import notices

    ours.fill([replace(each, item=each.item + ABOVE) for each in notices(count, AGENCIES)])
    town = town_with_officers("found")
    titles = (f"办事指南{uuid.uuid4().hex[:12]}" for _ in range(ITEMS))
    return town, [until_signed(town, title) for title in titles]


def seconds(port: int, town: Any, waiting: list[Any]) -> Iterator[tuple[bool, float]]:
    """For each item whether its address was asked before, and how long after the answer to the signature it was found."""
    from bench.proof.browser import Browser
    from bench.proof.clicks import sign_in, step
    from tests.people import PASSWORD

    signer, reader = sign_in(port, town.signer.username, PASSWORD), Browser(port)
    for number, item in enumerate(waiting):
        address, kept = f"/o/found/search?q={quote(item.title)}", number % 2 == 0
        if kept:
            reader.get(address)
        step(signer, f"/desk/items/{item.pk}/", "publish", "签发")
        yield kept, until_found(reader, address, f"items/{item.pk}/", kept=kept)


def until_found(reader: Any, address: str, path: str, *, kept: bool) -> float:
    """Ask until the page leads to the item; the seconds it took."""
    begun, asked = time.perf_counter(), 0
    while path not in reader.get(address if kept else f"{address}&page=1&n={asked}").body.decode():
        if time.perf_counter() - begun > LONGEST:
            raise TimeoutError(f"{address}: nothing after {LONGEST} s")
        asked += 1
        time.sleep(LOOK)
    return time.perf_counter() - begun


def show(count: int, found: list[tuple[bool, float]]) -> None:
    """The table."""
    print(f"{count} documents before, {len(found)} items signed one after another.\n")
    print("| asked | p50 s | p95 s | longest s |\n|---|---:|---:|---:|")
    for kept, words in ((True, "before, page kept"), (False, "for the first time")):
        times = sorted(spent for was, spent in found if was == kept)
        part = [times[int((len(times) - 1) * at)] for at in (0.5, 0.95, 1)]
        print(f"| {words} | " + " | ".join(f"{each:.2f}" for each in part) + " |")
