"""Taking files in, and sweeping away what a broken-off upload left behind."""

import hashlib
import io
import tempfile
from datetime import datetime, timedelta
from typing import BinaryIO, Protocol

from django.core.files.storage import default_storage
from django.db import transaction

from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.common.permissions import SYSTEM, Actor, Permit, require
from gongkai.files import antivirus, media, queries
from gongkai.files.models import StoredFile
from gongkai.files.purposes import MIB, PURPOSES, Purpose
from gongkai.files.refusals import Unacceptable
from gongkai.files.sealing import new_sealed_key, sealed
from gongkai.files.storage import keep
from gongkai.paperwork.cleaning import FILE_KINDS, Examined, clean_name, examine_bounded
from gongkai.paperwork.cleaning.names import extension_of
from gongkai.paperwork.errors import UnreadableReport

ORPHAN_AGE = timedelta(days=1)
_PIECE = 256 * 1024


_SMALLER_MEDIA = (
    "请用剪映等软件按 720p、较低码率重新导出，或者分成几段；放在视频网站上的，可以只填链接"
)


class Upload(Protocol):
    """What a form gives: Django's UploadedFile, or any open file with a name."""

    name: str | None

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        ...


def receive(
    *, agency: Agency, upload: Upload, purpose: str, by: Actor, now: datetime
) -> StoredFile:
    """Take in a file for a purpose (a key of ``purposes.PURPOSES``: attachment, picture, video, audio, report_source, record).

    Call it before your own transaction: reading and scanning take seconds, and the database would be locked meanwhile. A
    stored file that no transaction came to use is harmless. Raises NotAllowed, and Unacceptable with one sentence for people.
    """
    return _take_in(agency, upload, purpose, require(by, "files.upload", agency), now)


def receive_from_public(
    *, agency: Agency, upload: Upload, title: str, permit: Permit, now: datetime
) -> StoredFile:
    """Take in what an applicant hands in online, under the name ``title``: what people call their files may be their names.

    Call it before your own transaction. Raises Unacceptable.
    """
    ending = extension_of(upload.name or "")[:8]
    return _take_in(agency, _Named(upload, f"{title}.{ending}"), "applicant", permit, now)


def keep_made(
    *, agency: Agency, name: str, kind: str, data: bytes, permit: Permit, now: datetime
) -> StoredFile:
    """Keep, sealed, a file that this system made itself for the file of a case; part of the caller's transaction.

    It comes from nobody outside, so nothing in it is examined. ``kind`` is a key of ``FILE_KINDS``.
    """
    row = StoredFile(
        agency=agency,
        purpose="record",
        name=clean_name(name, FILE_KINDS[kind]),
        kind=kind,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        scan="not_scanned",
    )
    row.sealed_key = new_sealed_key(row.token)
    row.storage_key = keep(sealed(data, row.token, row.sealed_key))
    return _enter(row, permit, now)


class _Named:
    """An upload under another name."""

    def __init__(self, upload: Upload, name: str) -> None:
        self.name: str | None = name
        self.size = getattr(upload, "size", None)
        self.read = upload.read


def _take_in(
    agency: Agency, upload: Upload, purpose: str, permit: Permit, now: datetime
) -> StoredFile:
    wanted = PURPOSES[purpose]
    if wanted.streamed:
        return _take_in_media(agency, upload, wanted, permit, now)
    data = _read(upload, wanted)
    given = upload.name or ""
    try:
        examined = examine_bounded(data, given, wanted.kinds)
    except UnreadableReport as error:
        raise Unacceptable(str(error)) from error
    row = _row(data, given, examined)
    row.scan = antivirus.scanned(io.BytesIO(data))
    row.agency, row.purpose = agency, purpose
    _keep(row, data, examined, wanted)
    return _enter(row, permit, now)


def _take_in_media(
    agency: Agency, upload: Upload, purpose: Purpose, permit: Permit, now: datetime
) -> StoredFile:
    """The same for video and sound, which are never held whole."""
    with tempfile.SpooledTemporaryFile(max_size=MIB) as spool:
        _read_into(spool, upload, purpose)
        found = media.examined(spool, purpose)
        row = StoredFile(
            agency=agency,
            purpose=purpose.key,
            name=clean_name(upload.name or "", FILE_KINDS[found.kind]),
            kind=found.kind,
            warnings=list(found.warnings),
        )
        media.kept(spool, found, row)
    return _enter(row, permit, now)


def _read(upload: Upload, purpose: Purpose) -> bytes:
    """The bytes, never more of them than the purpose allows."""
    with tempfile.SpooledTemporaryFile(max_size=MIB) as spool:
        _read_into(spool, upload, purpose)
        spool.seek(0)
        return spool.read()


def _read_into(spool: BinaryIO, upload: Upload, purpose: Purpose) -> None:
    """Read what was handed in; the rest of a file that is too large is not read."""
    size = getattr(upload, "size", None)
    if size is not None and size > purpose.largest:
        raise _too_large(purpose)
    while piece := upload.read(_PIECE):
        spool.write(piece)
        if spool.tell() > purpose.largest:
            raise _too_large(purpose)


def _too_large(purpose: Purpose) -> Unacceptable:
    return Unacceptable(
        f"文件超过 {purpose.largest // MIB} MB，不能上传",
        next_step=_SMALLER_MEDIA if purpose.streamed else "请压缩图片或拆分成几个文件后再上传",
    )


def _row(data: bytes, given: str, examined: Examined) -> StoredFile:
    return StoredFile(
        name=clean_name(given, FILE_KINDS[examined.kind]),
        kind=examined.kind,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        active=examined.active,
        warnings=list(examined.warnings),
    )


def _keep(row: StoredFile, data: bytes, examined: Examined, purpose: Purpose) -> None:
    """Write the bytes first: a kill leaves files without a row, which are swept, never a row without its file."""
    if purpose.sealed:
        row.sealed_key = new_sealed_key(row.token)

    def kept(content: bytes) -> str:
        return keep(sealed(content, row.token, row.sealed_key) if purpose.sealed else content)

    row.storage_key = kept(data)
    if purpose.public or examined.active:
        row.public_key = kept(examined.public)
        row.public_size = len(examined.public)
        row.public_sha256 = hashlib.sha256(examined.public).hexdigest()


@transaction.atomic
def _enter(row: StoredFile, permit: Permit, now: datetime) -> StoredFile:
    row.uploaded_by_id, row.uploaded_by_name, row.uploaded_at = (
        permit.actor_id,
        permit.actor_name,
        now,
    )
    row.save(force_insert=True)
    said = {"size": row.size, "sha256": row.sha256, "scan": row.scan}
    if not row.sealed_key:  # people's papers are named after people
        said["name"] = row.name
    record("files.upload", row, by=permit, at=now, organ=row.agency.code, after=said)
    return row


@transaction.atomic
def hand_out(stored: StoredFile, *, by: Actor, now: datetime) -> bytes:
    """The file as an officer may have it, once the journal says who took it."""
    permit = require(by, "files.download", stored.agency)
    record("files.download", stored, by=permit, at=now, organ=stored.agency.code)
    with stored.open_safe() as content:
        return content.read()


def destroy(stored: StoredFile, *, permit: Permit, now: datetime) -> None:
    """Destroy the key, the name and the bytes of a sealed file; part of the caller's transaction, who asks for the permit.

    Raises ValueError for a file that is not sealed: others may still need it.
    """
    if not stored.sealed_key:
        raise ValueError(f"file {stored.pk} is not sealed")
    keys = [key for key in (stored.storage_key, stored.public_key) if key]
    stored.sealed_key, stored.name, stored.destroyed_at = "", "（已销毁）", now
    stored.save(update_fields=("sealed_key", "name", "destroyed_at"))
    record("files.destroy", stored, by=permit, at=now, organ=stored.agency.code)
    transaction.on_commit(lambda: [default_storage.delete(key) for key in keys])


def sweep(now: datetime) -> int:
    """Delete stored bytes older than a day that no row names, and destroy people's papers that nothing holds; returns how many."""
    swept = 0
    for stored in queries.unused(now - ORPHAN_AGE):
        with transaction.atomic():
            destroy(stored, permit=SYSTEM, now=now)
        swept += 1
    for key in queries.orphans(now - ORPHAN_AGE):
        default_storage.delete(key)
        swept += 1
    return swept
