"""Kills server, worker and officers while they sign, release, import and work in bulk, and looks for loss and doubling.

``make proof NAME=kill`` or ``python -m bench.proof kill 100 7``: so many kills with that seed, a quarter of them each at random,
during release, during a bulk run, and while many are signed at once. Some officers call the actions, others work through
the pages, and a reader looks at the public site. With GONGKAI_DATABASE_URL on PostgreSQL.
"""

import json
import os
import random
import secrets
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from bench.proof.databases import own_database
from bench.proof.installation import (
    PATIENCE,
    Installation,
    children,
    free_port,
    is_worker,
    kill,
    living,
)
from bench.proof.moments import Aim
from bench.proof.officers import BY_PAGES

KILLS = 100
CREW = ("officers", "county", "folders", "caseworkers", "caseworkers")
"""Who is at work and may be killed: officers who call the actions, a county and a township at the pages, two with requests."""

Process = subprocess.Popen[bytes]


@dataclass
class Proof:
    """An installation under attack."""

    place: Installation
    chance: random.Random
    serving: Process | None = None
    crew: dict[int, Process] = field(default_factory=dict)
    reader: Process | None = None
    inspector: "subprocess.Popen[str] | None" = None
    killed: Counter[str] = field(default_factory=Counter)
    aimed: Counter[str] = field(default_factory=Counter)
    gave_up: int = 0

    @property
    def confirmed(self) -> Path:
        """Where officers write down what was confirmed to them."""
        return self.place.home.with_name("confirmed")

    def bring_up(self) -> None:
        """Start whatever is not running, and wait until the site is well and work goes on."""
        self.bring_up_server()
        for number, name in enumerate(CREW):
            if not is_running(self.crew.get(number)):
                self.crew[number] = self.at_work(name)
        if not is_running(self.reader):
            self.reader = self.at_work("visitor")
        self.wait_for_work()

    def at_work(self, name: str) -> Process:
        """Start somebody."""
        seed = str(self.chance.randrange(10**6))
        told = (str(self.confirmed), seed, str(self.place.port))
        return self.place.start(f"bench.proof.{name}", *told)

    def wait_for_work(self) -> None:
        """Until something more was confirmed by a page."""
        size, begun = self.done_by_pages(), time.monotonic()
        while self.done_by_pages() <= size:
            self.bring_up_server()
            if time.monotonic() - begun > PATIENCE:
                raise TimeoutError(f"no work is done; see {self.place.log}")
            time.sleep(0.05)

    def done_by_pages(self) -> int:
        """How many acts pages have confirmed."""
        mark = json.dumps(BY_PAGES)[1:-1].encode()
        return self.confirmed.read_bytes().count(mark) if self.confirmed.exists() else 0

    def strike(self) -> tuple[str, list[str]]:
        """Kill something at some moment; returns what and when, and which problem there is if others did not end with it."""
        family = [self.serving.pid, *children(self.serving.pid)] if self.serving else []
        moment, target = Aim(self.confirmed, self.has_come).take(self.chance)
        victims = self.victims(target)
        kill(victims)
        self.killed[target] += 1
        self.aimed[moment] += 1
        for one in self.crew.values():
            if one.pid in victims:
                one.wait()
        if target not in {"server", "keeper", "everything"}:
            return f"{target} ({moment})", []
        return f"{target} ({moment})", self.left_of(family)

    def has_come(self, moment: str) -> bool:
        """Whether a moment has come while it was waited for."""
        return bool(self.check(f"await {moment}").get("came"))

    def left_of(self, family: list[int]) -> list[str]:
        """Wait until all processes of the installation have ended, as they must; what is left after a while is a problem."""
        begun = time.monotonic()
        while left := living(family):
            if self.serving:
                self.serving.poll()
            if time.monotonic() - begun > PATIENCE:
                return [f"{len(left)} processes live on"]
            time.sleep(0.05)
        return []

    def victims(self, target: str) -> list[int]:
        """The processes behind a name."""
        keeper = [self.serving.pid] if self.serving else []
        below = [pid for each in keeper for pid in children(each)]
        workers = [pid for pid in below if is_worker(pid)]
        servers = [pid for pid in below if children(pid) and pid not in workers]
        officers = [[one.pid, *children(one.pid)] for one in self.crew.values()]
        return {
            "worker": workers,
            "site": [pid for server in servers for pid in children(server)],
            "server": servers,
            "keeper": keeper,
            "officer": self.chance.choice(officers),
            "everything": [*keeper, *below, *chain(*officers)],
        }[target]

    def check(self, when: str = "now") -> dict[str, Any]:
        """Look for loss and doubling."""
        inspector = self.inspector
        assert inspector
        assert inspector.stdin
        assert inspector.stdout
        inspector.stdin.write(f"{when}\n")
        inspector.stdin.flush()
        line = inspector.stdout.readline()
        if not line:
            return {"problems": [f"the inspector ended; see {self.place.log}"]}
        said: dict[str, Any] = json.loads(line)
        return said

    def come_to_rest(self) -> dict[str, Any]:
        """Send the officers home, let the worker finish, look at everything once more, and verify the journal by the real command."""
        self.send_home()
        self.bring_up_server()
        said = until_sound(lambda: self.check("drained"))
        shown = until_sound(self.shown)
        verified = self.place.run("gongkai", "journal", "verify")
        if verified.returncode:
            said["problems"].append(f"gongkai journal verify: {verified.stdout}{verified.stderr}")
        said["problems"] += shown.pop("problems")
        return said | shown | {"verified": verified.stdout.strip()}

    def shown(self) -> dict[str, Any]:
        """What readers find now."""
        ran = self.place.run("bench.proof.shown_checks", str(self.place.port))
        if ran.returncode:
            return {"problems": [f"the last look ended: {ran.stderr[-2000:]}"]}
        said: dict[str, Any] = json.loads(ran.stdout)
        return said

    def bring_up_server(self) -> None:
        """Start the server if it is not running, and wait until it is well. A keeper that gave up is started again, as systemd does.

        It gives up where the site died twice within seconds, which the server takes for a fault of the program.
        """
        begun = time.monotonic()
        while not is_running(self.serving) or self.place.get("/healthz")[0] != 200:
            if not is_running(self.serving):
                self.gave_up += bool(self.serving and self.serving.returncode > 0)
                self.serving = self.place.serve()
            if time.monotonic() - begun > PATIENCE:
                raise TimeoutError(f"no answer from the site; see {self.place.log}")
            time.sleep(0.05)

    def send_home(self) -> None:
        """End officers and reader."""
        people = [*self.crew.values(), *([self.reader] if self.reader else [])]
        kill([pid for one in people for pid in (one.pid, *children(one.pid))])
        for one in people:
            one.wait()

    def struck(self) -> dict[str, Any]:
        """What was killed how often and at which moments, and how often the keeper gave up by itself."""
        return {"killed": dict(self.killed), "aimed": dict(self.aimed), "gave up": self.gave_up}

    def stop(self) -> int:
        """End what still runs; the exit code of the server, which is asked, not killed."""
        self.send_home()
        if self.inspector:
            self.inspector.communicate()
        if self.serving is None:
            return 0
        self.serving.terminate()
        return self.serving.wait(60)


def is_running(process: Process | None) -> bool:
    """Whether somebody was started and has not ended."""
    return process is not None and process.poll() is None


def until_sound(look: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Look again while there are problems and patience: what a kill put off follows, and pages may be kept for a minute."""
    begun = time.monotonic()
    while True:
        said = look()
        if not said["problems"] or time.monotonic() - begun > PATIENCE:
            return said
        time.sleep(1)


def prove(
    kills: int, seed: int, home: Path, *, every: int = 1, database: str = ""
) -> dict[str, Any]:
    """Strike so often; look after every so many kills. Returns the last look, with what was killed."""
    place = Installation(home, free_port(), database)
    proof = Proof(place, random.Random(seed))
    place.run("gongkai", "manage", "migrate", "-v0")
    proof.inspector = place.converse("bench.proof.kill_checks", str(proof.confirmed))
    try:
        for number in range(1, kills + 1):
            said = one_kill(proof, look=number % every == 0)
            print(f"{number:3} {said}", flush=True)
            if said["problems"]:
                return said | proof.struck()
        return proof.come_to_rest() | proof.struck()
    finally:
        proof.stop()


def one_kill(proof: Proof, *, look: bool) -> dict[str, Any]:
    """Bring everything up, strike, and look if wanted."""
    proof.bring_up()
    target, problems = proof.strike()
    said = proof.check() if look else {"problems": []}
    return {"target": target, **said, "problems": problems + said["problems"]}


def main(arguments: list[str]) -> int:
    """Print what was killed and found; 1 if anything was lost or doubled."""
    kills = int(arguments[0]) if arguments else KILLS
    seed = int(arguments[1]) if arguments[1:] else secrets.randbelow(10**6)
    print(f"{kills} 次，种子 {seed}", flush=True)
    address = os.environ.get("GONGKAI_DATABASE_URL", "")
    with tempfile.TemporaryDirectory(prefix="gongkai-kill-") as room, own_database(address) as own:
        said = prove(kills, seed, Path(room) / "home", database=own)
    print(json.dumps(said, ensure_ascii=False, indent=1))
    return int(bool(said["problems"]))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
