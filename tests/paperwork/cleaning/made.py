"""Files of the tests' own making, harmless and hostile."""

import io
import struct
import zipfile
from collections.abc import Callable

import openpyxl
import pikepdf
from docx import Document
from PIL import Image

ALL = frozenset(
    "pdf docx xlsx pptx doc xls ppt ofd text csv html json png jpeg gif webp".split()  # noqa: SIM905
)


def docx(text: str = "年度报告") -> bytes:
    """A Word file by 王经办."""
    document = Document()
    document.core_properties.author = "王经办"
    document.core_properties.title = "内部标题"
    document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def xlsx(*, hidden: bool = False) -> bytes:
    """An Excel file, with a hidden sheet if asked."""
    book = openpyxl.Workbook()
    book.properties.creator = "王经办"
    book.active["A1"] = 25
    if hidden:
        book.create_sheet("底稿").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(package: bytes, changes: dict[str, bytes | None]) -> bytes:
    """The zip package with parts replaced, added or (None) left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name), zipfile.ZIP_DEFLATED)
        for name, data in changes.items():
            if data is not None:
                new.writestr(name, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def replaced(package: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The package with some bytes of a part replaced."""
    text = part_of(package, part)
    assert old in text
    return changed(package, {part: text.replace(old, new)})


def part_of(package: bytes, name: str) -> bytes:
    """One part."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read(name)


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def pdf(change: Callable[[pikepdf.Pdf], object] | None = None, **said: object) -> bytes:
    """A page by 王经办, changed as asked."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.docinfo["/Author"] = "王经办"
        with made.open_metadata() as metadata:
            metadata["dc:creator"] = ["王经办"]
        if change:
            change(made)
        made.save(out, **said)
    return out.getvalue()


def photo(kind: str = "JPEG", *, orientation: int = 6) -> bytes:
    """A picture 40 × 20 that says where it was taken and by which camera."""
    exif = Image.Exif()
    exif[0x010F] = "SECRET-CAMERA"
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(out, kind, exif=exif.tobytes(), comment=b"SECRET-NOTE")
    return out.getvalue()


def ofd(extra: bytes = b"") -> bytes:
    """A small OFD package by 王经办."""
    entry = (
        (
            '<?xml version="1.0" encoding="UTF-8"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody>'
            "<ofd:DocInfo><ofd:DocID>1</ofd:DocID><ofd:Author>王经办</ofd:Author><ofd:Creator>WPS</ofd:Creator></ofd:DocInfo>"
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        ).encode()
        + extra
        + b"</ofd:DocBody></ofd:OFD>"
    )
    return zipped({"OFD.xml": entry, "Doc_0/Document.xml": b"<ofd:Document/>"})


def summary(author: str) -> bytes:
    """A property stream with one text (the author) and one moment."""
    text = author.encode("gb18030") + b"\0"
    text += bytes(-len(text) % 4)
    values = (
        struct.pack("<LL", 0x1E, len(text)) + text + struct.pack("<LQ", 0x40, 0x1122334455667788)
    )
    first = 8 + 16
    second = first + 8 + len(text)
    section = struct.pack("<LLLLLL", first + len(values), 2, 4, first, 12, second) + values
    return struct.pack("<HHL16sL16sL", 0xFFFE, 0, 0, bytes(16), 1, bytes(16), 48) + section


def sheet_record(kind: int = 0, state: int = 0) -> bytes:
    """BOUNDSHEET of a workbook stream."""
    body = struct.pack("<LBB", 0, state, kind) + b"\x01\x00A"
    return struct.pack("<HH", 0x85, len(body)) + body


SECTOR = 512


def compound(streams: dict[str, bytes], folders: tuple[str, ...] = ()) -> bytes:
    """A compound file: streams are padded to 4096 bytes, so that none is small; names lie flat in the directory."""
    padded = {name: data + bytes(max(0, 4096 - len(data))) for name, data in streams.items()}
    entries, body, table, at = [entry("Root Entry", 5, 0xFFFFFFFE, 0)], b"", [], 1
    for name, data in padded.items():
        count = -(-len(data) // SECTOR)
        entries.append(entry(name, 2, at, len(data)))
        body += data.ljust(count * SECTOR, b"\0")
        table += [*range(at + 1, at + count), 0xFFFFFFFE]
        at += count
    entries += [entry(name, 1, 0xFFFFFFFE, 0) for name in folders]
    directory = b"".join(entries)
    size = -(-len(directory) // SECTOR)
    table = [0xFFFFFFFD, *table, *range(at + 1, at + size), 0xFFFFFFFE]
    head = struct.pack(
        "<8s16xHHHHH6xLLLLLLLLL",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        1,
        at,
        0,
        4096,
        0xFFFFFFFE,
        0,
        0xFFFFFFFE,
        0,
    )
    head += struct.pack("<109L", 0, *[0xFFFFFFFF] * 108)
    fat = struct.pack(f"<{len(table)}L", *table).ljust(SECTOR, b"\xff")
    return head + fat + body + directory.ljust(size * SECTOR, b"\0")


def entry(name: str, kind: int, start: int, size: int) -> bytes:
    """128 bytes of a directory."""
    text = name.encode("utf-16-le") + b"\0\0"
    return text.ljust(64, b"\0") + struct.pack("<HBB48xLLL", len(text), kind, 1, start, size, 0)
