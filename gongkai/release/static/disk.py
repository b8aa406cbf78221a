"""The few things done to a disk here, each in one place: names made durable, modes set, folders taken away."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

FILE_MODE, FOLDER_MODE = 0o644, 0o755
AT_ONCE = 16
"""Files made durable side by side: a disk takes many in one turn."""
MANY = 500
"""With more than that it is cheaper to let the system write out everything it has."""


def write(path: str, body: bytes) -> None:
    """Write a new file that everybody may read."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    try:
        os.fchmod(file, FILE_MODE)
        left = memoryview(body)
        while left:
            left = left[os.write(file, left) :]
    finally:
        os.close(file)


def make_folder(path: str) -> None:
    """Make a new folder that everybody may read."""
    os.mkdir(path)
    os.chmod(path, FOLDER_MODE)


def settle(paths: Iterable[str]) -> None:
    """Return once these files and folders are on the disk, whatever happens to the machine."""
    all_of_them = list(paths)
    if len(all_of_them) > MANY:
        os.sync()
        return
    with ThreadPoolExecutor(AT_ONCE) as several:
        list(several.map(settle_one, all_of_them))


def settle_one(path: str) -> None:
    """Return once this file or folder is on the disk."""
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def take_away(folder: str) -> None:
    """Remove a folder of files and links, and what it holds; no error where it is gone already."""
    with suppress(FileNotFoundError):
        for entry in list(os.scandir(folder)):
            if entry.is_dir(follow_symlinks=False):
                take_away(entry.path)
            else:
                os.unlink(entry.path)
        os.rmdir(folder)


@contextmanager
def locked(path: Path, *, wait: bool = True) -> Iterator[bool]:
    """Hold the lock of a file; yields False where ``wait`` is not wanted and somebody else has it."""
    file = os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE)
    try:
        yield _take(file, wait=wait)
    finally:
        os.close(file)


def _take(file: int, *, wait: bool) -> bool:
    try:
        flock(file, LOCK_EX if wait else LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    return True
