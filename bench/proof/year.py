"""Simulated years of a township against an independent count: ``make proof NAME=year`` (20 seeds) or ``python -m bench.proof year 5 100``.

Each year is played through the real acts. All 200 cells of the compiled report of the year and of those beside it must be what the
tale of the simulation says, with exactly its records behind them; the report has no error and reads back from DOCX, PDF and HTML.
With GONGKAI_DATABASE_URL on PostgreSQL.
"""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

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

    town, acts, facts, slowest = make_cast().town, Counter[str](), 0, 0.0
    for seed in seeds:
        year, begun = YEARS[seed % len(YEARS)], time.process_time()
        with transaction.atomic():
            played = simulate(town, year, seed, NOW)
            slowest = max(slowest, time.process_time() - begun)
            faults = [*differences(town, played.told, year), *faults_on_paper(town, year)]
            transaction.set_rollback(True)
        if faults:
            print(f"{year} 年，种子 {seed}：" + "；".join(faults[:5]), file=sys.stderr)
            return 1
        acts += played.acts
        facts += len(played.told.facts)
    show(acts, len(seeds), facts, slowest)
    return 0


def differences(town: "Agency", told: "Told", year: int) -> Iterator[str]:
    """Each cell that is not what was told, in the year and in those beside it, or does not open into what was told."""
    from gongkai.annual_reports.compiling import compiled
    from tests.config.simulation import counted

    for each in (year - 1, year, year + 1):
        found, told_then = compiled(town, each).figures, counted.whole_form(told, each)
        for cell in sorted(found.keys() | told_then.keys()):
            if found.get(cell) != told_then.get(cell):
                yield f"{each} {cell}：系统 {found.get(cell)}，独立计数 {told_then.get(cell)}"
        yield from not_behind(town, told, each)


def not_behind(town: "Agency", told: "Told", year: int) -> Iterator[str]:
    """Each cell that opens into other documents, requests or proceedings than were told."""
    from gongkai.annual_reports.compiling.behind import behind
    from gongkai.annual_reports.compiling.span import Span
    from tests.config.simulation import counted

    for table in (counted.document_cells, counted.request_cells, counted.remedy_cells):
        for cell, keys in table(told, year).items():
            path = "case__title" if cell.startswith("remedies") else "title"
            titles = behind(town, Span(year), cell).records.values_list(path, flat=True)
            if sorted(map(counted.key_of, titles)) != sorted(keys):
                yield f"{year} {cell} 打开的不是那几件"


def faults_on_paper(town: "Agency", year: int) -> Iterator[str]:
    """What the checks call an error, and each kind of file that does not read back to the same figures."""
    from gongkai.annual_reports.compiling import compiled
    from gongkai.law.annual_report import check
    from gongkai.paperwork import print_report, read_report
    from tests.config.simulation.papers import with_words

    value = with_words(compiled(town, year))
    yield from (one.message for one in check(value) if one.severity == "error")
    for kind in ("docx", "pdf", "html"):
        if read_report(print_report(value, kind)).figures != value.figures:
            yield f"{kind} 读回来不一样"


def show(acts: Counter[str], number: int, facts: int, slowest: float) -> None:
    """What was played, by kind of act."""
    print(f"{number} 个模拟年，{acts.total()} 步，{facts} 项事实，逐格一致；最慢的一年用处理器 {slowest:.0f} 秒\n")  # fmt: skip
    print("| 步骤 | 次数 |\n|---|---:|")
    for what, count in sorted(acts.items(), key=lambda row: (-row[1], row[0])):
        print(f"| {what} | {count} |")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
