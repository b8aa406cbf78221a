"""Word, Excel and PowerPoint files of the new kind: macros and remote parts refused, properties emptied, traces reported."""

import io
import re
import zipfile

from gongkai.paperwork.cleaning import jpeg
from gongkai.paperwork.cleaning.repack import parts_of, repack
from gongkai.paperwork.cleaning.treated import Treated
from gongkai.paperwork.errors import HostileFile
from gongkai.paperwork.reading.sniff.archive import open_safely

_MACRO_PARTS = re.compile(
    r"(^|/)(vba(project|data)[^/]*|activex\d*\.(xml|bin)|macrosheets/.*)$", re.IGNORECASE
)
_DTD = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_REMOTE = re.compile(
    rb"<Relationship\b(?=[^>]*TargetMode\s*=\s*[\"']External)(?=[^>]*Type\s*=\s*[\"'][^\"']*/"
    rb"(attachedTemplate|oleObject|frame|subDocument|aFChunk|control)[\"'])",
    re.IGNORECASE,
)
_DDE = re.compile(rb"<(?:\w+:)?ddeLink\b|(?:>|instr=[\"'])\s*DDE(?:AUTO)?\s", re.IGNORECASE)
_NATIVE = "\x01Ole10Native".encode("utf-16-le")
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_CUSTOM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
)
_EMPTIED = {"docprops/app.xml": _APP, "docprops/core.xml": _CORE, "docprops/custom.xml": _CUSTOM}
_THUMBNAIL = re.compile(rb"<Relationship\b[^>]*/metadata/thumbnail[\"'][^>]*/>")
_AUTHORS = re.compile(
    rb"""(\s(?:w:author|w:initials|w15:author|authorId|userId)=)("[^"]*"|'[^']*')"""
)
_TRACES = (
    (re.compile(rb"<w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange)\b[^>]*\bw:id="), "文件内有修订痕迹，公开前请接受或拒绝全部修订"),
    (re.compile(rb"<w:vanish\s*/>"), "文件内有隐藏文字，公开前请确认"),
    (re.compile(rb"<sheet\b[^>]*\bstate=[\"'](?:hidden|veryHidden)"), "表格内有隐藏的工作表，公开前请取消隐藏或删除"),
    (re.compile(rb"<(?:row|col)\b[^>]*\bhidden=[\"'](?:1|true)"), "表格内有隐藏的行或列，公开前请确认"),
    (re.compile(rb"<p:sld\b[^>]*\bshow=[\"'](?:0|false)"), "演示文稿内有隐藏的页，公开前请确认"),
)  # fmt: skip
_PARTS = (
    (re.compile(r"/(comments\w*\.xml|comments/.*|threadedcomments/.*)$", re.IGNORECASE), "文件内有批注，公开前请删除"),
    (re.compile(r"/embeddings/", re.IGNORECASE), "文件内嵌有其他文件，公开前请确认其内容"),
    (re.compile(r"/notesSlides/", re.IGNORECASE), "演示文稿内有备注页，公开前请确认"),
    (re.compile(r"/externalLinks/", re.IGNORECASE), "表格引用了其他文件，公开前请断开链接"),
)  # fmt: skip


def treat(data: bytes) -> Treated:
    """The public copy with empty properties and bare pictures; raises HostileFile for macros and what fetches code."""
    with open_safely(data) as archive:
        parts = parts_of(archive)
    for name, part in parts.items():
        _refuse(name, part)
    return Treated(repack(parts, _change), _notes(parts))


def _refuse(name: str, part: bytes) -> None:
    if _MACRO_PARTS.search(name):
        raise HostileFile("文件含有宏或控件，请另存为不含宏的 .docx、.xlsx 或 .pptx 再提交")
    if name.lower().endswith((".xml", ".rels", ".vml")):
        _refuse_mark_up(name, part)
    elif part.startswith(b"MZ") or _NATIVE in part:
        raise HostileFile("文件内嵌有程序或无法检查的对象，请删除后再提交")
    elif part.startswith(b"PK") and _has_macros(part):
        raise HostileFile("文件内嵌的文件含有宏，请删除后再提交")


def _refuse_mark_up(name: str, part: bytes) -> None:
    bare = part.replace(b"\x00", b"")  # UTF-16 too
    if _DTD.search(bare):
        raise HostileFile("文件含有文档类型或实体定义（DTD），不予接受")
    if name == "[Content_Types].xml" and b"macroEnabled" in bare:
        raise HostileFile("文件含有宏，请另存为不含宏的 .docx、.xlsx 或 .pptx 再提交")
    if name.endswith(".rels") and _REMOTE.search(bare):
        raise HostileFile("文件打开时会从外部读取模板或对象，请断开链接后再提交")
    if _DDE.search(bare):
        raise HostileFile("文件含有调用其他程序的域（DDE），请删除后再提交")


def _has_macros(part: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(part)) as inner:
            return any(_MACRO_PARTS.search(name) for name in inner.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return True


def _change(name: str, part: bytes) -> bytes | None:
    lower = name.lower()
    if lower.startswith("docprops/thumbnail"):
        return None  # a picture of what the file looked like once
    if lower == "_rels/.rels":
        return _THUMBNAIL.sub(b"", part)
    if lower in _EMPTIED:
        return _EMPTIED[lower]
    if lower.endswith((".jpg", ".jpeg")):
        return jpeg.strip(part)
    if lower.endswith(".xml") and lower.startswith("word/"):
        return _AUTHORS.sub(rb'\1""', part)
    return part


def _notes(parts: dict[str, bytes]) -> tuple[str, ...]:
    texts = [part for name, part in parts.items() if name.endswith(".xml")]
    said = [said for mark, said in _TRACES if any(mark.search(text) for text in texts)]
    return (*said, *(said for mark, said in _PARTS if any(mark.search(name) for name in parts)))
