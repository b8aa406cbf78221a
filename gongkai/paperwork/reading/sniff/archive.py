"""Zip files from outside: which are Word files, and whether one can be unpacked without harm.

Everything is judged from the central directory first; only then are the XML parts read, and only for what no Word
file contains: document types and entities.
"""

import io
import re
import struct
import zipfile
import zlib
from itertools import pairwise

from gongkai.paperwork.errors import HostileFile, UnreadableReport

MIB = 2**20
MOST_ENTRIES = 5_000
LARGEST_DIRECTORY = 2 * MIB  # bytes; 5 000 entries with long names
LARGEST_UNPACKED = 200 * MIB  # bytes in all
LARGEST_PART = 40 * MIB  # bytes of one XML part: a parsed tree takes several times as much
MOST_TAGS = 1_000_000  # in one XML part; a hundred pages have some 100 000
HIGHEST_RATIO = 200  # of unpacked to packed size; Word's own XML reaches about 60
RATIO_COUNTS_FROM = MIB  # bytes unpacked: a small part may consist of blanks

# End of the central directory: signature, entries on this disk, in all, size, offset, length of the comment.
_END = struct.Struct("<4s4xHHLLH")
_END_MARK, _END64_MARK = b"PK\x05\x06", b"PK\x06\x07"
_LOCAL_HEADER = 30  # bytes before the name
_ENCRYPTED = 0x1

_BOMB = "压缩包结构异常（可能是压缩炸弹），不予读取"
_DAMAGED = "文件不完整或已损坏，请用 Word 或 WPS 打开并重新保存后再试"
_LOCKED = "文件有打开密码，请取消密码后再试"
_ENCODED = "Word 文件使用了不允许的文字编码，不予读取"
_CONTENT_TYPES = "[Content_Types].xml"
# What the list of content types says the main part is; the first that is found decides. None: a Word file.
_OFFICE = (
    ("wordprocessingml.document.main+xml", None),
    ("word.document.macroEnabled.main+xml", "这是含宏的 Word 文件（.docm），请另存为 .docx 再试"),
    ("wordprocessingml.template.main+xml", "这是 Word 模板（.dotx），请另存为 .docx 再试"),
    ("word.template.macroEnabledTemplate.main+xml", "这是 Word 模板（.dotm），请另存为 .docx 再试"),
    ("spreadsheetml.", "这是 Excel 表格（.xlsx），请提供 Word、PDF 或网页格式的文件"),
    ("ms-excel.", "这是 Excel 表格，请提供 Word、PDF 或网页格式的文件"),
    ("presentationml.", "这是演示文稿（.pptx），请提供 Word、PDF 或网页格式的文件"),
    ("ms-powerpoint.", "这是演示文稿，请提供 Word、PDF 或网页格式的文件"),
)
# An entry that tells other kinds of zip file.
_OTHERS = (
    ("OFD.xml", "这是 OFD 文件，请用阅读器打开，导出为 PDF 再试"),
    ("content.xml", "这是 ODT 等开放文档，请另存为 .docx 再试"),
    ("META-INF/MANIFEST.MF", "这是 Java 程序包，不予读取"),
    ("AndroidManifest.xml", "这是安卓安装包，不予读取"),
)

# Pictures are opened by nobody here, and an SVG may rightly have a document type.
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg")
# Byte order marks and white space, also in UTF-16: a part of blanks alone is looked at in full.
_BEFORE_MARK_UP = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_FORBIDDEN = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(r"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']{0,40})""")


def check_word_file(data: bytes) -> None:
    """Raise UnreadableReport unless the zip file is a Word file, HostileFile if unpacking it would do harm."""
    with open_safely(data) as archive:
        entries = archive.infolist()
        _check_is_word(archive, {entry.filename for entry in entries})
        for entry in entries:
            _check_part(archive, entry)


def open_safely(data: bytes) -> zipfile.ZipFile:
    """Any zip file, once its directory shows no bomb, no trick with paths, no lock; raises like ``check_word_file``."""
    _check_directory_size(data)
    archive = _opened(data)
    _check_entries(archive.infolist(), archive.start_dir)
    return archive


def _check_directory_size(data: bytes) -> None:
    """Before ``zipfile`` makes an object of each entry. It goes by the directory's size, not by the stated number."""
    at = data.rfind(_END_MARK, max(0, len(data) - 2**16 - _END.size))
    if at < 0 or len(data) < at + _END.size:
        raise UnreadableReport(_DAMAGED)
    _, _, _, size, _, _ = _END.unpack_from(data, at)
    if data[max(0, at - 20) :].startswith(_END64_MARK) or size > LARGEST_DIRECTORY:
        raise HostileFile(_BOMB)


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError, OSError) as error:
        raise UnreadableReport(_DAMAGED) from error


def _check_entries(entries: list[zipfile.ZipInfo], directory_at: int) -> None:
    if len(entries) > MOST_ENTRIES:
        raise HostileFile(f"压缩包内文件超过 {MOST_ENTRIES} 个，不予读取")
    if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise HostileFile(f"压缩包展开后超过 {LARGEST_UNPACKED // MIB} MiB，不予读取")
    if len({entry.filename.casefold() for entry in entries}) < len(entries):
        raise HostileFile("压缩包内有重名文件，不予读取")
    for entry in entries:
        _check_entry(entry)
    _check_overlap(entries, directory_at)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    if name.startswith(("/", "\\")) or ":" in name or ".." in re.split(r"[/\\]", name):
        raise HostileFile("压缩包内有指向包外的文件名，不予读取")
    if entry.flag_bits & _ENCRYPTED:
        raise UnreadableReport(_LOCKED)
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise UnreadableReport(_DAMAGED)
    too_dense = entry.file_size > entry.compress_size * HIGHEST_RATIO
    if too_dense and entry.file_size > RATIO_COUNTS_FROM:
        raise HostileFile(f"压缩比超过 {HIGHEST_RATIO} 倍（可能是压缩炸弹），不予读取")


def _check_overlap(entries: list[zipfile.ZipInfo], directory_at: int) -> None:
    """Two entries that share bytes are the trick by which a small file unpacks to terabytes."""
    spans = sorted((entry.header_offset, _LOCAL_HEADER + entry.compress_size) for entry in entries)
    for (start, length), (following, _) in pairwise([*spans, (directory_at, 0)]):
        if start + length > following:
            raise HostileFile(_BOMB)


def _check_is_word(archive: zipfile.ZipFile, names: set[str]) -> None:
    if _CONTENT_TYPES in names:
        kinds = _read(archive, _CONTENT_TYPES).decode("utf-8", "replace")
        for mark, sentence in _OFFICE:
            if mark in kinds and sentence is None:
                return
            if mark in kinds:
                raise UnreadableReport(str(sentence))
    for name, sentence in _OTHERS:
        if name in names:
            raise UnreadableReport(sentence)
    raise UnreadableReport("这是压缩包，请解压后选择其中的文件再试")


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Refuse an XML part with a document type, or in an encoding that could hide one."""
    name = entry.filename.lower()
    if name.endswith(_PICTURES):
        return
    start = _read(archive, entry, 64).lstrip(_BEFORE_MARK_UP)
    if start and not start.startswith(b"<") and not name.endswith((".xml", ".rels", ".vml")):
        return
    if entry.file_size > LARGEST_PART:
        raise HostileFile(f"Word 文件的正文超过 {LARGEST_PART // MIB} MiB，不予读取")
    _check_xml(_read(archive, entry))


def _check_xml(part: bytes) -> None:
    wide = part.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\x00" in part[:4] and not wide:
        raise HostileFile(_ENCODED)
    try:
        text = part.decode("utf-16" if wide else "utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableReport(_DAMAGED) from error
    declared = _ENCODING.match(text.removeprefix("\ufeff"))
    odd = declared is not None and declared[1].lower() not in {"utf-8", "utf-16", "us-ascii"}
    if odd or "\x00" in text:  # a NUL: UTF-32 whose mark was taken for that of UTF-16
        raise HostileFile(_ENCODED)
    if text.count("<") > MOST_TAGS:
        raise HostileFile("Word 文件内容过多，不予读取")
    if _FORBIDDEN.search(text):
        raise HostileFile("Word 文件含有文档类型或实体定义（DTD），不予读取")


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo | str, most: int = -1) -> bytes:
    try:
        with archive.open(entry) as part:
            return part.read(most)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        raise UnreadableReport(_DAMAGED) from error
