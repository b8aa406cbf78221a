"""Video and sound on their way into the storage: looked through and copied piece by piece, with the memory of one piece."""

import hashlib
import tempfile
from typing import BinaryIO

from django.core.files.base import File

from gongkai.files import antivirus
from gongkai.files.models import StoredFile
from gongkai.files.purposes import Purpose
from gongkai.files.refusals import Unacceptable
from gongkai.files.storage import keep_stream
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.media import Found, examine_media

PIECE = 2**20


def examined(spool: BinaryIO, purpose: Purpose) -> Found:
    """What the file is; raises Unacceptable."""
    try:
        return examine_media(spool, purpose.kinds)
    except UnreadableReport as error:
        raise Unacceptable(str(error)) from error


def kept(spool: BinaryIO, found: Found, row: StoredFile) -> None:
    """Keep the file as it was given, and the copy that may be made public, and write both into the row."""
    row.size, row.sha256 = _measured(spool)
    row.scan = antivirus.scanned(spool)
    spool.seek(0)
    row.storage_key = keep_stream(File(spool))
    with tempfile.TemporaryFile() as copy:
        _copied(spool, copy, found)
        row.public_size, row.public_sha256 = _measured(copy)
        copy.seek(0)
        row.public_key = keep_stream(File(copy))


def _measured(file: BinaryIO) -> tuple[int, str]:
    """How long, and the hash."""
    file.seek(0)
    digest, size = hashlib.sha256(), 0
    while piece := file.read(PIECE):
        digest.update(piece)
        size += len(piece)
    return size, digest.hexdigest()


def _copied(given: BinaryIO, copy: BinaryIO, found: Found) -> None:
    """The part that readers get, with what it must not say written over."""
    given.seek(found.start)
    left = found.end - found.start
    while left and (piece := given.read(min(PIECE, left))):
        copy.write(piece)
        left -= len(piece)
    for place in found.renamed:
        copy.seek(place - found.start)
        copy.write(b"free")
    for place, count in found.zeros:
        copy.seek(place - found.start)
        copy.writelines(bytes(min(PIECE, count - at)) for at in range(0, count, PIECE))


def facts_of(stored: StoredFile) -> Found:
    """How long and how large a stored video or sound is, read again from its public copy."""
    with stored.open_public() as content:
        return examine_media(content, frozenset({stored.kind}))
