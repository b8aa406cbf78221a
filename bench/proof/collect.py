"""Kills ``gongkai report collect`` again and again and runs it anew: every organ's report is there exactly once, none is lost.

``make proof NAME=collect`` or ``python -m bench.proof collect 30 7``: so many kills with that seed, each at some moment
between the start and the end; a folder that is read to its end is followed by the next year's. With GONGKAI_DATABASE_URL on
PostgreSQL.
"""

import json
import os
import random
import secrets
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.proof.collect_county import COUNTY
from bench.proof.databases import own_database
from bench.proof.installation import Installation, children, free_port, kill

KILLS, ORGANS, FIRST_YEAR = 30, 100, 2019
STARTING, LOADING = 0.2, 4.0
"""The share of kills while the program starts, and the seconds that this takes about."""
EACH = 0.03
"""Seconds that a file takes about."""


@dataclass
class Proof:
    """A county whose folder is being collected."""

    place: Installation
    chance: random.Random
    organs: int
    year: int = FIRST_YEAR
    killed: list[int] = field(default_factory=list)
    """How many reports were there after each kill."""

    @property
    def folder(self) -> Path:
        """The folder of the year."""
        return self.place.home.with_name(f"collect-{self.year}")

    def make(self) -> None:
        """The organs and their files."""
        self.must(
            "bench.proof.collect_county", "make", str(self.folder), str(self.organs), str(self.year)
        )

    def must(self, *module: str) -> str:
        """Run something that has to succeed; what it said."""
        ran = self.place.run(*module)
        if ran.returncode:
            raise RuntimeError(f"{module}: {ran.stderr[-2000:]}")
        return ran.stdout

    def command(self) -> tuple[str, ...]:
        """The command that is killed."""
        year = str(self.year)
        return (
            "gongkai",
            "report",
            "collect",
            str(self.folder),
            "--county",
            COUNTY,
            "--year",
            year,
        )

    def strike(self) -> bool:
        """Run the command and kill it somewhere, mostly while it reads; False where it was at its end before."""
        said = self.place.log.stat().st_size if self.place.log.exists() else 0
        process = self.place.start(*self.command())
        if self.chance.random() < STARTING:
            moment = time.monotonic() + self.chance.uniform(0.2, LOADING)
        else:
            while process.poll() is None and not self.has_read(said):
                time.sleep(0.01)
            moment = time.monotonic() + self.chance.uniform(0, EACH * self.organs)
        while time.monotonic() < moment and process.poll() is None:
            time.sleep(0.01)
        if process.poll() is not None:
            return False
        kill([process.pid, *children(process.pid)])
        process.wait()
        return True

    def has_read(self, since: int) -> bool:
        """Whether a file was settled after so many bytes of the log."""
        with self.place.log.open("rb") as log:
            log.seek(since)
            return f"/{self.organs} ".encode() in log.read()

    def look(self, *, drained: bool = False) -> dict[str, Any]:
        """What is lost or there twice."""
        given = (str(self.organs), str(self.year), *(["drained"] if drained else []))
        said: dict[str, Any] = json.loads(self.must("bench.proof.collect_county", "check", *given))
        return said

    def finish(self) -> dict[str, Any]:
        """Run the command to its end, and once more, which must change nothing."""
        for _ in range(2):
            ran = self.place.run(*self.command())
            if ran.returncode not in {0, 1}:
                return {"problems": [f"collect: {ran.stderr[-2000:]}"]}
        return self.look(drained=True)


def prove(kills: int, organs: int, seed: int, home: Path, *, database: str = "") -> dict[str, Any]:
    """Strike so often; returns the problems, and how many reports were there after each kill."""
    proof = Proof(Installation(home, free_port(), database), random.Random(seed), organs)
    proof.must("gongkai", "manage", "migrate", "-v0")
    proof.make()
    found: list[str] = []
    while len(proof.killed) < kills and not found:
        if proof.strike():
            said = proof.look()
            proof.killed.append(said["there"])
            print(f"{len(proof.killed):3} {proof.year} {said}", flush=True)
        else:
            said = proof.finish()
            proof.year += 1
            proof.make()
        found += said["problems"]
    found += proof.finish()["problems"]
    verified = proof.place.run("gongkai", "journal", "verify")
    if verified.returncode:
        found.append(f"gongkai journal verify: {verified.stdout}{verified.stderr}")
    years = proof.year - FIRST_YEAR + 1
    return {
        "problems": found,
        "killed": proof.killed,
        "years": years,
        "verified": verified.stdout.strip(),
    }


def main(arguments: list[str]) -> int:
    """Print what was killed and found; 1 if anything was lost or doubled."""
    kills = int(arguments[0]) if arguments else KILLS
    seed = int(arguments[1]) if arguments[1:] else secrets.randbelow(10**6)
    print(f"{kills} 次，{ORGANS} 个机关，种子 {seed}", flush=True)
    address = os.environ.get("GONGKAI_DATABASE_URL", "")
    with (
        tempfile.TemporaryDirectory(prefix="gongkai-collect-") as room,
        own_database(address) as own,
    ):
        said = prove(kills, ORGANS, seed, Path(room) / "home", database=own)
    print(json.dumps(said, ensure_ascii=False, indent=1))
    return int(bool(said["problems"]))
