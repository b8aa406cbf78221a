"""Files that are no report, told by their first bytes: one row each, with what to tell the person who sent it."""

from dataclasses import dataclass

from gongkai.paperwork.errors import HostileFile, UnreadableReport


@dataclass(frozen=True, slots=True)
class Signature:
    """``magic`` stands ``at`` bytes from the start. ``with_nul``: only if a NUL follows within the first 512 bytes."""

    magic: bytes
    sentence: str
    at: int = 0
    hostile: bool = False
    with_nul: bool = False


_PROGRAM = "这是可执行程序，不予读取"
_SCRIPT = "这是脚本程序，不予读取"
_PICTURE = "这是图片或扫描件，没有可读的文字；请提供能选中文字的 PDF、Word 或网页文件"
_PACKED = "这是压缩包，请解压后选择其中的文件再试"
_MEDIA = "这是音频或视频文件，没有可读的文字"
_RTF = "这是 RTF 文件，请用 Word 或 WPS 打开，另存为 .docx 再试"
_MHTML = "这是“单个文件网页”（.mht），请用浏览器打开后另存为 .html，或另存为 PDF 再试"
_OLD_PAGES = "这是 CAJ 或 CEB 等专用格式的文件，请导出为 PDF 再试"

SIGNATURES = (
    Signature(b"MZ", _PROGRAM, hostile=True, with_nul=True),
    Signature(b"\x7fELF", _PROGRAM, hostile=True),
    Signature(b"\xfe\xed\xfa\xce", _PROGRAM, hostile=True),
    Signature(b"\xfe\xed\xfa\xcf", _PROGRAM, hostile=True),
    Signature(b"\xce\xfa\xed\xfe", _PROGRAM, hostile=True),
    Signature(b"\xcf\xfa\xed\xfe", _PROGRAM, hostile=True),
    Signature(b"\xca\xfe\xba\xbe", _PROGRAM, hostile=True),
    Signature(b"\x00asm", _PROGRAM, hostile=True),
    Signature(b"dex\n", _PROGRAM, hostile=True),
    Signature(b"L\x00\x00\x00\x01\x14\x02\x00", "这是快捷方式，请选择它所指的文件", hostile=True),
    Signature(b"#!", _SCRIPT, hostile=True),
    Signature(b"@echo off", _SCRIPT, hostile=True),
    Signature(b"<?php", _SCRIPT, hostile=True),
    Signature(b"Rar!\x1a\x07", _PACKED),
    Signature(b"7z\xbc\xaf\x27\x1c", _PACKED),
    Signature(b"\x1f\x8b", _PACKED),
    Signature(b"BZh", _PACKED),
    Signature(b"\xfd7zXZ\x00", _PACKED),
    Signature(b"\x28\xb5\x2f\xfd", _PACKED),
    Signature(b"ustar", _PACKED, at=257),
    Signature(b"\x89PNG", _PICTURE),
    Signature(b"\xff\xd8\xff", _PICTURE),
    Signature(b"GIF8", _PICTURE),
    Signature(b"BM", _PICTURE, with_nul=True),
    Signature(b"II*\x00", _PICTURE),
    Signature(b"MM\x00*", _PICTURE),
    Signature(b"WEBP", _PICTURE, at=8),
    Signature(b"ftypheic", _PICTURE, at=4),
    Signature(b"ftypavif", _PICTURE, at=4),
    Signature(b"AT&TFORM", _PICTURE),
    Signature(b"%!PS", "这是 PostScript 文件，请转换为 PDF 再试"),
    Signature(b"{\\rtf", _RTF),
    Signature(b"MIME-Version:", _MHTML),
    Signature(b"From: <", _MHTML),
    Signature(b"CAJ", _OLD_PAGES, with_nul=True),
    Signature(b"Founder CEB", _OLD_PAGES),
    Signature(b"ftyp", _MEDIA, at=4),
    Signature(b"ID3", _MEDIA),
    Signature(b"OggS", _MEDIA),
    Signature(b"RIFF", _MEDIA, with_nul=True),
    Signature(b"\x1aE\xdf\xa3", _MEDIA),
    Signature(b"SQLite format 3\x00", "这是数据库文件，没有可读的文字"),
)

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams inside an OLE2 file, the first that is found decides.
_OLE2_STREAMS = (
    ("EncryptedPackage", "文件有打开密码，请在 Word 或 WPS 中取消密码后再试"),
    (
        "WordDocument",
        "这是旧版 Word 文件（.doc 或 .wps），请用 Word 或 WPS 打开，另存为 .docx 再试",
    ),
    ("Workbook", "这是 Excel 表格（.xls），请提供 Word、PDF 或网页格式的文件"),
    ("PowerPoint Document", "这是演示文稿（.ppt），请提供 Word、PDF 或网页格式的文件"),
    ("__substg1.0_", "这是邮件，请另存其中的附件再试"),
)
_OLE2_OTHER = (
    "这是旧版 Office 或 WPS 文件（.doc、.wps 等），请用 Word 或 WPS 打开，另存为 .docx 再试"
)


def refuse_known(data: bytes) -> None:
    """Raise the refusal of the first row that matches, if any."""
    if data.startswith(OLE2):
        raise UnreadableReport(_ole2_sentence(data))
    for row in SIGNATURES:
        if data.startswith(row.magic, row.at) and (not row.with_nul or b"\x00" in data[:512]):
            raise (HostileFile if row.hostile else UnreadableReport)(row.sentence)


def _ole2_sentence(data: bytes) -> str:
    for stream, sentence in _OLE2_STREAMS:
        if stream.encode("utf-16-le") in data:
            return sentence
    return _OLE2_OTHER
