"""Read the files of a batch and settle each in a transaction of its own: killed anywhere and begun again, none is lost or taken twice."""

import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.annual_reports.actions.collect.enter import enter
from gongkai.annual_reports.actions.collect.take_batch import wake
from gongkai.annual_reports.collecting.matching import Roster
from gongkai.annual_reports.collecting.reading import Reading, cores, read_all
from gongkai.annual_reports.freezing import frozen_text
from gongkai.annual_reports.models import CollectedBatch, CollectedFile, HandedIn
from gongkai.annual_reports.values import NotKeepable, columns_of
from gongkai.audit import actions as audit
from gongkai.common.notices import notify
from gongkai.common.permissions import SYSTEM, Permit
from gongkai.law.annual_report import AnnualReport
from gongkai.paperwork.contract_json import loads
from gongkai.publishing.bulk.archive import LARGE, Folder

PORTION, SECONDS = 60, 60.0
"""Files and seconds of one turn of the worker: others wait for it meanwhile."""
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")

Told = Callable[[CollectedFile], None]


def work_on(payload: Mapping[str, Any], now: datetime) -> None:
    """A turn at a batch; asks for the next. The outbox calls it, in no transaction: reading takes seconds."""
    batch = CollectedBatch.objects.filter(pk=payload["batch"], state="running").first()
    if batch is None:
        return
    read_batch(batch=batch, now=now, most=PORTION, seconds=SECONDS)
    batch.refresh_from_db()
    if batch.state == "running":
        wake(batch, now)


def read_batch(
    *,
    batch: CollectedBatch,
    now: datetime,
    on: int = 0,
    most: int = 0,
    seconds: float = 0.0,
    told: Told | None = None,
) -> int:
    """Read what waits, on so many cores (0: all that there are), at most so many files or for so long; returns how many.

    ``told`` hears of each file when it is settled.
    """
    roster, done = Roster.of(batch.collector, batch.year), 0
    rows = batch.files.filter(state="waiting").values_list("name", flat=True)
    names = within(seconds, list(rows[:most] if most else rows))
    with default_storage.open(batch.storage_key, "rb") as file, Folder(file, LARGE) as folder:
        for reading in read_all(folder, names, on or cores()):
            row = settle_file(batch=batch, reading=reading, roster=roster, now=now)
            done += row is not None
            if told and row:
                told(row)
    _end(batch, now)
    return done


def within(seconds: float, names: list[str]) -> Iterator[str]:
    """The names until the time is over (0: all of them): what was begun is finished."""
    begun = time.monotonic()
    for name in names:
        if seconds and time.monotonic() - begun > seconds:
            return
        yield name


@transaction.atomic
def settle_file(
    *, batch: CollectedBatch, reading: Reading, roster: Roster, now: datetime
) -> CollectedFile | None:
    """Write down what became of a file; None where somebody else did meanwhile. With its organ known it is handed in."""
    row = CollectedFile.objects.select_for_update().get(batch=batch, name=reading.name)
    if row.state != "waiting":
        return None
    row.sha256, row.read_at, row.batch = reading.sha256, now, batch
    verdict = _judge(row, reading, roster)
    row.contract = "" if verdict.key == "unreadable" else frozen_text(reading.value)
    settle(row, verdict, permit=_permit(batch), now=now)
    CollectedBatch.objects.filter(pk=batch.pk).update(changed_at=now)
    return row


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a file."""

    key: str
    message: str = ""
    organ: Agency | None = None
    candidates: tuple[Agency, ...] = ()


def settle(row: CollectedFile, verdict: Verdict, *, permit: Permit, now: datetime) -> None:
    """Set a file's state, and hand it in where it is an organ's report of the year; in the caller's transaction.

    What was read goes with the handing-in, and is kept beside the file only where there is none.
    """
    if verdict.key == "read" and verdict.organ:
        verdict = _unless_the_same(row, verdict)
    row.state, row.message, row.organ = verdict.key, verdict.message[:500], verdict.organ
    row.candidates = [organ.pk for organ in verdict.candidates]
    frozen = row.contract
    row.contract = "" if row.state == "read" else frozen
    row.save()
    if row.state == "read" and row.organ:
        enter(
            collector=row.batch.collector,
            organ=row.organ,
            year=row.batch.year,
            frozen=frozen,
            file=row,
            permit=permit,
            now=now,
        )


def _judge(row: CollectedFile, reading: Reading, roster: Roster) -> Verdict:
    if reading.value is None:
        return Verdict("unreadable", reading.error)
    try:
        columns_of(reading.value)
    except NotKeepable as error:
        return Verdict("unreadable", f"读出的内容不能保存：{error}")
    twin = _twin(row)
    if twin is not None:
        return Verdict("same_again", f"与“{twin.name}”（{twin.batch}）一字不差", twin.organ)
    match = roster.match(reading.value, reading.name)
    year = year_of(reading.value, reading.name)
    if year is not None and year != row.batch.year:
        said = f"报告写的是{year}年度，这里收集{row.batch.year}年度的"
        return Verdict("other_year", said, match.organ, match.candidates)
    if match.organ is None:
        return Verdict("no_organ", match.why, None, match.candidates)
    return Verdict("read", "", match.organ)


def year_of(value: AnnualReport, file_name: str) -> int | None:
    """The year of a report: as it says, else the only one that its file's name has."""
    named = {int(found) for found in _YEAR.findall(file_name)}
    return value.year or (named.pop() if len(named) == 1 else None)


def _twin(row: CollectedFile) -> CollectedFile | None:
    """A file with the same bytes that was read for the same collection."""
    same = CollectedFile.objects.filter(
        sha256=row.sha256,
        batch__collector=row.batch.collector_id,
        batch__year=row.batch.year,
        state__in=("read", "no_organ", "other_year"),
    )
    return same.exclude(pk=row.pk).select_related("batch", "organ").order_by("pk").first()


def _unless_the_same(row: CollectedFile, verdict: Verdict) -> Verdict:
    """The same report in another kind of file is no new handing-in: every figure and every text is what stands already."""
    standing = HandedIn.objects.filter(
        collector=row.batch.collector_id,
        organ=verdict.organ,
        year=row.batch.year,
        state__in=("handed_in", "accepted"),
    )
    last = standing.order_by("number").last()
    if last is None or said_of(loads(last.frozen)) != said_of(loads(row.contract)):
        return verdict
    said = f"与{verdict.organ}第 {last.number} 次报送的数据和文字相同，没有另计一次"
    return replace(verdict, key="same_again", message=said)


def said_of(value: AnnualReport) -> tuple[dict[str, object], dict[str, str]]:
    """What a report says: its figures, and its texts without spaces."""
    texts = {key: "".join(text.split()) for key, text in value.chapters.items()}
    return dict(value.figures), {key: text for key, text in texts.items() if text}


def _permit(batch: CollectedBatch) -> Permit:
    return Permit(batch.started_by_id, batch.started_by_name, "后台读取")


@transaction.atomic
def _end(batch: CollectedBatch, now: datetime) -> None:
    """Mark the batch as read once nothing waits, and tell whoever brought it."""
    here = CollectedBatch.objects.select_for_update().get(pk=batch.pk)
    if here.state != "running" or here.files.filter(state="waiting").exists():
        return
    here.state, here.finished_at, here.changed_at = "done", now, now
    here.save()
    taken = here.files.filter(state="read").count()
    audit.record(
        "annual_reports.end_batch",
        here,
        by=SYSTEM,
        at=now,
        organ=here.collector.code,
        after={"收下": taken, "文件数": here.total},
    )
    person = User.objects.filter(pk=here.started_by_id, is_active=True).first()
    if person is not None:
        notify(
            user_id=person.pk,
            key=f"annual_reports.batch:{here.pk}",
            text=f"“{here}”读完：收下 {taken} 份，另有 {here.total - taken} 个文件请您看一看",
            url=reverse("annual_reports:batch", kwargs={"pk": here.pk}),
            address=person.email,
            now=now,
        )
