"""制作案卷：压缩包和 PDF；后台办理，中途停止的重新做，明文不落盘"""

import hashlib
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.template.loader import render_to_string

from gongkai.audit import offline_check, personal
from gongkai.audit.actions import record
from gongkai.audit.extract import extract_of, spelled
from gongkai.audit.labels import field_label
from gongkai.casework.actions.dossiers import KEPT, KEY_FIELD
from gongkai.casework.dossier import Sheet, sheets_of
from gongkai.casework.models import Case, Dossier
from gongkai.casework.sealing import sealed, subject_of
from gongkai.casework.timeline import TimeLine, time_line
from gongkai.common import vault
from gongkai.common.clock import LAW_ZONE, law_day
from gongkai.common.permissions import SYSTEM
from gongkai.files.chunks import seal_stream
from gongkai.files.storage import keep_stream
from gongkai.paperwork.dossier import CannotMerge, Front, Merger, Paper, front_pages
from gongkai.paperwork.errors import CannotPrint

SUMS = "SHA256SUMS"
MOMENT = (2020, 1, 1, 0, 0, 0)
"""The date of every entry in the archive: the index says the real ones."""
PIECE = 2**20


@dataclass(slots=True)
class Making:
    """What comes together: ``sums`` by path in the archive, ``left_out`` as ``Dossier`` keeps it."""

    dossier: Dossier
    now: datetime
    line: TimeLine
    sheets: list[Sheet]
    sums: dict[str, str] = field(default_factory=dict)
    left_out: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def case(self) -> Case:
        """Whose file it is."""
        return self.dossier.case


def make_dossier(payload: dict[str, Any], now: datetime) -> None:
    """What the outbox calls: make both files in temporary files without a name, seal them, keep them, mark."""
    dossier = Dossier.objects.select_related("case__agency", "case__number").get(pk=payload["dossier"])  # fmt: skip
    if dossier.state != "waiting":
        return
    case = dossier.case
    making = Making(dossier, now, time_line(case, law_day(now)), sheets_of(case))
    Dossier.objects.filter(pk=dossier.pk).update(whole=len(making.sheets), done=0)
    key = vault.new_key()
    with tempfile.TemporaryFile() as archive, tempfile.TemporaryFile() as pages, Merger() as merger:
        write_archive(making, merger, archive)
        printed = write_pages(making, merger, pages)
        kept = {"zip": _kept(archive, f"{dossier.context}:zip", key)}
        if printed:
            kept["pdf"] = _kept(pages, f"{dossier.context}:pdf", key)
    _finish(making, kept, key)


def write_archive(making: Making, merger: Merger, target: BinaryIO) -> None:
    """Papers first, which give their sums; then the applicant's data, the journal, the index, and the sums of all."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for sheet in making.sheets:
            _take_in(making, merger, archive, sheet)
            Dossier.objects.filter(pk=making.dossier.pk).update(done=sheet.number)
        _add(
            making,
            archive,
            "申请人信息.html",
            _page("applicant", {"making": making, "rows": _applicant(making)}),
        )
        extract = spelled(extract_of(making.case, organ=making.case.agency.code, now=making.now))
        _add(making, archive, "留痕/journal.json", extract.encode())
        checker = Path(offline_check.__file__).read_bytes()
        _add(making, archive, "留痕/offline_check.py", checker)
        _add(
            making,
            archive,
            "目录.html",
            _page("index", {"making": making, "rows": index_of(making), "case": making.case}),
        )
        _add(making, archive, "怎样核验.txt", _page("check", {"making": making}))
        lines = (f"{digest}  {name}\n" for name, digest in sorted(making.sums.items()))
        archive.writestr(zipfile.ZipInfo(SUMS, MOMENT), "".join(lines).encode())  # fmt: skip


def _take_in(making: Making, merger: Merger, archive: zipfile.ZipFile, sheet: Sheet) -> None:
    """One paper: into the archive, and as pages where it can be made into some."""
    if sheet.file is None:
        making.left_out.append((str(sheet.number), sheet.title, "已按规定销毁"))
        return
    with sheet.file.open_safe() as content:
        data = content.read()
    _add(making, archive, sheet.place, data)
    try:
        merger.add(Paper(f"{sheet.number} {sheet.title}", sheet.file.kind, data))
    except CannotMerge as error:
        making.left_out.append((str(sheet.number), sheet.title, str(error)))


def _add(making: Making, archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    with archive.open(zipfile.ZipInfo(name, MOMENT), "w") as entry:
        entry.write(data)
    making.sums[name] = hashlib.sha256(data).hexdigest()


def _page(name: str, context: Mapping[str, Any]) -> bytes:
    ending = "txt" if name == "check" else "html"
    return render_to_string(f"casework/dossier/{name}.{ending}", dict(context)).encode()


def _applicant(making: Making) -> list[tuple[str, str]]:
    """The applicant's data, as whoever asked was let read them; none where they are destroyed."""
    case, entry = making.case, making.dossier.read_entry
    if entry is None or not case.applicant.sealed:
        return []
    read, _ = personal.reveal_once(
        subject_of(case), dict(case.applicant.sealed), entry=entry, on=case, by=SYSTEM, at=making.now,
        organ=case.agency.code, reason="",
    )  # fmt: skip
    return [(field_label("casework.case", name), value) for name, value in read.items()]


def index_of(making: Making) -> list[tuple[str, ...]]:
    """The rows of the index: number, day, title, who, article, sum."""
    return [
        (str(row.number), row.day.isoformat(), row.title, row.who, row.cite, making.sums.get(row.place, "已销毁"))
        for row in making.sheets
    ]  # fmt: skip


def write_pages(making: Making, merger: Merger, target: BinaryIO) -> bool:
    """The PDF; False where this installation has no Chinese font, which is then said beside the archive."""
    try:
        merger.write(front_pages(front_of(making)), target)
    except CannotPrint as error:
        making.left_out.append(("", "PDF 没有做成", str(error)))
        return False
    return True


def front_of(making: Making) -> Front:
    """What the front pages say."""
    case, dossier, made = making.case, making.dossier, making.now.astimezone(LAW_ZONE)
    return Front(
        title="政府信息公开申请案卷",
        organ=case.agency.name,
        facts=(
            ("编号", str(case)),
            ("所需信息", case.title),
            ("状态", case.state_label),
            ("收到日期", str(case.received_on or "")),
            ("办理结果", case.get_outcome_display() if case.outcome else ""),
            ("用途", dossier.reason),
            ("制作", f"{dossier.asked_by}，{made:%Y-%m-%d %H:%M}"),
            ("材料", f"{len(making.sheets)} 份"),
        ),
        index=tuple(index_of(making)),
        line=tuple((str(at.day), at.text, str(at.cite or "")) for at in making.line.points),
        left_out=tuple(making.left_out),
        made_at=making.now,
    )


def _kept(source: BinaryIO, context: str, key: bytes) -> tuple[str, int, str]:
    """Where the sealed bytes lie, how many there were, and their sum."""
    size, digest = source.seek(0, 2), hashlib.sha256()
    source.seek(0)
    while piece := source.read(PIECE):
        digest.update(piece)
    source.seek(0)
    with sealed_file(source, context, key) as noise:
        return keep_stream(File(noise)), size, digest.hexdigest()


@contextmanager
def sealed_file(source: BinaryIO, context: str, key: bytes) -> Iterator[Any]:
    """The bytes sealed, in a temporary file of their own."""
    with tempfile.TemporaryFile() as noise:
        seal_stream(source, noise, context=context, key=key)
        noise.seek(0)
        yield noise


def _finish(making: Making, kept: Mapping[str, tuple[str, int, str]], key: bytes) -> None:
    """Mark it as made; where another worker was first, or the case was erased meanwhile, what was kept goes again."""
    try:
        done = _marked(making, kept, key)
    except personal.Erased:
        Dossier.objects.filter(pk=making.dossier.pk, state="waiting").update(state="failed", failure="个人信息已经销毁")  # fmt: skip
        done = False
    for place, _, _ in () if done else kept.values():
        default_storage.delete(place)


@transaction.atomic
def _marked(making: Making, kept: Mapping[str, tuple[str, int, str]], key: bytes) -> bool:
    here = Dossier.objects.select_for_update().get(pk=making.dossier.pk)
    if here.state != "waiting":
        return False
    for kind, (place, size, digest) in kept.items():
        setattr(here, f"{kind}_key", place)
        setattr(here, f"{kind}_size", size)
        setattr(here, f"{kind}_sha256", digest)
    here.sealed = sealed(making.case, {KEY_FIELD: key.hex()})
    here.state, here.left_out = "made", making.left_out
    here.made_at, here.expires_at = making.now, making.now + KEPT
    here.save()
    after = {"sha256": here.zip_sha256, "sheets": len(making.sheets)}
    record("casework.made_dossier", making.case, by=SYSTEM, at=making.now, organ=making.case.agency.code, after=after)  # fmt: skip
    return True
