"""Simulated years of a township against an independent count: ``make proof NAME=year`` (20 seeds) or ``python -m bench.proof year 5 100``.

Each year is played through the real acts; every cell of 表三 and 表四, of the year before, of the year and of the year after, must
be what the tale of the simulation says, with exactly its requests behind it. With GONGKAI_DATABASE_URL on PostgreSQL.
"""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gongkai.agencies.models import Agency
    from gongkai.config.simulation.told import Told

SEEDS = 20
NOW = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
YEARS = (2023, 2024, 2025)


def main(arguments: list[str]) -> int:
    """How many seeds, and the first; prints what was played, 1 at the first cell that differs."""
    number = int(arguments[0]) if arguments else SEEDS
    first = int(arguments[1]) if len(arguments) > 1 else 0
    os.environ["DJANGO_SETTINGS_MODULE"] = "gongkai.config.settings.test"
    import django

    django.setup()
    from django.db import connection

    old = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        return report(range(first, first + number))
    finally:
        connection.creation.destroy_test_db(old, verbosity=0)


def report(seeds: range) -> int:
    """Play them one after another, each taken back, and print the table."""
    from django.db import transaction

    from gongkai.config.simulation.playing import simulate
    from tests.people import make_cast

    town, acts, cells, slowest = make_cast().town, Counter[str](), 0, 0.0
    for seed in seeds:
        year, begun = YEARS[seed % len(YEARS)], time.monotonic()
        with transaction.atomic():
            played = simulate(town, year, seed, NOW)
            slowest = max(slowest, time.monotonic() - begun)
            faults = list(differences(town, played.told, year))
            transaction.set_rollback(True)
        if faults:
            print(f"{year} 年，种子 {seed}：" + "；".join(faults[:5]), file=sys.stderr)
            return 1
        acts += played.acts
        cells += len(played.told.facts)
    show(acts, len(seeds), cells, slowest)
    return 0


def differences(town: "Agency", told: "Told", year: int) -> Iterator[str]:
    """Each cell that is not what was told, or does not open into what was told."""
    from gongkai.casework.counting import cases_of, remedy_figures, request_figures
    from tests.config.simulation import counted

    for each in (year - 1, year, year + 1):
        requests = counted.request_cells(told, each)
        yield from unequal(request_figures(town, each), counted.figures(requests), each)
        remedies = counted.figures(counted.remedy_cells(told, each))
        yield from unequal(remedy_figures(town, each), remedies, each)
        for cell, keys in requests.items():
            titles = cases_of(town, each, cell).values_list("title", flat=True)
            if sorted(counted.key_of(title) for title in titles) != sorted(keys):
                yield f"{each} {cell} 打开的不是那几件"


def unequal(found: dict[str, Any], told: dict[str, int], year: int) -> Iterator[str]:
    """The cells with different figures."""
    for cell in sorted(found.keys() | told.keys()):
        if found.get(cell) != told.get(cell):
            yield f"{year} {cell}：系统 {found.get(cell)}，独立计数 {told.get(cell)}"


def show(acts: Counter[str], number: int, facts: int, slowest: float) -> None:
    """What was played, by kind of act."""
    print(f"{number} 个模拟年，{acts.total()} 步，{facts} 项事实，逐格一致；最慢的一年 {slowest:.0f} 秒\n")  # fmt: skip
    print("| 步骤 | 次数 |\n|---|---:|")
    for what, count in sorted(acts.items(), key=lambda row: (-row[1], row[0])):
        print(f"| {what} | {count} |")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
