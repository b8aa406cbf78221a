"""The kinds of file that are taken in: one row each. What is not listed is refused."""

from collections.abc import Mapping
from dataclasses import dataclass

_OFFICE = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind. The first of ``extensions`` is given to a file whose own does not fit."""

    key: str
    label: str
    content_type: str
    extensions: tuple[str, ...]


_ROWS = (
    FileKind("pdf", "PDF", "application/pdf", ("pdf",)),
    FileKind("docx", "Word 文件", _OFFICE + "wordprocessingml.document", ("docx",)),
    FileKind("xlsx", "Excel 表格", _OFFICE + "spreadsheetml.sheet", ("xlsx",)),
    FileKind("pptx", "演示文稿", _OFFICE + "presentationml.presentation", ("pptx",)),
    FileKind("doc", "旧版 Word 或 WPS 文字", "application/msword", ("doc", "wps")),
    FileKind("xls", "旧版 Excel 或 WPS 表格", "application/vnd.ms-excel", ("xls", "et")),
    FileKind("ppt", "旧版演示文稿", "application/vnd.ms-powerpoint", ("ppt", "dps")),
    FileKind("ofd", "OFD", "application/ofd", ("ofd",)),
    FileKind("text", "文字", "text/plain", ("txt", "md")),
    FileKind("csv", "CSV 表格", "text/csv", ("csv",)),
    FileKind("html", "网页", "text/html", ("html", "htm")),
    FileKind("json", "JSON 数据", "application/json", ("json",)),
    FileKind("png", "PNG 图片", "image/png", ("png",)),
    FileKind("jpeg", "JPEG 图片", "image/jpeg", ("jpg", "jpeg")),
    FileKind("gif", "GIF 图片", "image/gif", ("gif",)),
    FileKind("webp", "WebP 图片", "image/webp", ("webp",)),
    FileKind("mp4", "MP4 视频", "video/mp4", ("mp4", "m4v")),
    FileKind("mp3", "MP3 音频", "audio/mpeg", ("mp3",)),
    FileKind("m4a", "M4A 音频", "audio/mp4", ("m4a",)),
)
FILE_KINDS: Mapping[str, FileKind] = {row.key: row for row in _ROWS}
IMAGES = frozenset({"png", "jpeg", "gif", "webp"})
MEDIA = frozenset({"mp4", "mp3", "m4a"})
"""Looked through by ``paperwork.media``, which never holds the whole of them."""
OOXML = frozenset({"docx", "xlsx", "pptx"})
OLE = frozenset({"doc", "xls", "ppt"})
