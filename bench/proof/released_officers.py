"""An office for the proof of released files: signs texts and takes some back, for ever; what was confirmed is written down.

``python -m bench.proof.released_officers CONFIRMED SEED``.
"""

import random
import sys
import time
import uuid
from pathlib import Path
from typing import Any

from bench.proof.officers import Confirmations
from gongkai.config.framework import ready

PAUSE = (0.05, 0.6)
"""Seconds between two acts."""
TAKEN_BACK = 0.35


def main(arguments: list[str]) -> int:
    """Work until killed."""
    ready()
    from bench.release.filling import officers

    chance = random.Random(int(arguments[1]))
    public: list[tuple[Any, str]] = []
    with Confirmations(Path(arguments[0])) as notes:
        while True:
            act(officers(), chance, public, notes)
            time.sleep(chance.uniform(*PAUSE))


def act(town: Any, chance: random.Random, public: list[tuple[Any, str]], notes: Any) -> None:
    """One signature, or one withdrawal."""
    from bench.proof.lives import until_signed
    from gongkai.common.clock import current
    from gongkai.publishing import actions

    if public and chance.random() < TAKEN_BACK:
        item, mark = public.pop(chance.randrange(len(public)))
        again = type(item).objects.get(pk=item.pk)
        said = {"reason": "演练", "public_note": "演练撤回", "by": town.signer}
        actions.withdraw(item=again, now=current(), **said)
        notes.write({"withdrawn": item.pk, "mark": mark})
        return
    mark = uuid.uuid4().hex[:16]
    item = until_signed(town, f"办事指南{mark}", column_key="content")
    actions.publish(item=item, by=town.signer, now=current())
    public.append((item, mark))
    notes.write({"signed": item.pk, "mark": mark})


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
