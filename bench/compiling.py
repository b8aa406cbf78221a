"""Annual reports from 1 000 000 cases in 3 000 organs: all at once beside the best single statements, and one township's.

On PostgreSQL where GONGKAI_DATABASE_URL says so, else on SQLite in a home of its own; in a test database that is made and dropped.
The statements count what the program counts, written by hand in the database's own words; their answers must agree.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import median
from time import perf_counter

CASES = int(os.environ.get("COMPILING_CASES", "1000000"))
ORGANS = int(os.environ.get("COMPILING_ORGANS", "3000"))
TIMES = 5
PIECE = 10_000
YEAR = 2025
NOW = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
SPAN = 3 * 365
"""Cases came in from 2023 on, evenly."""

BY_HAND = """
SELECT c.agency_id, c.applicant_kind, c.outcome,
       count(*) FILTER (WHERE c.counts_from >= %(first)s) AS received,
       count(*) FILTER (WHERE c.counts_from < %(first)s) AS carried_in,
       count(*) FILTER (WHERE c.closed_on <= %(last)s) AS concluded,
       count(*) FILTER (WHERE c.closed_on IS NULL OR c.closed_on > %(last)s) AS carried_out
FROM casework_case c
WHERE c.kind = 'disclosure' AND c.state NOT IN ('arrived', 'split', 'voided')
  AND c.counts_from <= %(last)s AND (c.closed_on IS NULL OR c.closed_on >= %(first)s)
GROUP BY c.agency_id, c.applicant_kind, c.outcome
"""


def seconds(work: Callable[[], object]) -> float:
    """The median of some runs."""
    taken = []
    for _ in range(TIMES):
        begun = perf_counter()
        work()
        taken.append(perf_counter() - begun)
    return median(taken)


def organs() -> list[object]:
    """Townships of one county."""
    from gongkai.agencies.models import Agency

    return Agency.objects.bulk_create(
        Agency(
            code=f"B{n:05}", kind="township_government", name=f"第{n}镇", since=date(2019, 5, 15)
        )
        for n in range(ORGANS)
    )


def fill(towns: list[object]) -> None:
    """The cases, with every applicant kind and outcome; a tenth of those of December still open at the end of the year."""
    from gongkai.casework.models import Case, CaseNumber
    from gongkai.law.applicants import APPLICANT_KINDS
    from gongkai.law.outcomes import OUTCOMES

    random = Random(2025)
    kinds, outcomes = [row.key for row in APPLICANT_KINDS], [row.key for row in OUTCOMES]
    for begin in range(0, CASES, PIECE):
        numbers = CaseNumber.objects.bulk_create(
            CaseNumber(
                agency=towns[n % ORGANS], year=YEAR, serial=n + 1, number=f"〔{n + 1}〕", given_at=NOW, given_by="王经办"
            )
            for n in range(begin, min(begin + PIECE, CASES))
        )  # fmt: skip
        Case.objects.bulk_create(
            case(number, random, kinds, outcomes, date(2023, 1, 1)) for number in numbers
        )


def case(
    number: object, random: Random, kinds: list[str], outcomes: list[str], first: date
) -> object:
    """One case, answered within some weeks, or open."""
    from gongkai.casework.models import Case

    came = first + timedelta(days=random.randrange(SPAN))
    closed = came + timedelta(days=random.randrange(5, 60))
    is_open = closed > date(YEAR + 1, 1, 5)
    return Case(
        agency_id=number.agency_id, number=number, state="in_work" if is_open else "replied", channel="counter",
        applicant_kind=random.choice(kinds), masked_name="李**", title="信息", wanted="全文", arrived_on=came, received_on=came,
        counts_from=came, closed_on=None if is_open else closed, outcome="" if is_open else random.choice(outcomes),
        registered_by="王经办", registered_at=NOW, changed_at=NOW,
    )  # fmt: skip


def by_hand() -> list[tuple[object, ...]]:
    """What the best single statement gives."""
    from django.db import connection

    with connection.cursor() as cursor:
        days = {"first": date(YEAR, 1, 1), "last": date(YEAR, 12, 31)}
        cursor.execute(BY_HAND, days)
        return cursor.fetchall()


def agree(towns: list[object]) -> bool:
    """Whether both count the same pieces."""
    from gongkai.annual_reports.compiling import figures_of_many
    from gongkai.annual_reports.compiling.span import Span

    figures = figures_of_many([town.pk for town in towns], Span(YEAR))
    rows = by_hand()
    return all(
        sum(table[f"requests.{key}.total"] for table in figures.values())
        == sum(row[at] for row in rows)
        for at, key in ((3, "received"), (4, "carried_in"), (5, "concluded"), (6, "carried_out"))
    )


def measured() -> Iterator[tuple[str, float]]:
    """What was measured, and how long it took in seconds."""
    from gongkai.annual_reports.compiling import compiled, figures_of_many
    from gongkai.annual_reports.compiling.span import Span

    towns = organs()
    begun = perf_counter()
    fill(towns)
    yield f"写入 {CASES:,} 件", perf_counter() - begun
    analyse()
    if not agree(towns):
        raise SystemExit("两种统计的结果不一致")
    ids = [town.pk for town in towns]
    yield "最好的一条 SQL（只有表三）", seconds(by_hand)
    yield f"{ORGANS:,} 个机关的全部 200 格", seconds(lambda: figures_of_many(ids, Span(YEAR)))
    yield "一个乡镇的报告，含待办清单", seconds(lambda: compiled(towns[7], YEAR))


def analyse() -> None:
    """Let the planner know the tables."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def main() -> None:
    """Fill a database of its own, measure, print a table."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.setdefault("GONGKAI_HOME", home)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.config.settings.test")
        import django
        from django.db import connection

        django.setup()
        name = connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            print(f"数据库：{connection.vendor}\n")
            print("| 做什么 | 秒 |\n|---|---:|")
            for what, took in measured():
                print(f"| {what} | {took:.3f} |", flush=True)
        finally:
            connection.creation.destroy_test_db(name, verbosity=0)
