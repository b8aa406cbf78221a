"""Reports compiled while the process is killed at any moment: ``make proof NAME=compiling`` or ``python -m bench.proof compiling 30 7``.

Every organ's report is taken from its records, one organ after the other, by a process that is killed with SIGKILL again and again
and started anew, until all are done: none twice, none lost, none half, each equal to its records, and the journal whole.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.proof.installation import Installation

KILLS, ORGANS, YEAR = 20, 40, 2025
LIVES = 500
"""Starts at most, so that a proof that gets nowhere ends."""
PREPARE = """
from datetime import date
from tests.people import make_agency, make_cast
from gongkai.accounts.models import Post
cast = make_cast()
for number in range({organs}):
    organ = make_agency(f"P{{number:03}}", f"第{{number}}镇", parent=cast.county)
    Post.objects.create(user=cast.clerk, agency=organ, role="clerk", since=date(2019, 5, 15))
"""
WORK = """
import sys
from datetime import UTC, datetime
from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.annual_reports import actions
from gongkai.annual_reports.models import Report
clerk = User.objects.get(username="wang")
now = datetime(2026, 1, 12, 1, 0, tzinfo=UTC)
for organ in Agency.objects.filter(code__startswith="P").order_by("code"):
    report = Report.objects.filter(agency=organ, year={year}).first()
    if report is None:
        report = actions.start(agency=organ, year={year}, by=clerk, now=now)
    if not report.compiled:
        actions.take_compiled(report=report, by=clerk, now=now)
    print(organ.code, flush=True)
"""
CHECK = """
import json
from gongkai.agencies.models import Agency
from gongkai.annual_reports.compiling import compiled
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.values import to_json
from gongkai.audit.models import Entry
wrong = []
organs = Agency.objects.filter(code__startswith="P")
for organ in organs:
    reports = list(Report.objects.filter(agency=organ))
    figures = {{key: to_json(one) for key, one in compiled(organ, {year}).figures.items()}}
    if [report.figures for report in reports] != [figures] or not reports[0].compiled:
        wrong.append(organ.code)
taken = Entry.objects.filter(act="annual_reports.take_compiled").count()
print(json.dumps({{"organs": organs.count(), "wrong": wrong, "taken": taken}}))
"""


def prove(kills: int, seed: int, home: Path, organs: int = ORGANS) -> dict[str, Any]:
    """Kill so often, then let it finish; what was found of the organs, and how often it was killed while at work."""
    chance, place = random.Random(seed), Installation(home, 0)
    place.run("gongkai", "journal", "verify")  # makes the database where there is none
    script(place, PREPARE.format(organs=organs))
    killed, confirmed = 0, set[str]()
    for _ in range(LIVES):
        ended, told = live(place, chance.uniform(0.1, 1.5) if killed < kills else None)
        confirmed |= told
        killed += not ended
        if ended:
            break
    found = json.loads(script(place, CHECK.format(year=YEAR)))
    found["lost"] = sorted(confirmed & set(found["wrong"]))
    verified = place.run("gongkai", "journal", "verify")
    return found | {
        "killed": killed,
        "confirmed": len(confirmed),
        "journal": verified.stdout.strip(),
    }


def live(place: Installation, seconds: float | None) -> tuple[bool, set[str]]:
    """One life, killed so long after its first word; whether it came to its end, and what it confirmed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "gongkai", "manage", "shell", "-v0", "-c", WORK.format(year=YEAR)],
        env=place.environment(), stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    if seconds is not None:
        first = process.stdout.readline()  # type: ignore[union-attr]
        time.sleep(seconds)
        process.kill()
    else:
        first = ""
    rest, _ = process.communicate()
    return process.returncode == 0, {line for line in (first + rest).split("\n") if len(line) == 4}


def script(place: Installation, words: str) -> str:
    """What a script prints that runs in the installation; RuntimeError where it fails."""
    done = place.run("gongkai", "manage", "shell", "-v0", "-c", words)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


def main(arguments: list[str]) -> int:
    """How many kills, and the seed; prints what was found, 1 where a report is lost, double or half."""
    kills = int(arguments[0]) if arguments else KILLS
    seed = int(arguments[1]) if len(arguments) > 1 else random.randrange(10**6)
    with tempfile.TemporaryDirectory() as room:
        found = prove(kills, seed, Path(room) / "home")
    print(f"种子 {seed}：{found}")
    return int(bool(found["wrong"]) or not found["journal"].startswith("留痕完整"))
