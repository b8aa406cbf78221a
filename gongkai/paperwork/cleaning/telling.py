"""Which of the kinds a file is, by content; programs, scripts, drawings with scripts and packed files are refused here."""

import io
import re
import zipfile

from gongkai.paperwork.cleaning.kinds import FILE_KINDS, IMAGES, FileKind
from gongkai.paperwork.cleaning.names import extension_of
from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.reading.sniff.archive import open_safely
from gongkai.paperwork.reading.sniff.decoding import NotText, decode
from gongkai.paperwork.reading.sniff.signatures import OLE2, SIGNATURES

_BLANK = b"\x00 \t\r\n\f\v\xef\xbb\xbf\xff\xfe"
_IMAGES = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)
_MAIN_PARTS = (
    ("wordprocessingml.document.main+xml", "docx"),
    ("spreadsheetml.sheet.main+xml", "xlsx"),
    ("presentationml.presentation.main+xml", "pptx"),
    ("presentationml.slideshow.main+xml", "pptx"),
)
_OLE_STREAMS = (
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)
_PROGRAM_NAMES = (
    "ade adp apk app appx asp aspx bat cgi chm cmd com cpl dll docm dotm exe gadget hta inf ins isp jar js jse jsp "
    "jspx lib lnk mde msc msi msp mst php pif pl pptm ps1 py reg rb scf scr sct sh shb sys vb vbe vbs vxd war wsc wsf "
    "wsh xlam xlsm xltm svg swf iso img vhd xhtml xml"
)  # fmt: skip
_SCRIPTS = frozenset(_PROGRAM_NAMES.split())
_MARK_UP = re.compile(r"\s*<(?:[a-z!?])", re.IGNORECASE)
_TAG = re.compile(
    r"<(?:html|head|body|table|div|p|span|font|h[1-6]|script|iframe)\b[^<>]*>", re.IGNORECASE
)
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
"""A page of the web from its first element on: a drawing inside it is a part of the page."""
_DRAWING = re.compile(r"<(?:\w+:)?svg\b", re.IGNORECASE)
_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\]])')
_ZIP_END = b"PK\x05\x06"
_ZIP_TAIL = 2**16 + 22


def advice_on(kinds: frozenset[str]) -> str:
    """What may be submitted at this place, in the order of FILE_KINDS: pictures alone where only pictures are wanted."""
    return "可以提交：" + "、".join(FILE_KINDS[key].label for key in FILE_KINDS if key in kinds)


def tell(data: bytes, name: str, advice: str) -> FileKind:
    """The kind of the file; ``advice`` says what fits at this place.

    Raises UnreadableReport for what is not taken in, HostileFile for what looks like an attack.
    """
    if not data.strip(_BLANK):
        raise UnreadableReport("文件是空的，请重新选择文件")
    if (extension := extension_of(name)) in _SCRIPTS:
        raise HostileFile(f"不接受 .{extension} 文件；{advice}")
    kind = FILE_KINDS[_key(data, name, advice)]
    _refuse_two_in_one(data, kind.key)
    return kind


def _key(data: bytes, name: str, advice: str) -> str:
    if data.startswith(b"%PDF-"):
        return "pdf"
    for magic, key in _IMAGES:
        if data.startswith(magic):
            return key
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data.startswith(b"PK\x03\x04"):
        return _packed(data, advice)
    if data.startswith(OLE2):
        return _ole(data, advice)
    _refuse_others(data, advice)
    return _written(data, name, advice)


def _packed(data: bytes, advice: str) -> str:
    with open_safely(data) as archive:
        names = set(archive.namelist())
        if "OFD.xml" in names:
            return "ofd"
        types = _content_types(archive) if "[Content_Types].xml" in names else ""
    for mark, key in _MAIN_PARTS:
        if mark in types:
            return key
    if "macroEnabled" in types:
        raise HostileFile("文件含有宏，请另存为不含宏的 .docx、.xlsx 或 .pptx 再提交")
    if "content.xml" in names and "mimetype" in names:
        raise UnreadableReport("这是 ODT 等开放文档，请另存为 .docx、.xlsx 或 PDF 再提交")
    raise UnreadableReport(f"不接受压缩包，请解压后逐个提交；{advice}")


def _content_types(archive: zipfile.ZipFile) -> str:
    try:
        with archive.open("[Content_Types].xml") as part:
            return part.read(2**20).decode("utf-8", "replace")
    except (zipfile.BadZipFile, OSError, ValueError, EOFError) as error:
        raise UnreadableReport("文件不完整或已损坏，请重新保存后再提交") from error


def _ole(data: bytes, advice: str) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableReport("文件有打开密码，请取消密码后再提交")
    for stream, key in _OLE_STREAMS:
        if stream.encode("utf-16-le") + b"\x00\x00" in data:
            return key
    raise UnreadableReport(f"不认识的旧版 Office 文件；{advice}")


def _refuse_others(data: bytes, advice: str) -> None:
    for row in SIGNATURES:
        if data.startswith(row.magic, row.at) and (not row.with_nul or b"\x00" in data[:512]):
            if row.hostile:
                raise HostileFile(f"不接受程序和脚本；{advice}")
            raise UnreadableReport(f"不接受这种文件；{advice}")
    if b"%PDF-" in data[:1024]:
        raise HostileFile("PDF 开头之前另有其他内容，可能带有恶意；请用原软件重新导出 PDF")


def _written(data: bytes, name: str, advice: str) -> str:
    """Text of some sort; a table only if the name says so."""
    try:
        text = decode(data)
    except NotText as error:
        raise UnreadableReport(f"不认识的文件，可能已损坏；{advice}") from error
    head = text[:4096]
    if _DRAWING.search(head) and not _PAGE.match(head):
        raise HostileFile("不接受 SVG 图形，请导出为 PNG 再提交")
    if _MARK_UP.match(head) or _TAG.search(head):
        return "html"
    if _JSON.match(head) and extension_of(name) == "json":
        return "json"
    return "csv" if extension_of(name) == "csv" else "text"


def _refuse_two_in_one(data: bytes, key: str) -> None:
    """A file that is a zip file too (or a PDF too) is read differently by different programs."""
    if key in {"docx", "xlsx", "pptx", "ofd"}:
        return
    if _ZIP_END in data[-_ZIP_TAIL:] and zipfile.is_zipfile(io.BytesIO(data)):
        raise HostileFile("文件同时又是压缩包，可能带有恶意，不予接受；请用原软件重新导出")
    if key in IMAGES and b"%PDF-" in data[:1024]:
        raise HostileFile("图片里另藏有 PDF，可能带有恶意，不予接受；请重新导出图片")
