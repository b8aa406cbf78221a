"""The moments at which the proof of kill aims: while the worker releases items, while it works on a folder, while many are signed at once.

Two sides: who strikes waits for the moment (``Aim``), and the inspector, who can see the database, says when it has come.
"""

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

TARGETS = ("site", "server", "keeper", "worker", "officer", "everything")
"""What is killed: the processes that answer, the server that keeps those, who keeps server and worker, …"""
AIMS: Mapping[str, tuple[str, ...]] = {
    "any": TARGETS,
    "release": ("worker", "worker", "keeper", "everything"),
    "bulk": ("worker", "worker", "keeper", "everything"),
    "many": ("site", "site", "server", "keeper", "everything"),
}
"""For each moment, what is killed then: who is at the work of that moment."""
KINDS: Mapping[str, tuple[str, ...]] = {
    "release": ("release.item", "release.entry", "publishing.release"),
    "bulk": ("publishing.run_row",),
}
"""Messages of the outbox that the worker has in hand at such a moment."""
LONGEST_WAIT = 3.0
"""Seconds of undisturbed work before a kill at any moment, at most."""
LATEST = {"release": 0.15, "bulk": 0.3, "many": 0.6}
"""Seconds after the moment has come, at most: as long as the work of that moment lasts."""
AIMING, LOOK = 30.0, 0.003
"""Seconds to wait for a moment, and between two looks for it."""
BEGUN = b'"begun"'


@dataclass(frozen=True)
class Aim:
    """Where officers write down what they are about to do, and how to ask the inspector to wait for a moment."""

    confirmed: Path
    ask: Callable[[str], bool]

    def take(self, chance: random.Random) -> tuple[str, str]:
        """Wait for a moment drawn by chance; returns which it was and what is to be killed. ``any`` where it did not come."""
        moment = chance.choice(list(AIMS))
        target = chance.choice(AIMS[moment])
        if moment == "any":
            time.sleep(chance.uniform(0, LONGEST_WAIT))
            return moment, target
        begun = self.many_begun() if moment == "many" else self.ask(moment)
        time.sleep(chance.uniform(0, LATEST[moment]))
        return moment if begun else "any", target

    def many_begun(self) -> bool:
        """Whether officers begin to review or to sign many at once while it is waited for."""
        size, since = self.begun(), time.monotonic()
        while self.begun() == size:
            if time.monotonic() - since > AIMING:
                return False
            time.sleep(LOOK)
        return True

    def begun(self) -> int:
        """How often they have."""
        return self.confirmed.read_bytes().count(BEGUN) if self.confirmed.exists() else 0


def came(moment: str) -> bool:
    """The inspector's side: wait until the worker has such a message in hand or before it; False where it never has."""
    from django.db.models import Q

    from gongkai.common.clock import current
    from gongkai.common.outbox.models import OutboxMessage

    since = time.monotonic()
    while time.monotonic() - since < AIMING:
        due = Q(state="waiting", due_at__lte=current()) | Q(state="claimed")
        if OutboxMessage.objects.filter(due, kind__in=KINDS[moment]).exists():
            return True
        time.sleep(LOOK)
    return False
