"""Kills the worker and the rebuild while a site is released as files and officers sign and withdraw, and reads the folder after each kill.

``make proof NAME=released`` or ``python -m bench.proof released 100 7``: so many kills with that seed.
"""

import json
import os
import random
import secrets
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.proof import released_checks
from bench.proof.installation import PATIENCE, Installation, children, free_port, kill
from bench.proof.kill import Process, is_running
from gongkai.release.static.progress import progress_of
from gongkai.release.static.tree import Tree

KILLS, DOCUMENTS = 100, 300
TARGETS = ("worker", "worker", "rebuild", "rebuild", "both", "everything")
LONGEST_WAIT, AFTER_COMMIT = 2.0, 0.05
"""Seconds of undisturbed work before a kill at any moment; after a commit that was waited for, at most."""
AIMED = 0.6
"""How many kills wait for a commit, so as to strike in or right after the next steps of one."""


@dataclass
class Proof:
    """A site under attack."""

    place: Installation
    chance: random.Random
    running: dict[str, Process] = field(default_factory=dict)
    killed: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)

    @property
    def tree(self) -> Tree:
        """What readers find."""
        return Tree(Path(self.place.released))

    @property
    def confirmed(self) -> Path:
        """What the officers were told."""
        return self.place.home.with_name("confirmed")

    def bring_up(self) -> None:
        """Start whatever is not running, and wait until there is something to read."""
        seed = str(self.chance.randrange(10**6))
        commands = {
            "worker": ("gongkai", "work"),
            "rebuild": ("gongkai", "release", "site", *self.chance.choice(([], ["--fresh"]))),
            "officers": ("bench.proof.released_officers", str(self.confirmed), seed),
        }
        for name, command in commands.items():
            if not is_running(self.running.get(name)):
                self.running[name] = self.place.start(*command)
        begun = time.monotonic()
        while self.tree.root is None:
            if time.monotonic() - begun > PATIENCE:
                raise TimeoutError(f"nothing is released; see {self.place.log}")
            time.sleep(0.05)

    def strike(self) -> str:
        """Kill something at some moment; returns what."""
        aimed = self.chance.random() < AIMED and self.wait_for_commit()
        time.sleep(self.chance.uniform(0, AFTER_COMMIT if aimed else LONGEST_WAIT))
        target = self.chance.choice(TARGETS)
        names = {"both": ["worker", "rebuild"], "everything": list(self.running)}.get(
            target, [target]
        )
        victims = [self.running[name].pid for name in names]
        kill([*victims, *(below for pid in victims for below in children(pid))])
        for name in names:
            self.running[name].wait()
        self.killed[f"{target}{', aimed' if aimed else ''}"] += 1
        return target

    def wait_for_commit(self) -> bool:
        """Until the state on the disk changes, if it does soon."""
        before, begun = self.tree.root, time.monotonic()
        while self.tree.root == before:
            if time.monotonic() - begun > 20:
                return False
            time.sleep(0.001)
        return True

    def look(self) -> list[str]:
        """What does not hold now."""
        with self.tree.lock():
            files = released_checks.read(self.tree)
            whole = progress_of(self.tree).is_whole
        self.seen["files"] += len(files)
        self.seen["whole"] += whole
        found = [*released_checks.problems(files, whole=whole)]
        return [*found, *released_checks.withdrawn(files, self.told("withdrawn"))]

    def told(self, act: str) -> dict[int, str]:
        """The items of one act that was confirmed, with the mark of each."""
        lines = (
            self.confirmed.read_text(encoding="utf-8").splitlines()
            if self.confirmed.exists()
            else []
        )
        said = [json.loads(line) for line in lines]
        return {row[act]: row["mark"] for row in said if act in row}

    def come_to_rest(self) -> list[str]:
        """Send everybody home but the worker; what waits is released; everything is compared with what the application answers."""
        self.stop("officers", "rebuild")
        ran = self.place.run("gongkai", "release", "site")
        begun = time.monotonic()
        while self.place.run("gongkai", "release", "status").returncode:
            self.bring_up_worker()
            if time.monotonic() - begun > PATIENCE:
                return ["the files do not come in step"]
            time.sleep(1)
        self.stop("worker")
        checked = self.place.run("gongkai", "release", "site", "--check")
        found = (
            []
            if ran.returncode == checked.returncode == 0
            else [ran.stderr, checked.stdout, checked.stderr]
        )
        return (
            found
            + self.look()
            + [*self.lost(), *released_checks.anywhere(self.tree.folder, self.told("withdrawn"))]
        )

    def bring_up_worker(self) -> None:
        """The worker alone."""
        if not is_running(self.running.get("worker")):
            self.running["worker"] = self.place.start("gongkai", "work")

    def lost(self) -> list[str]:
        """Texts whose signature was confirmed and that are not there, or not gone after their withdrawal was."""
        from gongkai.release.static.addresses import place_of

        gone = self.told("withdrawn")
        wanted = {
            item: "gone.html" if item in gone else "index.html" for item in self.told("signed")
        }
        return [
            f"{item}: no {name}"
            for item, name in wanted.items()
            if not self.tree.place(f"{place_of(f'/items/{item}/')}{name}").exists()
        ]

    def stop(self, *names: str) -> None:
        """End processes, theirs too."""
        for name in names:
            process = self.running.pop(name, None)
            if process:
                kill([process.pid, *children(process.pid)])
                process.wait()


def prove(kills: int, seed: int, room: Path) -> dict[str, Any]:
    """Strike so often, looking each time."""
    place = Installation(room / "home", free_port(), released=str(room / "site"))
    filled = place.run("bench.release.filling", str(DOCUMENTS))
    assert not filled.returncode, filled.stderr
    proof = Proof(place, random.Random(seed))
    try:
        for number in range(1, kills + 1):
            proof.bring_up()
            target, found = proof.strike(), proof.look()
            print(f"{number:3} {target} {found or ''}", flush=True)
            if found:
                return {"problems": found, "killed": dict(proof.killed)}
        found = proof.come_to_rest()
        told = {act: len(proof.told(act)) for act in ("signed", "withdrawn")}
        return {
            "problems": found,
            "killed": dict(proof.killed),
            "looked at": dict(proof.seen),
            **told,
        }
    finally:
        proof.stop(*list(proof.running))


def main(arguments: list[str]) -> int:
    """Print what was killed and found; 1 if a state was torn or anything lost."""
    kills = int(arguments[0]) if arguments else KILLS
    seed = int(arguments[1]) if arguments[1:] else secrets.randbelow(10**6)
    print(f"{kills} 次，种子 {seed}，负载 {os.getloadavg()[0]:.1f}", flush=True)
    with (
        suppress(KeyboardInterrupt),
        tempfile.TemporaryDirectory(prefix="gongkai-released-") as room,
    ):
        begun = time.monotonic()
        said = prove(kills, seed, Path(room))
        print(json.dumps(said, ensure_ascii=False, indent=1))
        print(f"{time.monotonic() - begun:.0f} s")
        return int(bool(said["problems"]))
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
