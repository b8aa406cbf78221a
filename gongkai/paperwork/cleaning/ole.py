"""Word, Excel, PowerPoint and WPS files of the old kind: macros refused, the values of their properties blanked in place."""

import re
import struct
from collections.abc import Iterator

from gongkai.paperwork.cleaning.compound import Compound
from gongkai.paperwork.cleaning.treated import Treated
from gongkai.paperwork.errors import HostileFile, UnreadableReport

_MACRO_NAMES = frozenset({"VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "Macros"})
_SUMMARIES = frozenset({"\x05SummaryInformation", "\x05DocumentSummaryInformation"})
_SLIDE_MACROS = re.compile(rb"\x02\x00\x00\x04\x0c\x00\x00\x00.{4}\x01\x00\x00\x00", re.DOTALL)
_SHEET, _LOCKED = 0x85, 0x2F
_OLD = "旧版文件里可能留有修订记录和保存人姓名，公开时建议另存为 .docx、.xlsx 或 PDF"


def treat(data: bytes) -> Treated:
    """The copy with blank properties; raises HostileFile for macros and embedded programs."""
    compound = Compound(data)
    names = {entry.name for entry in compound.entries}
    if names & _MACRO_NAMES:
        raise HostileFile("文件含有宏，请另存为不含宏的 .docx、.xlsx 或 .pptx 再提交")
    if "\x01Ole10Native" in names:
        raise HostileFile("文件内嵌有程序或无法检查的对象，请删除后再提交")
    notes = [_OLD]
    for entry in compound.entries:
        content = compound.read(entry) if entry.kind == 2 else b""
        if entry.name in {"Workbook", "Book"}:
            notes += _sheets(content)
        if entry.name == "PowerPoint Document" and _SLIDE_MACROS.search(content):
            raise HostileFile("演示文稿含有宏，请另存为不含宏的 .pptx 再提交")
        if entry.name in _SUMMARIES:
            compound.write(entry, blanked(content))
    if "ObjectPool" in names or any(name.startswith("MBD") for name in names):
        notes.append("文件内嵌有其他文件，公开前请确认其内容")
    return Treated(bytes(compound.data), tuple(notes))


def _sheets(workbook: bytes) -> list[str]:
    """Notes on hidden sheets; refuses sheets of macros and locked books."""
    hidden = False
    for kind, record in _records(workbook):
        if kind == _LOCKED:
            raise UnreadableReport("文件有打开密码，请取消密码后再提交")
        if kind == _SHEET and len(record) > 5:
            if record[5] in {1, 6}:
                raise HostileFile("表格含有宏表，请另存为不含宏的 .xlsx 再提交")
            hidden = hidden or bool(record[4] & 3)
    return ["表格内有隐藏的工作表，公开前请取消隐藏或删除"] if hidden else []


def _records(workbook: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(workbook):
        kind, length = struct.unpack_from("<HH", workbook, at)
        yield kind, workbook[at + 4 : at + 4 + length]
        at += 4 + length


def blanked(content: bytes) -> bytes:
    """A property stream of the same length whose texts, dates and pictures are zeros; zeros alone where it cannot be read."""
    copy = bytearray(content)
    try:
        (sets,) = struct.unpack_from("<L", content, 24)
        for number in range(min(sets, 2)):
            (section,) = struct.unpack_from("<L", content, 28 + 20 * number + 16)
            for start, length in _values(content, section):
                copy[start : start + length] = bytes(min(length, max(0, len(copy) - start)))
    except struct.error:
        return bytes(len(content))
    return bytes(copy)


def _values(content: bytes, section: int) -> Iterator[tuple[int, int]]:
    """Where the values of a section lie that tell something: (position, length)."""
    (count,) = struct.unpack_from("<4xL", content, section)
    for number in range(min(count, 1_000)):
        key, offset = struct.unpack_from("<LL", content, section + 8 + 8 * number)
        if key > 1:
            yield from _value(content, section + offset)


def _value(content: bytes, at: int) -> Iterator[tuple[int, int]]:
    kind, first = struct.unpack_from("<LL", content, at)
    if kind in {0x1E, 0x41, 0x47}:  # text in bytes, blob, picture
        yield at + 8, first
    elif kind == 0x1F:  # text in UTF-16
        yield at + 8, 2 * first
    elif kind == 0x40:  # moment
        yield at + 4, 8
    elif kind == 0x101E:  # texts, each with its length
        place = at + 8
        for _ in range(min(first, 10_000)):
            (length,) = struct.unpack_from("<L", content, place)
            yield place + 4, length
            place += 4 + length
