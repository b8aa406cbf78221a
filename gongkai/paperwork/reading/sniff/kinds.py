"""What kind of file the bytes are, by content. The name of a file says nothing that can be relied on."""

import re
from typing import Literal

from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.reading.sniff.archive import check_word_file
from gongkai.paperwork.reading.sniff.decoding import decode
from gongkai.paperwork.reading.sniff.nesting import refuse_deep_html, refuse_deep_json
from gongkai.paperwork.reading.sniff.opening import LARGEST_FILE, MIB, open_limited
from gongkai.paperwork.reading.sniff.signatures import refuse_known

Kind = Literal["pdf", "docx", "html", "text", "json"]

# Bytes. Pages carry pictures inside; a report's text alone has some 50 000.
LARGEST: dict[Kind, int] = {
    "pdf": LARGEST_FILE,
    "docx": LARGEST_FILE,
    "html": 10 * MIB,
    "text": MIB,
    "json": 5 * MIB,
}
_NAMES: dict[Kind, str] = {
    "pdf": "PDF",
    "docx": "Word 文件",
    "html": "网页",
    "text": "文字",
    "json": "JSON",
}
_PDF_HEADER_WITHIN = 1024  # bytes, as viewers have always allowed
_LAUNCH = re.compile(rb"/S\s{0,8}/Launch\b")
_JSON_START = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\]])')
_HTML_START = re.compile(r"\s*<(?:[a-z]|!doctype|!--|\?xml)", re.IGNORECASE)
_HTML_TAG = re.compile(r"<(?:html|head|body|table|div|p|span|font|h[1-6])\b[^<>]*>", re.IGNORECASE)
_WORD_XML = re.compile(r"<\?mso-application|<pkg:package|<w:wordDocument|<uof:|<w:document\b")
_HEAD = 4096  # characters


def sniff(data: bytes) -> Kind:
    """The kind of file ``data`` is; every check that needs no reader has been passed when it returns.

    Raises UnreadableReport with advice for kinds that are not read, HostileFile for programs, bombs and what is too
    large or too deep. Macros in a Word file are ignored, never run; scripts in a PDF or a page likewise.
    """
    open_limited(data)
    if not data.strip(b"\x00 \t\r\n\f\v\xef\xbb\xbf\xff\xfe"):
        raise UnreadableReport("文件是空的")
    kind = _kind(data)
    if len(data) > LARGEST[kind]:
        raise HostileFile(f"{_NAMES[kind]}超过 {LARGEST[kind] // MIB} MiB，不予读取")
    return kind


def _kind(data: bytes) -> Kind:
    if data.find(b"%PDF-", 0, _PDF_HEADER_WITHIN) >= 0:
        return _pdf(data)
    refuse_known(data)
    if data.startswith(b"PK"):
        check_word_file(data)
        return "docx"
    if len(data) > max(LARGEST["html"], LARGEST["text"]):
        raise HostileFile("文字内容过多，不予读取")
    return _text(decode(data))


def _pdf(data: bytes) -> Kind:
    if not data.lstrip(b"\xef\xbb\xbf\x00 \t\r\n").startswith(b"%PDF-"):
        raise HostileFile(
            "PDF 开头之前另有程序或其他内容，可能带有恶意，不予读取；请用原软件重新导出 PDF"
        )
    if _LAUNCH.search(data):
        raise HostileFile("PDF 含有启动外部程序的动作，不予读取；请用原软件重新导出 PDF")
    return "pdf"


def _text(text: str) -> Kind:
    head = text[:_HEAD]
    if head.lstrip().startswith("<?xml") and _WORD_XML.search(head):
        raise UnreadableReport(
            "这是 XML 格式的 Word 或 UOF 文件，请用 Word 或 WPS 打开，另存为 .docx 再试"
        )
    if _JSON_START.match(head):
        refuse_deep_json(text)
        return "json"
    if _HTML_START.match(head) or _HTML_TAG.search(head):
        refuse_deep_html(text)
        return "html"
    return "text"
