"""Zip packages written anew: the same parts always give the same bytes, whoever packed them and when."""

import io
import zipfile
import zlib
from collections.abc import Callable

from gongkai.paperwork.errors import UnreadableReport

_EPOCH = (1980, 1, 1, 0, 0, 0)
_DAMAGED = "文件不完整或已损坏，请用原软件打开并重新保存后再提交"


def parts_of(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """The parts by name, in their order, folders left out; raises UnreadableReport for a damaged package."""
    try:
        return {
            entry.filename: archive.read(entry)
            for entry in archive.infolist()
            if not entry.is_dir()
        }
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        raise UnreadableReport(_DAMAGED) from error


def repack(parts: dict[str, bytes], change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The package with each part changed, or left out where ``change`` gives None."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in parts.items():
            new = change(name, data)
            if new is None:
                continue
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, new, compresslevel=6)
    return out.getvalue()
