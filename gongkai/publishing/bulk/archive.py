"""A ZIP file as a folder of files: never unpacked on the disk, names in any of the usual encodings, limits before contents."""

import unicodedata
import zipfile
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from types import TracebackType
from typing import BinaryIO, Self

from gongkai.paperwork.chinese_names import name_of

MIB = 2**20
MOST_BYTES, MOST_FILES, MOST_UNFOLDED, MOST_IN_ONE = 50 * MIB, 3000, 1024 * MIB, 50 * MIB
_ENTRY = 400
"""Bytes of the list of contents that a file takes there at most, on an average."""
_END, _END_SIZE, _LONGEST_COMMENT = b"PK\x05\x06", 22, 65535
_UTF8, _ENCRYPTED = 0x800, 0x1
_LINK = 0o120000
_LITTER = {"__macosx", ".ds_store", "thumbs.db", "desktop.ini"}
_BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Limits:
    """How many files a folder may hold and what they may come to, in bytes. Without numbers: what fits through the desk."""

    files: int = 0
    unfolded: int = 0

    @property
    def most_files(self) -> int:
        """Files."""
        return self.files or MOST_FILES

    @property
    def most_unfolded(self) -> int:
        """Bytes of all files together."""
        return self.unfolded or MOST_UNFOLDED


AT_DESK = Limits()
LARGE = Limits(300_000, 60 * 1024 * MIB)
"""A whole old site, given to the command line by who runs the machine."""


class UnreadableFolder(ValueError):
    """The archive, or a file in it, cannot be taken; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the folder: its path as people know it, and its size in bytes."""

    path: str
    size: int


class Folder:
    """The files of a ZIP. Raises UnreadableFolder for what is no ZIP, too large, locked, or reaches outside itself."""

    def __init__(self, file: BinaryIO, limits: Limits = AT_DESK) -> None:
        _refuse_long_list(file, limits)
        try:
            self._zip = zipfile.ZipFile(file)
        except _BROKEN as error:
            raise UnreadableFolder(
                "打不开这个压缩包：只接受 ZIP，请把文件夹重新压缩成 ZIP"
            ) from error
        entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        _within_limits(entries, limits)
        named = [(_path(entry), entry) for entry in entries]
        self._entries = {path: entry for path, entry in named if not _is_litter(path)}
        _without_twins([path for path, _ in named])
        self.members = tuple(Member(path, entry.file_size) for path, entry in self._entries.items())
        self._places = _places(self._entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._zip.close()

    def find(self, wanted: str) -> str | None:
        """The path of the file that an inventory names: in full, without the outermost folder, or by a name that only one has."""
        return self._places.get(_same(wanted))

    def read(self, path: str) -> bytes:
        """The bytes of a file; UnreadableFolder where they are damaged or too many."""
        entry = self._entries[path]
        if entry.file_size > MOST_IN_ONE:
            raise UnreadableFolder(f"“{path}”超过 {MOST_IN_ONE // MIB} MB")
        try:
            return self._zip.read(entry)
        except _BROKEN as error:
            raise UnreadableFolder(f"压缩包里的“{path}”已损坏，请重新压缩") from error

    def sha256(self, path: str) -> str:
        """The hash of a file."""
        return sha256(self.read(path)).hexdigest()


def _refuse_long_list(file: BinaryIO, limits: Limits) -> None:
    """UnreadableFolder for a list of contents that is longer than so many files need, before anything of it is read."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT))
    tail = file.read()
    at = tail.rfind(_END)
    file.seek(0)
    if at < 0 or len(tail) < at + _END_SIZE:
        return
    listed = int.from_bytes(tail[at + 12 : at + 16], "little")
    if min(listed, size) > max(limits.most_files, 100) * _ENTRY:
        raise UnreadableFolder(f"压缩包里超过 {limits.most_files} 个文件，请分成几批")


def _within_limits(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if not entries:
        raise UnreadableFolder("压缩包里没有文件")
    if len(entries) > limits.most_files:
        raise UnreadableFolder(f"压缩包里超过 {limits.most_files} 个文件，请分成几批")
    if sum(entry.file_size for entry in entries) > limits.most_unfolded:
        raise UnreadableFolder(f"压缩包展开后超过 {limits.most_unfolded // MIB} MB，请分成几批")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UnreadableFolder("压缩包加了密码，请去掉密码重新压缩")
    if any(entry.external_attr >> 16 & 0o170000 == _LINK for entry in entries):
        raise UnreadableFolder("压缩包里有指向别处的链接，请换成文件本身再压缩")


def _path(entry: zipfile.ZipInfo) -> str:
    """The path of an entry; UnreadableFolder for one that leads out of the folder."""
    path = _decoded(entry).replace("\\", "/")
    parts = PurePosixPath(path).parts
    if "\0" in path or path.startswith("/") or ".." in parts or ":" in path:
        raise UnreadableFolder(f"压缩包里有指到文件夹以外的路径“{path[:60]}”，不能使用")
    return "/".join(part for part in parts if part != ".")


def _decoded(entry: zipfile.ZipInfo) -> str:
    """The name: marked as UTF-8, or else the reading of its bytes that looks Chinese."""
    if entry.flag_bits & _UTF8:
        return entry.orig_filename
    return name_of(entry.orig_filename.encode("cp437")) or entry.orig_filename


def _is_litter(path: str) -> bool:
    """What systems leave in folders without anybody's asking."""
    parts = path.casefold().split("/")
    return bool(_LITTER & set(parts)) or parts[-1].startswith(("~$", "._"))


def _same(path: str) -> str:
    """The path so that two ways of writing it are the same."""
    plain = unicodedata.normalize("NFC", path).replace("\\", "/").strip().strip("/")
    return plain.removeprefix("./").casefold()


def _without_twins(paths: list[str]) -> None:
    twice = [path for path, count in Counter(map(_same, paths)).items() if count > 1]
    if twice:
        raise UnreadableFolder(f"压缩包里有两个“{twice[0]}”，请只留一个")


def _places(paths: dict[str, zipfile.ZipInfo]) -> dict[str, str]:
    """By each way of writing it, the path."""
    names = Counter(_same(path).rsplit("/", 1)[-1] for path in paths)
    found = {name: path for path in paths if names[name := _same(path).rsplit("/", 1)[-1]] == 1}
    tops = {path.split("/", 1)[0] for path in paths if "/" in path}
    if len(tops) == 1 and all("/" in path for path in paths):
        found |= {_same(path.split("/", 1)[1]): path for path in paths}
    return found | {_same(path): path for path in paths}
