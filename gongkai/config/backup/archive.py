"""The archive: a gzipped tar of plain files whose first member lists all others with their hashes."""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from gongkai.config.backup.rooms import own_room, reach_disk
from gongkai.config.backup.trouble import BackupTrouble, Changed

MANIFEST = "manifest.json"
CHUNK = 1024 * 1024


def sha256_of(path: Path) -> str:
    """64 hexadecimal digits."""
    return measure(path).sha256


@dataclass(frozen=True, slots=True)
class Measured:
    """How much of a file is taken, and its hash: what is added meanwhile, as to an upload under way, is left out."""

    size: int
    sha256: str


def measure(path: Path) -> Measured:
    """The file as it stands."""
    size, digest = 0, hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            size += len(chunk)
            digest.update(chunk)
    return Measured(size, digest.hexdigest())


def write(target: Path, about: Mapping[str, Any], members: Mapping[str, Path]) -> None:
    """Write the members under their names, readable by the owner alone; a half-written archive never has the target's name.

    Raises Changed where a file was replaced or deleted while it was taken.
    """
    measured = {}
    for name, path in members.items():
        with suppress(FileNotFoundError):  # swept meanwhile: no record named it
            measured[name] = measure(path)
    listed = {name: each.sha256 for name, each in measured.items()}
    said = json.dumps({**about, "members": listed}, ensure_ascii=False, indent=1).encode()
    with fresh_file(target) as part:
        with tarfile.open(part, "w:gz") as tar:
            head = tarfile.TarInfo(MANIFEST)
            head.size, head.mode = len(said), 0o600
            tar.addfile(head, io.BytesIO(said))
            for name, each in measured.items():
                add(tar, name, members[name], each)
        reach_disk(part)
        os.link(part, target)
        reach_disk(target.parent)


def add(tar: tarfile.TarFile, name: str, path: Path, measured: Measured) -> None:
    """Add so much of a file as was measured, and see that it is still what was measured."""
    changed = Changed(f"{name} 在备份时被改动，请再备份一次")
    try:
        file = path.open("rb")
    except FileNotFoundError as error:
        raise changed from error
    with file:
        head = tar.gettarinfo(arcname=name, fileobj=file)
        if head.size < measured.size:
            raise changed
        head.size = measured.size
        hashed = Hashed(file)
        tar.addfile(head, hashed)
    if hashed.digest.hexdigest() != measured.sha256:
        raise changed


class Hashed(io.RawIOBase):
    """A file that hashes what is read of it."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        chunk = self.file.read(size)
        self.digest.update(chunk)
        return chunk


@contextmanager
def fresh_file(target: Path) -> Iterator[Path]:
    """An empty file on the target's disk with mode 0600, gone afterwards; refuses a target that exists."""
    if target.exists():
        raise BackupTrouble(f"{target} 已经存在，不覆盖")
    if not target.parent.is_dir():
        raise BackupTrouble(f"没有文件夹 {target.parent}")
    with own_room(target.parent, "backup") as room:
        part = room / "part"
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        yield part


@contextmanager
def reading(source: Path) -> Iterator[tuple[tarfile.TarFile, dict[str, Any]]]:
    """The opened archive and what its manifest says."""
    try:
        with tarfile.open(source, "r:gz") as tar:
            first = tar.next()
            file = tar.extractfile(first) if first and first.name == MANIFEST else None
            if file is None:
                raise BackupTrouble(f"{source} 不是 gongkai 的备份")
            yield tar, json.loads(file.read())
    except (OSError, EOFError, tarfile.TarError, ValueError) as error:
        raise BackupTrouble(f"{source} 不能读取：{error}") from error


def unpack(tar: tarfile.TarFile, listed: Mapping[str, str], folder: Path) -> None:
    """Write every listed member below the folder and compare its hash; nothing unlisted, no links, no way out of the folder."""
    found = set()
    for member in (each for each in tar if each.offset):  # the manifest stands first
        if member.name not in listed or not member.isreg() or not is_inside(member.name):
            raise BackupTrouble(f"备份里有不该有的内容：{member.name}")
        target = folder / member.name
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = tar.extractfile(member)
        with target.open("xb") as out:
            while file and (chunk := file.read(CHUNK)):
                out.write(chunk)
        target.chmod(0o600)
        if sha256_of(target) != listed[member.name]:
            raise BackupTrouble(f"备份已损坏：{member.name} 与清单不符")
        found.add(member.name)
    if missing := sorted(set(listed) - found):
        raise BackupTrouble(f"备份不完整，缺少 {missing[0]} 等 {len(missing)} 个文件")


def is_inside(name: str) -> bool:
    """Whether a member's name stays below the folder."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts
