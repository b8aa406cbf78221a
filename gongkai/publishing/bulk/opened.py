"""The folder of the batch that is being worked on, kept open between its lines: a large one takes a while to open."""

from dataclasses import dataclass
from threading import Lock
from typing import BinaryIO

from django.core.files.storage import default_storage

from gongkai.publishing.bulk.archive import LARGE, Folder


@dataclass(slots=True)
class _Kept:
    """One open folder and the file it is read from."""

    key: str
    file: BinaryIO
    folder: Folder


_kept: list[_Kept] = []
_lock = Lock()


def opened(key: str) -> Folder:
    """The folder stored under a key of the storage; the one opened before it is closed."""
    with _lock:
        if _kept and _kept[0].key == key:
            return _kept[0].folder
        _close()
        file = default_storage.open(key, "rb")
        try:
            folder = Folder(file, LARGE)  # its limits were looked at when it was taken in
        except BaseException:
            file.close()
            raise
        _kept.append(_Kept(key, file, folder))
        return folder


def closed() -> None:
    """Keep nothing open any more."""
    with _lock:
        _close()


def _close() -> None:
    while _kept:
        one = _kept.pop()
        one.folder.close()
        one.file.close()
