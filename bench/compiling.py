"""Annual reports from 1 000 000 cases in 3 000 organs: all at once beside the best single statement, and one township's.

On PostgreSQL, where GONGKAI_DATABASE_URL says, in a test database that is made and dropped. The statement counts what the program
counts in 表三, written by hand in the database's own words; the answers must agree.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from statistics import median
from time import perf_counter

CASES = int(os.environ.get("COMPILING_CASES", "1000000"))
ORGANS = int(os.environ.get("COMPILING_ORGANS", "3000"))
TIMES = 5
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


FINISHED = f"""
WITH counted AS ({BY_HAND}),
told AS (
    SELECT agency_id, 'received' AS line, applicant_kind, received AS number FROM counted
    UNION ALL SELECT agency_id, 'carried_in', applicant_kind, carried_in FROM counted
    UNION ALL SELECT agency_id, 'carried_out', applicant_kind, carried_out FROM counted
    UNION ALL SELECT agency_id, 'concluded', applicant_kind, concluded FROM counted
    UNION ALL SELECT agency_id, outcome, applicant_kind, concluded FROM counted
)
SELECT agency_id, line, applicant_kind, sum(number)::bigint FROM told WHERE number > 0
GROUP BY GROUPING SETS ((agency_id, line, applicant_kind), (agency_id, line))
"""
"""The cells themselves with the totals of their rows, as the program gives them."""


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
    """The cases, written by the database itself: any applicant kind and outcome, answered after some weeks, the last ones open."""
    from gongkai.casework.models import Case, CaseNumber
    from gongkai.law.applicants import APPLICANT_KINDS
    from gongkai.law.outcomes import OUTCOMES

    first = min(town.pk for town in towns)
    number = {
        "agency_id": f"{first} + n % {ORGANS}", "year": str(YEAR), "serial": "n", "number": "'〔' || n || '〕'",
        "given_at": f"'{NOW.isoformat()}'", "given_by": "'王经办'",
    }  # fmt: skip
    came = f"DATE '2023-01-01' + (n * 7919 % {SPAN})::int"
    closed = f"{came} + 5 + (n * 104729 % 55)::int"
    is_open = f"{closed} > DATE '{YEAR + 1}-01-05'"
    case = {
        "agency_id": f"{first} + n % {ORGANS}", "number_id": "n", "channel": "'counter'", "masked_name": "'李**'", "title": "'信息'",
        "state": f"CASE WHEN {is_open} THEN 'in_work' ELSE 'replied' END", "wanted": "'全文'", "registered_by": "'王经办'",
        "applicant_kind": _one_of([row.key for row in APPLICANT_KINDS], 31), "arrived_on": came, "received_on": came,
        "counts_from": came, "closed_on": f"CASE WHEN NOT ({is_open}) THEN {closed} END",
        "outcome": f"CASE WHEN {is_open} THEN '' ELSE {_one_of([row.key for row in OUTCOMES], 17)} END",
        "registered_at": f"'{NOW.isoformat()}'", "changed_at": f"'{NOW.isoformat()}'",
    }  # fmt: skip
    _insert(CaseNumber, {"id": "n", **number})
    _insert(Case, {"id": "n", **case})


def _one_of(keys: list[str], step: int) -> str:
    """One of the keys by the number of the case, spread over organs and days."""
    return f"(ARRAY{keys})[1 + (n / {step} % {len(keys)})::int]"


def _insert(model: type, said: dict[str, str]) -> None:
    """Rows 1 to CASES of a table: expressions of ``n``, and the model's defaults for the rest."""
    from django.db import connection

    rest = [field for field in model._meta.concrete_fields if field.column not in said]
    columns = [*said, *(field.column for field in rest)]
    values = [*said.values(), *("%s" for _ in rest)]
    defaults = [field.get_db_prep_save(field.get_default(), connection) for field in rest]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {model._meta.db_table} ({', '.join(columns)}) SELECT "
            f"{', '.join(value.replace('%', '%%') if value != '%s' else value for value in values)} "
            f"FROM generate_series(1::bigint, {CASES}) AS n",
            defaults,
        )


def by_hand(statement: str = BY_HAND) -> list[tuple[object, ...]]:
    """What a statement gives."""
    from django.db import connection

    with connection.cursor() as cursor:
        days = {"first": date(YEAR, 1, 1), "last": date(YEAR, 12, 31)}
        cursor.execute(statement, days)
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
    yield "一条 SQL，只到分组（表三）", seconds(by_hand)
    yield "一条 SQL，到每一格和总计（表三）", seconds(lambda: by_hand(FINISHED))
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
