"""Compound files (OLE2), the container of .doc, .xls, .ppt and the older WPS files: their streams, read and blanked in place."""

import struct
from dataclasses import dataclass

from gongkai.paperwork.errors import UnreadableReport

_FREE = 0xFFFFFFFA  # sector numbers from here on are marks
_ENTRY = 128
_MINI = 64  # bytes of a small sector
MOST_ENTRIES = 20_000
_DAMAGED = "旧版 Office 文件不完整或已损坏，请用 Word 或 WPS 打开，另存为新格式再提交"


@dataclass(frozen=True, slots=True)
class Entry:
    """A stream or a folder: ``kind`` is 1 folder, 2 stream, 5 root."""

    name: str
    kind: int
    start: int
    size: int


class Compound:
    """A compound file over its bytes; raises UnreadableReport where its tables lead nowhere."""

    def __init__(self, data: bytes) -> None:
        self.data = bytearray(data)
        try:
            shifts = struct.unpack_from("<HH", data, 30)
            if shifts not in {(9, 6), (12, 6)}:
                raise UnreadableReport(_DAMAGED)
            self._size: int = 2 ** shifts[0]
            directory, self._cutoff, mini_table = struct.unpack_from("<L4xLL", data, 48)
            self._table = self._read_table()
            self.entries = self._read_entries(directory)
            self._mini_table = self._numbers(self._sectors(mini_table))
        except (struct.error, IndexError, ValueError) as error:
            raise UnreadableReport(_DAMAGED) from error

    def _at(self, sector: int) -> int:
        return (sector + 1) * self._size

    def _numbers(self, sectors: list[int]) -> tuple[int, ...]:
        size = self._size
        joined = b"".join(
            self.data[self._at(sector) : self._at(sector) + size] for sector in sectors
        )
        return struct.unpack(f"<{len(joined) // 4}L", joined[: len(joined) // 4 * 4])

    def _read_table(self) -> tuple[int, ...]:
        listed = [*struct.unpack_from("<109L", self.data, 76)]
        (more,) = struct.unpack_from("<L", self.data, 68)
        seen: set[int] = set()
        while more < _FREE and more not in seen:
            seen.add(more)
            *found, more = self._numbers([more])
            listed += found
        return self._numbers([sector for sector in listed if sector < _FREE])

    def _sectors(self, start: int, table: tuple[int, ...] | None = None) -> list[int]:
        chain = self._table if table is None else table
        found: list[int] = []
        while start < _FREE:
            if len(found) > len(chain):
                raise UnreadableReport(_DAMAGED)
            found.append(start)
            start = chain[start]
        return found

    def _read_entries(self, directory: int) -> list[Entry]:
        size = self._size
        found = []
        for sector in self._sectors(directory):
            for at in range(self._at(sector), self._at(sector) + size, _ENTRY):
                length, kind = struct.unpack_from("<HB", self.data, at + 64)
                start, long = struct.unpack_from("<LL", self.data, at + 116)
                if kind:
                    name = self.data[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le")
                    found.append(Entry(name, kind, start, long))
        if len(found) > MOST_ENTRIES:
            raise UnreadableReport(_DAMAGED)
        return found

    def _spans(self, entry: Entry) -> list[tuple[int, int]]:
        """Where the stream's bytes lie: (position, length) pieces."""
        if entry.size >= self._cutoff or entry.kind == 5:
            unit, places = self._size, [self._at(one) for one in self._sectors(entry.start)]
        else:
            unit = _MINI
            places = [self._mini_at(one) for one in self._sectors(entry.start, self._mini_table)]
        return [
            (at, min(unit, entry.size - number * unit))
            for number, at in enumerate(places)
            if number * unit < entry.size
        ]

    def _mini_at(self, sector: int) -> int:
        root = next(entry for entry in self.entries if entry.kind == 5)
        per, offset = self._size // _MINI, sector * _MINI
        home = self._sectors(root.start)[sector // per]
        return self._at(home) + offset % self._size

    def read(self, entry: Entry) -> bytes:
        """The stream's bytes."""
        try:
            return b"".join(bytes(self.data[at : at + size]) for at, size in self._spans(entry))
        except (IndexError, StopIteration) as error:
            raise UnreadableReport(_DAMAGED) from error

    def write(self, entry: Entry, content: bytes) -> None:
        """Put other bytes of the same length in the stream's place."""
        done = 0
        for at, size in self._spans(entry):
            self.data[at : at + size] = content[done : done + size]
            done += size
