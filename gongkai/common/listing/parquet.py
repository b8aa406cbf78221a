"""Lists as Parquet files: one row group, columns in full without compression, which every reader of the format knows.

Written here because the libraries that write it weigh more than the rest of the program (ADR 0022). Only text, whole numbers and
decimal fractions (as doubles); None is a missing value.
"""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

MAGIC = b"PAR1"
Kind = Literal["text", "whole", "real"]
_TYPES: dict[Kind, int] = {"whole": 2, "real": 5, "text": 6}
_OPTIONAL, _UTF8, _PLAIN, _RLE, _UNCOMPRESSED, _DATA_PAGE = 1, 0, 0, 3, 0, 0
_I32, _I64, _BINARY, _LIST, _STRUCT = 5, 6, 8, 9, 12  # types of the compact Thrift protocol
_SHORT_LIST = 15

Field = tuple[int, int, Any]
"""A field of a Thrift structure: its number, its type, its value; of a list (type of the elements, elements)."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, and what its values are."""

    name: str
    kind: Kind


def as_parquet(columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> bytes:
    """The file. Rows have a value for each column, in the same order."""
    table = [list(row) for row in rows]
    body, chunks = bytearray(MAGIC), []
    for place, column in enumerate(columns):
        page = _page(column, [row[place] for row in table])
        chunks.append(_chunk(column, len(table), len(body), len(page)))
        body += page
    footer = _footer(columns, len(table), chunks, len(body) - len(MAGIC))
    return bytes(body + footer + struct.pack("<I", len(footer)) + MAGIC)


def _page(column: Column, values: list[Any]) -> bytes:
    """The header and the one page of a column: which values are there, then those that are."""
    there = _levels([value is not None for value in values])
    content = struct.pack("<I", len(there)) + there
    content += b"".join(_plain(column.kind, value) for value in values if value is not None)
    sizes: list[Field] = [(1, _I32, _DATA_PAGE), (2, _I32, len(content)), (3, _I32, len(content))]
    about: list[Field] = [
        (1, _I32, len(values)),
        (2, _I32, _PLAIN),
        (3, _I32, _RLE),
        (4, _I32, _RLE),
    ]
    return _struct([*sizes, (5, _STRUCT, about)]) + content


def _levels(there: list[bool]) -> bytes:
    """One bit for each value, eight to a byte from the lowest on, as one packed run."""
    groups = -(-len(there) // 8)
    packed = bytearray(groups)
    for place, present in enumerate(there):
        packed[place // 8] |= present << (place % 8)
    return _varint(groups << 1 | 1) + bytes(packed)


def _plain(kind: Kind, value: str | int | Decimal) -> bytes:
    if kind == "text":
        text = str(value).encode()
        return struct.pack("<I", len(text)) + text
    return struct.pack("<q", int(value)) if kind == "whole" else struct.pack("<d", float(value))


def _chunk(column: Column, rows: int, start: int, size: int) -> list[Field]:
    about: list[Field] = [
        (1, _I32, _TYPES[column.kind]),
        (2, _LIST, (_I32, [_PLAIN, _RLE])),
        (3, _LIST, (_BINARY, [column.name])),
        (4, _I32, _UNCOMPRESSED),
        (5, _I64, rows),
        (6, _I64, size),
        (7, _I64, size),
        (9, _I64, start),
    ]
    return [(2, _I64, start), (3, _STRUCT, about)]


def _footer(columns: Sequence[Column], rows: int, chunks: list[list[Field]], size: int) -> bytes:
    root: list[Field] = [(4, _BINARY, "schema"), (5, _I32, len(columns))]
    schema = [root, *(_element(column) for column in columns)]
    group: list[Field] = [(1, _LIST, (_STRUCT, chunks)), (2, _I64, size), (3, _I64, rows)]
    return _struct([
        (1, _I32, 1),
        (2, _LIST, (_STRUCT, schema)),
        (3, _I64, rows),
        (4, _LIST, (_STRUCT, [group])),
        (6, _BINARY, "gongkai"),
    ])  # fmt: skip


def _element(column: Column) -> list[Field]:
    named: list[Field] = [
        (1, _I32, _TYPES[column.kind]),
        (3, _I32, _OPTIONAL),
        (4, _BINARY, column.name),
    ]
    return [*named, (6, _I32, _UTF8)] if column.kind == "text" else named


def _struct(fields: Sequence[Field]) -> bytes:
    """A structure of the compact protocol: each field with the step from the number before, then a nought."""
    out, last = bytearray(), 0
    for number, kind, value in fields:
        out.append((number - last) << 4 | kind)
        out += _value(kind, value)
        last = number
    return bytes(out) + b"\0"


def _value(kind: int, value: Any) -> bytes:
    if kind == _STRUCT:
        return _struct(value)
    if kind == _BINARY:
        text = value.encode()
        return _varint(len(text)) + text
    if kind == _LIST:
        of, items = value
        short = len(items) < _SHORT_LIST
        head = bytes([len(items) << 4 | of]) if short else bytes([0xF0 | of]) + _varint(len(items))
        return head + b"".join(_value(of, item) for item in items)
    return _varint(value << 1 if value >= 0 else (-value << 1) - 1)


def _varint(number: int) -> bytes:
    """Seven bits to a byte, the lowest first."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])
