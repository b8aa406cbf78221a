"""A township that hands in folder after folder for the proof of kill: worked on in the background, reviewed and signed many at once.

``python -m bench.proof.folders CONFIRMED SEED PORT``: works for ever. One of each folder's items is withdrawn again. Before
many are reviewed or signed that is written down too, so that a kill can be aimed at it.
"""

import random
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

from bench.proof import bulk_clicks, clicks
from bench.proof.officers import BY_PAGES, Confirmations
from gongkai.config.framework import ready

MOST_OPEN = 3
"""Folders that may be in the background's hands at once."""
Promises = clicks.Promises


def main(arguments: list[str]) -> int:
    """Work until killed; 1 where something went wrong."""
    ready()
    confirmed, port = Path(arguments[0]), int(arguments[2])
    with Confirmations(confirmed) as notes:
        try:
            for said in Township(port, random.Random(int(arguments[1]))).work():
                notes.write(said | BY_PAGES)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what the proof looks for
            notes.write({"wrong": f"{type(error).__name__}: {error}"})
    return 1


class Township:
    """A township with its three officers, signed in."""

    def __init__(self, port: int, chance: random.Random) -> None:
        from bench.proof.lives import town_with_officers
        from gongkai.publishing.actions.set_up_columns import national_column
        from tests.people import PASSWORD

        self.code = f"f{uuid.uuid4().hex[:10]}"
        town = town_with_officers(self.code)
        national_column(town.agency, "content")
        people = (town.clerk, town.reviewer, town.signer)
        browsers = [clicks.sign_in(port, person.username, PASSWORD) for person in people]
        self.clerk, self.reviewer, self.signer = browsers
        self.chance = chance
        self.open: dict[str, bulk_clicks.Folder] = {}

    def work(self) -> Promises:
        """Bring folders as long as the background keeps up, and lead to the public what it has done."""
        handed_in = 0
        while True:
            if len(self.open) < MOST_OPEN:
                yield from self.bring(first=handed_in * bulk_clicks.LINES + 1)
                handed_in += 1
            for record in list(self.open):
                items = bulk_clicks.items_of(self.clerk, record)
                if items is not None:
                    yield from self.lead_out(self.open.pop(record), items)

    def bring(self, first: int) -> Promises:
        """One folder more."""
        from gongkai.common.clock import current, law_day

        folder = bulk_clicks.new_folder(first, law_day(current()))
        record = bulk_clicks.hand_in(self.clerk, folder)
        self.open[record] = folder
        for act in ("prepare_batch", "confirm_batch"):
            yield said(act, "batch", clicks.number_in(record))

    def lead_out(self, folder: bulk_clicks.Folder, items: list[str]) -> Promises:
        """From the reviewer's desk to the public, and one item back."""
        yield from each("submit", items)
        yield {"begun": "review_many"}
        bulk_clicks.review_many(self.reviewer, items)
        yield from each("approve", items)
        yield {"begun": "publish_many"}
        bulk_clicks.publish_many(self.signer, items)
        gone = self.chance.randrange(len(items))
        for place, (number, title) in enumerate(zip(items, folder.titles, strict=True)):
            marks = [title, bulk_clicks.words_of(title)]
            shown = {"public": f"/o/{self.code}/items/{number}/", "marks": marks}
            yield said("publish", "item", number) | ({} if place == gone else shown)
        bulk_clicks.withdraw(self.signer, items[gone])
        yield said("withdraw", "item", items[gone]) | {"withdrawn": items[gone]}


def each(act: str, items: list[str]) -> Iterator[clicks.Said]:
    """What was confirmed of every one of them."""
    yield from (said(act, "item", number) for number in items)


def said(act: str, kind: str, number: str) -> clicks.Said:
    """One confirmed act."""
    return {"act": f"publishing.{act}", "type": f"publishing.{kind}", "id": number}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
