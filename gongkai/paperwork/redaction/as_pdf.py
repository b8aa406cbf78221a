"""What is not a PDF becomes one before it is blacked out: pictures a page each, Word files as they are printed."""

from collections.abc import Mapping

from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.office import OfficeMissing, to_pdf

SECONDS = 30.0
MEMORY_MIB = 1_536
_PICTURES = frozenset({"png", "jpeg", "gif", "webp"})
_WORD: Mapping[str, str] = {"docx": "docx", "doc": "doc"}
READABLE = frozenset({"pdf", *_PICTURES, *_WORD})
"""Kinds of files (keys of ``cleaning.FILE_KINDS``) that can be blacked out."""


def as_pdf(data: bytes, kind: str) -> bytes:
    """The file as PDF, itself where it is one.

    Raises KeyError for another kind than the READABLE ones, OfficeMissing, UnreadableReport (HostileFile).
    """
    if kind == "pdf":
        return data
    if kind in _PICTURES:
        made: bytes = bounded_call(
            "gongkai.paperwork.redaction.doors:pictured",
            data,
            seconds=SECONDS,
            memory_mib=MEMORY_MIB,
        )
        return made
    try:
        return to_pdf(data, extension=_WORD[kind])
    except OfficeMissing as missing:
        raise OfficeMissing(
            "这台服务器没有安装 LibreOffice，Word 文件请先在 Word 或者 WPS 里导出为 PDF，再加入材料"
        ) from missing
