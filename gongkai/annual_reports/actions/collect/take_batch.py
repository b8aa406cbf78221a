"""Take in a folder of reports, as a ZIP or as single files: it is kept whole, and each file in it has a row before any is read."""

import io
import tempfile
import zipfile
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import file_digest

from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.annual_reports.models import CollectedBatch, CollectedFile
from gongkai.audit import actions as audit
from gongkai.common.clock import law_day
from gongkai.common.outbox import put
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.files.storage import keep_stream
from gongkai.law.citation import Cite
from gongkai.law.report_duties import COLLECTORS
from gongkai.publishing.bulk.archive import (
    AT_DESK,
    MIB,
    MOST_BYTES,
    Folder,
    Limits,
    UnreadableFolder,
)

READ = "annual_reports.read_batch"
"""The outbox's kind of message by which a worker goes on reading a batch."""
ACT = "annual_reports.collect"
FIRST_YEAR = 2008
LONGEST_NAME = 400
STALLED = timedelta(minutes=5)
"""After so long without a file read, a batch is woken again; no rule of law."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def take_batch(
    *,
    collector: Agency,
    year: int,
    upload: File,
    by: User | Permit,
    now: datetime,
    limits: Limits = AT_DESK,
    wakes: bool = True,
) -> CollectedBatch:
    """Keep a ZIP with a row for each of its files, and let the worker read it; the same ZIP again is the same batch.

    ``by`` is a permit where no person asks, at the command line. Looks through the list of contents first: no transaction.
    Raises Refusal for what is no ZIP, too large, locked, or leads out of itself.
    """
    permit = by if isinstance(by, Permit) else require(by, ACT, collector)
    _require_year(collector, year, now)
    names = _names_in(upload, limits)
    digest = _digest(upload)
    there = CollectedBatch.objects.filter(collector=collector, year=year, sha256=digest).first()
    if there is None:
        there = _enter(collector, year, upload, digest, names, permit, now)
    if wakes and there.state == "running":
        wake(there, now)
    return there


def take_files(
    *, collector: Agency, year: int, uploads: Iterable[UploadedFile], by: User, now: datetime
) -> CollectedBatch:
    """Take in single files as one batch; one ZIP alone is taken for the folder it holds."""
    files = list(uploads)
    require(by, ACT, collector)
    if sum(file.size or 0 for file in files) > MOST_BYTES:
        raise Refusal(f"文件一共超过 {MOST_BYTES // MIB} MB，请分几次上传")
    if len(files) == 1 and _is_archive(files[0]):
        return take_batch(collector=collector, year=year, upload=files[0], by=by, now=now)
    with tempfile.TemporaryFile() as packed:
        _pack(files, packed)
        name = files[0].name if len(files) == 1 else f"{len(files)} 个文件"
        folder = File(packed, name=name)
        return take_batch(collector=collector, year=year, upload=folder, by=by, now=now)


def wake(batch: CollectedBatch, now: datetime, *, again: str = "") -> None:
    """Ask the outbox to go on with a batch; asked for once for each file still to be read, unless ``again`` says otherwise."""
    first = batch.files.filter(state="waiting").values_list("position", flat=True).first()
    put(READ, f"{READ}:{batch.pk}:{first or 0}{again}", {"batch": batch.pk}, now=now)


@transaction.atomic
def wake_stalled(now: datetime) -> None:
    """Wake the batches in which nothing has moved for long: a process was killed, or a message given up."""
    for batch in CollectedBatch.objects.filter(state="running", changed_at__lt=now - STALLED):
        wake(batch, now, again=f":{now:%Y%m%d%H%M}")


def _require_year(collector: Agency, year: int, now: datetime) -> None:
    if collector.kind not in COLLECTORS:
        raise Refusal(f"{collector}不是县级以上人民政府，不收集年度报告", cite=Cite("条例", 49))
    if not FIRST_YEAR <= year <= law_day(now).year:
        raise Refusal(
            f"年度应在{FIRST_YEAR}至{law_day(now).year}之间，得到{year}", cite=Cite("条例", 49)
        )


def _names_in(upload: File, limits: Limits) -> list[str]:
    """The files of a ZIP, in the order of their names."""
    try:
        with Folder(upload, limits) as folder:
            names = sorted(member.path for member in folder.members)
    except UnreadableFolder as error:
        raise Refusal(str(error), next_step="没有收下任何文件；改好后重新上传") from error
    long = next((name for name in names if len(name) > LONGEST_NAME), None)
    if long:
        raise Refusal(f"文件名过长：“{long[:60]}…”", next_step="请把文件名改短后重新上传")
    if not names:
        raise Refusal("压缩包里没有年度报告文件")
    return names


def _digest(upload: File) -> str:
    upload.seek(0)
    digest = file_digest(upload, "sha256").hexdigest()
    upload.seek(0)
    return digest


@transaction.atomic
def _enter(
    collector: Agency,
    year: int,
    upload: File,
    digest: str,
    names: list[str],
    permit: Permit,
    now: datetime,
) -> CollectedBatch:
    """The batch with all its rows. The bytes are written first: a kill leaves bytes without a row, which are swept."""
    key = keep_stream(upload)
    batch = CollectedBatch.objects.create(
        collector=collector,
        year=year,
        name=(upload.name or "")[-120:],
        storage_key=key,
        sha256=digest,
        total=len(names),
        started_by_id=permit.actor_id,
        started_by_name=permit.actor_name,
        started_at=now,
        changed_at=now,
    )
    CollectedFile.objects.bulk_create(
        (CollectedFile(batch=batch, position=at, name=name) for at, name in enumerate(names, 1)),
        batch_size=500,
    )
    audit.record(
        "annual_reports.take_batch",
        batch,
        by=permit,
        at=now,
        organ=collector.code,
        after={"年度": year, "文件数": len(names), "SHA-256": digest},
    )
    return batch


def _is_archive(file: UploadedFile) -> bool:
    """Whether it is a ZIP of files and no document that is kept as one, as Word's are."""
    name = (file.name or "").casefold()
    return name.endswith(".zip")


def _pack(files: list[UploadedFile], into: io.IOBase) -> None:
    """Single files as the ZIP that every batch is kept as; two of one name are told apart by a number."""
    taken: set[str] = set()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for file in files:
            name = _unlike(_plain_name(file.name or "文件"), taken)
            _put(archive, name, file)
    into.seek(0)


def _put(archive: zipfile.ZipFile, name: str, file: UploadedFile) -> None:
    made = zipfile.ZipInfo(name, _EPOCH)
    made.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(made, "w") as entry:
        for piece in file.chunks():
            entry.write(piece)


def _plain_name(name: str) -> str:
    """A name that leads nowhere."""
    return name.replace("\\", "_").replace("/", "_").replace(":", "_").replace("\0", "")[-200:]


def _unlike(name: str, taken: set[str]) -> str:
    number, made = 1, name
    while made.casefold() in taken:
        number += 1
        made = f"{number}-{name}"
    taken.add(made.casefold())
    return made
