"""A folder of a backup's or a restore's own, on the disk of its target; one that a killed predecessor left is cleared away."""

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

YOUNG = 60.0
"""Seconds in which a folder may not have its lock yet."""


@contextmanager
def own_room(parent: Path, purpose: str) -> Iterator[Path]:
    """A new folder for its owner alone, gone afterwards. It is locked while it is used: what has no lock was left behind."""
    prefix = f".gongkai-{purpose}-"
    for left in parent.glob(f"{prefix}*"):
        clear(left)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=parent) as name, locked(Path(name)):
        yield Path(name)


@contextmanager
def locked(folder: Path) -> Iterator[bool]:
    """Hold the lock of a folder, if nobody else does; the lock ends with its process, however that ends."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # held by another, or a disk that keeps no locks
        yield False
    else:
        yield True
    finally:
        os.close(handle)


def clear(left: Path) -> None:
    """Delete a folder that nobody uses any more: it holds a copy of what must not lie about."""
    if not left.is_dir() or time.time() - left.stat().st_mtime < YOUNG:
        return
    with locked(left) as mine:
        if mine:
            shutil.rmtree(left)


def reach_disk(place: Path) -> None:
    """Wait until a file or the entries of a folder are on the disk for good."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
