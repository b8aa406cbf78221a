"""Officers at work for the proof of kill: drafts, reviews, signatures, publications and imports, one after another until killed.

What an action has confirmed is written down at once, outside the database: after a kill it must still be there.
"""

import json
import os
import random
import sys
import time
import uuid
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Self

from gongkai.config.framework import ready

YEARS = range(2021, 2026)
PAUSE = 0.2
"""Seconds between two acts, in which others write."""
LATER = 0.3
"""How many of the texts are signed for a later time."""
BY_PAGES = {"by": "pages"}
"""Marks what an answer of the server confirmed."""


def main(arguments: list[str]) -> int:
    """``HOME CONFIRMED SEED``: work for ever."""
    ready()
    from bench.proof.lives import item_life, report_life, town_with_officers

    confirmed, seed = Path(arguments[0]), int(arguments[1])
    chance = random.Random(seed)
    with Confirmations(confirmed) as notes:
        while True:
            town = town_with_officers(uuid.uuid4().hex[:12])
            for year in YEARS:
                lives = [
                    item_life(town, later=chance.random() < LATER)
                    for _ in range(chance.randint(1, 4))
                ]
                notes.write_all(chain(*lives, report_life(town, year)))


class Confirmations:
    """The list of what was confirmed; each line reaches the file in one write, or not at all."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> Self:
        self.file = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.file)

    def write_all(self, acts: Iterator[tuple[str, Any]]) -> None:
        """Write down each act and its record as soon as it is confirmed."""
        for act, record in acts:
            self.write({"act": act, "type": record._meta.label_lower, "id": str(record.pk)})
            time.sleep(PAUSE)

    def write(self, said: dict[str, Any]) -> None:
        """Write down one thing."""
        os.write(self.file, json.dumps(said, ensure_ascii=False).encode() + b"\n")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
