"""Bytes to text: UTF-8, UTF-16 and GB18030, and what a page's meta element says if the bytes bear it out.

The order follows what can be proved: Chinese text that is valid UTF-8 is UTF-8, whatever the page declares (many
pages of converted sites still say gb2312).
"""

import codecs
import re

from gongkai.paperwork.errors import UnreadableReport

HEAD = 64 * 1024  # bytes looked at to tell text from other data
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Only these are honoured in a declaration; gb2312 and gbk are subsets of gb18030.
_DECLARED = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs",
}  # fmt: skip
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_PLAIN = frozenset(b"\t\n\r" + bytes(range(0x20, 0x7F)))
MOST_CONTROLS = 0.01  # share of bytes; random data has about a tenth
MOST_LOST = (
    0.001  # share of characters; a page pieced together by a site's software may hold a stray byte
)
_NOT_TEXT = (
    "不认识的文件：既不是 PDF、Word，也不是网页或文字；请提供 .docx、.pdf、.html 或 .txt 文件"
)


class NotText(UnreadableReport):
    """The bytes are no text in any encoding."""


def decode(data: bytes) -> str:
    """The text of ``data`` without its byte order mark.

    A few stray bytes become U+FFFD, which no reader takes for a digit. Raises NotText if the bytes are none,
    UnreadableReport if more of them cannot be read: the message gives the first such place.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _tolerant(data[len(mark) :], encoding)
    if wide := _wide(data[:HEAD]):
        return _tolerant(data, wide)
    controls = len(_CONTROLS.findall(data[:HEAD]))
    if controls > MOST_CONTROLS * len(data[:HEAD]):
        raise NotText(_NOT_TEXT)
    return _narrow(data)


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark, told by its digits, spaces and line ends: each has a NUL on one and the same side."""
    if b"\x00" not in head:
        return None
    pairs = list(zip(head[::2], head[1::2], strict=False))
    little = sum(high == 0 and low in _PLAIN for low, high in pairs)
    big = sum(high == 0 and low in _PLAIN for high, low in pairs)
    if (0, 0) in pairs or max(little, big) * 100 < len(pairs):
        return None
    return "utf-16-le" if little > big else "utf-16-be"


def _narrow(data: bytes) -> str:
    """Text without NULs: strict readings first, then UTF-8 with few faults, then GB18030 with few faults."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if _is_damaged_utf8(data):
            return _tolerant(data, "utf-8")
    declared = _declared(data)
    if declared:
        try:
            return data.decode(declared)
        except UnicodeDecodeError:
            pass  # what the page says of itself is wrong; the general reading follows
    return _tolerant(data, "gb18030")


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether far more characters beyond ASCII fit UTF-8 than do not. Text in GB18030 hardly ever fits."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    beyond_ascii = sum(1 for _ in re.finditer(r"[^\x00-\x7f]", text))
    return lost * 20 < beyond_ascii


def _declared(data: bytes) -> str | None:
    match = _META.search(data[:4096])
    return _DECLARED.get(match[1].decode("ascii").lower()) if match else None


def _tolerant(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") <= max(1, len(text) * MOST_LOST):
            return text
        raise UnreadableReport(
            f"文字编码无法识别：按 {encoding.upper()} 解读时，第 {error.start + 1} 字节"
            f"（0x{data[error.start]:02X}）起有多处不成文字；请另存为 UTF-8 再试"
        ) from error
