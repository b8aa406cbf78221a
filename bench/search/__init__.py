"""The public search beside SQLite FTS5 and PostgreSQL tsvector: the same documents, the same page, recall against a plain look.

``make bench NAME=search SEARCH_DOCUMENTS=200000``; ``SEARCH_ALONE=1`` leaves the peers out,
``SEARCH_POSTGRESQL`` names a database for the second. Times are of the whole page's query:
matching, order, counts of five filters, twenty texts with the words marked; without HTML.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

DOCUMENTS, AGENCIES = 5_000, 40
ROUNDS = 3


def main() -> None:
    """Fill, ask, print."""
    count = int(os.environ.get("SEARCH_DOCUMENTS") or DOCUMENTS)
    with tempfile.TemporaryDirectory() as home:
        from bench.search.ours import Ours

        ours = Ours(Path(home), AGENCIES)
        from bench.search.corpus import notices
        from bench.search.questions import asked

        documents = list(notices(count, AGENCIES))
        queries = asked(documents)
        signs = sum(len(each.whole) for each in documents) / count
        print(
            f"{count} documents of {signs:.0f} characters, {AGENCIES} organs; wall time, in brackets CPU time of this process.\n"
        )
        for engine in (ours, *_peers(Path(home))):
            _measure(engine, documents, queries)


def _peers(home: Path) -> list[Any]:
    if os.environ.get("SEARCH_ALONE"):
        return []
    from bench.search.peers import FTS5, TSVector, address

    return [FTS5(home), TSVector(address())]


def _measure(engine: Any, documents: list[Any], queries: list[Any]) -> None:
    seconds = engine.fill(documents)
    core = (
        f", {len(documents) / engine.cpu:,.0f} a second of CPU" if getattr(engine, "cpu", 0) else ""
    )
    print(
        f"### {engine.name}\n\nIndex {engine.size() / 1e6:.0f} MB, built in {seconds:.0f} s{core}.\n"
    )
    print("| query | documents | recall | p50 ms | p95 ms | goal |\n|---|---:|---:|---:|---:|---:|")
    from bench.search.questions import GOALS_MS, KINDS

    for kind in KINDS:
        some = [each for each in queries if each.kind == kind]
        found = sum(min(engine.held(each), each.held) for each in some)
        wanted = sum(each.held for each in some)
        wall, cpu = _times(engine.answer, some)
        print(
            f"| {kind} | {wanted // len(some)} | {found / wanted:.2%} | {_at(wall, 0.5)} ({_at(cpu, 0.5)}) "
            f"| {_at(wall, 0.95)} ({_at(cpu, 0.95)}) | {GOALS_MS[kind]} |"
        )
    print(flush=True)
    getattr(engine, "close", lambda: None)()


def _times(
    answer: Callable[[Any], list[str]], queries: list[Any]
) -> tuple[list[float], list[float]]:
    """Milliseconds by the clock and of the processor, each query's best of some rounds: other work on the machine is not ours."""
    wall, cpu = [], []
    for query in queries:
        answer(query)
        rounds = [_once(answer, query) for _ in range(ROUNDS)]
        wall.append(min(each[0] for each in rounds))
        cpu.append(min(each[1] for each in rounds))
    return sorted(wall), sorted(cpu)


def _once(answer: Callable[[Any], list[str]], query: Any) -> tuple[float, float]:
    begun, spent = perf_counter(), thread_time()
    answer(query)
    return (perf_counter() - begun) * 1e3, (thread_time() - spent) * 1e3


def _at(times: list[float], part: float) -> str:
    return f"{times[min(int(len(times) * part), len(times) - 1)]:.2f}"
