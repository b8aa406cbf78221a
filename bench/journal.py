"""The journal: acts appended a second, and entries verified a second, on SQLite in a home of its own."""

import os
import tempfile
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter

APPENDED, VERIFIED = 2_000, 200_000
NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
BEFORE = {"figures": {"requests.received.total": 24}, "title": "年度报告"}
AFTER = {"figures": {"requests.received.total": 25}, "title": "年度报告（修改稿）"}


def seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def append(count: int) -> None:
    """Each act in a transaction of its own, as pages do it."""
    from django.db import transaction

    from gongkai.audit.actions import record
    from gongkai.audit.models import Chain
    from gongkai.common.permissions import SYSTEM

    thing, _ = Chain.objects.get_or_create(organ="bench")
    for _ in range(count):
        with transaction.atomic():
            record("bench.act", thing, by=SYSTEM, at=NOW, organ="1", before=BEFORE, after=AFTER)


def fill(count: int) -> None:
    """Entries up to ``count``, chained, in few transactions."""
    from django.db import transaction

    with transaction.atomic():
        append(count - APPENDED)


def peak_mib(work: Callable[[], object]) -> float:
    """What Python holds at most during the work; pages of the database that the system maps are not counted."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 2**20


def main() -> None:
    """Append, verify, and print."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["GONGKAI_HOME"] = home
        from gongkai.config.framework import bring_up

        bring_up()
        from django.core.management import call_command

        from gongkai.audit.verify import verify

        call_command("migrate", verbosity=0)
        appending = APPENDED / seconds(lambda: append(APPENDED))
        fill(VERIFIED)
        verifying = VERIFIED / seconds(verify)
        print("| what | a second | peak MiB |\n|---|---:|---:|")
        print(f"| acts appended, a transaction each | {appending:,.0f} | – |")
        print(
            f"| entries verified, {VERIFIED:,} in one chain | {verifying:,.0f} | {peak_mib(verify):.1f} |"
        )
