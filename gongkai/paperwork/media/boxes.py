"""The boxes that an MP4 file is made of (ISO/IEC 14496-12): each says its length and its kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from gongkai.paperwork.errors import UnreadableReport

MOST_BOXES = 20_000
DAMAGED = "文件不完整或已损坏，请重新导出后再上传"


@dataclass(frozen=True, slots=True)
class Box:
    """``at`` is its first byte, ``inside`` the first after its head, ``end`` the first after it."""

    kind: bytes
    at: int
    inside: int
    end: int


def boxes(file: BinaryIO, start: int, end: int) -> Iterator[Box]:
    """The boxes between two places; raises UnreadableReport where they do not fit into each other."""
    count = 0
    while start < end:
        file.seek(start)
        head = file.read(16)
        if len(head) < 8:
            raise UnreadableReport(DAMAGED)
        size, inside = int.from_bytes(head[:4], "big"), start + 8
        if size == 1:
            size, inside = int.from_bytes(head[8:16], "big"), start + 16
        elif size == 0:
            size = end - start
        count += 1
        if size < inside - start or start + size > end or count > MOST_BOXES:
            raise UnreadableReport(DAMAGED)
        yield Box(head[4:8], start, inside, start + size)
        start += size


def content(file: BinaryIO, box: Box, most: int) -> bytes:
    """The first bytes inside a box."""
    file.seek(box.inside)
    return file.read(min(most, box.end - box.inside))
