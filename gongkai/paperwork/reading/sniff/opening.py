"""Taking a file in: at most LARGEST_FILE bytes, from an ordinary file or from memory."""

import os
import stat
from pathlib import Path

from gongkai.paperwork.errors import HostileFile, UnreadableReport

MIB = 2**20
LARGEST_FILE = (
    50 * MIB
)  # bytes; the largest real reports, with scanned appendices, have some 20 MiB

_NOT_FILES = (
    (stat.S_ISDIR, "这是一个文件夹，请指定其中的一个文件"),
    (stat.S_ISFIFO, "这是一个管道，不是文件；请先存成文件再试"),
    (stat.S_ISSOCK, "这是一个套接字，不是文件；请先存成文件再试"),
    (stat.S_ISCHR, "这是一个设备，不是文件"),
    (stat.S_ISBLK, "这是一个设备，不是文件"),
)


def open_limited(source: str | os.PathLike[str] | bytes) -> bytes:
    """The bytes of a file (or the given bytes) if they are not too many.

    Raises UnreadableReport if there is no such ordinary file, HostileFile if it is larger than LARGEST_FILE; a large
    file is refused by its size, before any of it is read.
    """
    if isinstance(source, bytes):
        return _not_too_large(source)
    path = Path(source)
    if "\x00" in str(path):
        raise UnreadableReport("文件名含有不允许的字符")
    try:
        _check(path.stat())
        return _read(path)
    except FileNotFoundError as error:
        raise UnreadableReport(f"找不到文件 {source}") from error
    except PermissionError as error:
        raise UnreadableReport(f"没有读取 {source} 的权限") from error
    except OSError as error:
        raise UnreadableReport(f"无法打开文件（{error.strerror}）") from error


def _read(path: Path) -> bytes:
    # Without O_NONBLOCK the opening of a pipe put there since the check would wait for ever.
    descriptor = os.open(
        path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    with open(descriptor, "rb") as file:  # noqa: PTH123 - pathlib opens no descriptors
        _check(os.fstat(descriptor))
        return _not_too_large(file.read(LARGEST_FILE + 1))


def _check(status: os.stat_result) -> None:
    for is_kind, sentence in _NOT_FILES:
        if is_kind(status.st_mode):
            raise UnreadableReport(sentence)
    if status.st_size > LARGEST_FILE:
        raise HostileFile(_too_large(status.st_size))


def _not_too_large(data: bytes) -> bytes:
    if len(data) > LARGEST_FILE:
        raise HostileFile(_too_large(len(data)))
    return data


def _too_large(size: int) -> str:
    return f"文件过大（至少 {size // MIB} MiB，上限 {LARGEST_FILE // MIB} MiB），不予读取"
