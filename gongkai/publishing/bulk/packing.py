"""A folder of the disk as the ZIP that every batch is kept as: the same files always make the same bytes."""

import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from gongkai.paperwork.chinese_names import name_of
from gongkai.publishing.bulk.archive import MIB, MOST_IN_ONE, Limits, UnreadableFolder

_EPOCH = (1980, 1, 1, 0, 0, 0)
_QUICK = 1


def pack(folder: Path, into: BinaryIO, limits: Limits) -> None:
    """Write the files of a folder. Raises UnreadableFolder for links, for what is no file, and for too much of it."""
    size = 0
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, compresslevel=_QUICK) as archive:
        for number, (path, name) in enumerate(_files(folder), 1):
            size += path.stat().st_size
            _within(limits, number, size, name, path.stat().st_size)
            made = zipfile.ZipInfo(name, _EPOCH)
            made.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(made, "w") as entry, path.open("rb") as file:
                shutil.copyfileobj(file, entry, MIB)
    into.seek(0)


def _within(limits: Limits, number: int, size: int, name: str, own: int) -> None:
    """UnreadableFolder for too many files, too much of them together, and one that is too large."""
    if number > limits.most_files:
        raise UnreadableFolder(f"文件夹里超过 {limits.most_files} 个文件，请分成几批")
    if size > limits.most_unfolded:
        raise UnreadableFolder(f"文件夹超过 {limits.most_unfolded // MIB} MB，请分成几批")
    if own > MOST_IN_ONE:
        raise UnreadableFolder(f"“{name}”超过 {MOST_IN_ONE // MIB} MB")


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file with its name below the folder, in the order of the names; nothing outside it is followed."""
    for place, below, names in os.walk(folder, followlinks=False):
        below.sort()
        for name in sorted([*names, *(one for one in below if (Path(place) / one).is_symlink())]):
            path = Path(place) / name
            said = _readable(os.fsencode(path.relative_to(folder)))
            if path.is_symlink():
                raise UnreadableFolder(f"文件夹里有指向别处的链接“{said}”，请换成文件本身")
            if not path.is_file():
                raise UnreadableFolder(f"文件夹里的“{said}”不是文件")
            yield path, said


def _readable(raw: bytes) -> str:
    """A name in whatever encoding the disk has it."""
    return (name_of(raw) or raw.decode("utf-8", "replace")).replace("\\", "_").replace(":", "_")
