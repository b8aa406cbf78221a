"""Kills server, worker and officers at random moments while they sign, publish and import, and looks for loss and doubling.

``make proof NAME=kill`` or ``python -m bench.proof kill 50 7``: so many kills with that seed.
"""

import json
import random
import secrets
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.proof.installation import PATIENCE, Installation, children, free_port, is_worker, kill

KILLS = 50
LANES = 2
TARGETS = ("server", "worker", "officers", "everything")
LONGEST_WAIT = 2.0
"""Seconds of undisturbed work before a kill, at most."""


@dataclass
class Proof:
    """An installation under attack."""

    place: Installation
    chance: random.Random
    serving: "subprocess.Popen[bytes] | None" = None
    officers: "list[subprocess.Popen[bytes]]" = field(default_factory=list)
    killed: Counter[str] = field(default_factory=Counter)

    @property
    def confirmed(self) -> Path:
        """Where officers write down what was confirmed to them."""
        return self.place.home.with_name("confirmed")

    def bring_up(self) -> None:
        """Start whatever is not running, and wait until the site is well and work goes on."""
        if self.serving is None or self.serving.poll() is not None:
            self.serving = self.place.serve()
        self.officers = [one for one in self.officers if one.poll() is None]
        while len(self.officers) < LANES:
            seed = str(self.chance.randrange(10**6))
            self.officers.append(
                self.place.start("bench.proof.officers", str(self.confirmed), seed)
            )
        self.place.wait_until_ok()
        self.wait_for_work()

    def wait_for_work(self) -> None:
        """Until something more was confirmed."""
        size, begun = self.size(), time.monotonic()
        while self.size() <= size:
            if time.monotonic() - begun > PATIENCE:
                raise TimeoutError(f"no work is done; see {self.place.log}")
            time.sleep(0.05)

    def size(self) -> int:
        """The length of the list of confirmations."""
        return self.confirmed.stat().st_size if self.confirmed.exists() else 0

    def strike(self) -> str:
        """Kill something at a random moment; returns what."""
        target = self.chance.choice(TARGETS)
        time.sleep(self.chance.uniform(0, LONGEST_WAIT))
        victims = self.victims(target)
        kill(victims)
        self.killed[target] += 1
        for one in self.officers:
            if one.pid in victims:
                one.wait()
        if self.serving and target in {"server", "everything"}:
            self.serving.wait()  # who keeps the server ends with it, the worker too
        return target

    def victims(self, target: str) -> list[int]:
        """The processes behind a name."""
        below = children(self.serving.pid) if self.serving else []
        workers = [pid for pid in below if is_worker(pid)]
        officers = [pid for one in self.officers for pid in (one.pid, *children(one.pid))]
        return {
            "worker": workers,
            "server": [pid for pid in below if pid not in workers],
            "officers": officers,
            "everything": [*([self.serving.pid] if self.serving else []), *below, *officers],
        }[target]

    def check(self, *more: str) -> dict[str, Any]:
        """Look for loss and doubling."""
        done = self.place.run("bench.proof.kill_checks", str(self.confirmed), *more)
        if not done.stdout:
            return {"problems": [done.stderr[-2000:]]}
        said: dict[str, Any] = json.loads(done.stdout)
        return said

    def come_to_rest(self) -> dict[str, Any]:
        """Send the officers home, let the worker finish, and look once more."""
        kill([pid for one in self.officers for pid in (one.pid, *children(one.pid))])
        self.bring_up_server()
        begun = time.monotonic()
        while True:
            said = self.check("drained")
            if not said["problems"] or time.monotonic() - begun > PATIENCE:
                return said
            time.sleep(1)

    def bring_up_server(self) -> None:
        """Start the server if it is not running."""
        if self.serving is None or self.serving.poll() is not None:
            self.serving = self.place.serve()
        self.place.wait_until_ok()

    def stop(self) -> int:
        """End what still runs; the exit code of the server, which is asked, not killed."""
        kill([pid for one in self.officers for pid in (one.pid, *children(one.pid))])
        for one in self.officers:
            one.wait()
        if self.serving is None:
            return 0
        self.serving.terminate()
        return self.serving.wait(60)


def prove(kills: int, seed: int, home: Path, *, every: int = 1) -> dict[str, Any]:
    """Strike so often; look after every so many kills. Returns the last look, with what was killed."""
    place = Installation(home, free_port())
    proof = Proof(place, random.Random(seed))
    place.run("gongkai", "manage", "migrate", "-v0")
    place.run("bench.proof.kill_checks", "watch")
    try:
        for number in range(1, kills + 1):
            proof.bring_up()
            target = proof.strike()
            said = proof.check() if number % every == 0 else {"problems": []}
            print(f"{number:3} {target:10} {said}", flush=True)
            if said["problems"]:
                return said | {"killed": dict(proof.killed)}
        return proof.come_to_rest() | {"killed": dict(proof.killed)}
    finally:
        proof.stop()


def main(arguments: list[str]) -> int:
    """Print what was killed and found; 1 if anything was lost or doubled."""
    kills = int(arguments[0]) if arguments else KILLS
    seed = int(arguments[1]) if arguments[1:] else secrets.randbelow(10**6)
    print(f"{kills} 次，种子 {seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="gongkai-kill-") as room:
        said = prove(kills, seed, Path(room) / "home")
    print(json.dumps(said, ensure_ascii=False, indent=1))
    return int(bool(said["problems"]))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
