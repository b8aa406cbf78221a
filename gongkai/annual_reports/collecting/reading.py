"""Reads the files of a batch on all cores: each in a bounded child process that knows no database; results come one by one.

Not here: what becomes of a reading (``actions.collect.read_file``).
"""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import Protocol

from gongkai.files import antivirus
from gongkai.law.annual_report import AnnualReport
from gongkai.paperwork import UnreadableReport, read_report
from gongkai.publishing.bulk.archive import UnreadableFolder

AHEAD = 2
"""Files per core that are under way at once: results wait for the database, but not many of them."""


class Source(Protocol):
    """Where the bytes of a file come from: the folder of the batch."""

    def read(self, path: str) -> bytes:
        """The bytes of a file; UnreadableFolder where they are damaged or too many."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: a report, or in ``error`` why there is none, for people."""

    name: str
    sha256: str = ""
    value: AnnualReport | None = None
    error: str = ""


def cores() -> int:
    """The cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on Linux
        return os.cpu_count() or 1


def read_all(source: Source, names: Iterable[str], on: int) -> Iterator[Reading]:
    """The files as they are read, in the order in which they are finished, on so many cores."""
    waiting = iter(names)
    with ThreadPoolExecutor(max_workers=on, thread_name_prefix="collect") as pool:
        under_way = {pool.submit(read_one, source, name) for name in islice(waiting, AHEAD * on)}
        while under_way:
            finished, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            following = islice(waiting, len(finished))
            under_way |= {pool.submit(read_one, source, name) for name in following}
            yield from (future.result() for future in finished)


def read_one(source: Source, name: str) -> Reading:
    """One file. Whatever is wrong with it is said of it, and stops no other."""
    try:
        data = source.read(name)
    except UnreadableFolder as error:
        return Reading(name, error=str(error))
    digest = sha256(data).hexdigest()
    if not data:
        return Reading(name, digest, error="文件是空的（0 字节），请重新导出后上传")
    verdict = antivirus.scan(data)
    if verdict.outcome == "infected":
        return Reading(name, digest, error=f"文件带有病毒（{verdict.about}），没有读取")
    try:
        return Reading(name, digest, value=read_report(data))
    except UnreadableReport as error:
        return Reading(name, digest, error=str(error))
