"""A page's bytes to what it holds, without limits; ``read_old_page`` calls it in a bounded child process."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree, html

from gongkai.paperwork.cleaning.telling import tell
from gongkai.paperwork.document_html.headings import with_headings
from gongkai.paperwork.document_html.pictures import useful
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.html_blocks import Element
from gongkai.paperwork.old_pages.flow import blocks_of
from gongkai.paperwork.old_pages.frames import drop, is_frame, sizes_of
from gongkai.paperwork.old_pages.page import OldPage
from gongkai.paperwork.old_pages.places import Place, place_of
from gongkai.paperwork.old_pages.references import EMBEDDED, References
from gongkai.paperwork.old_pages.telling import drop_label_tables, is_labels, told_by
from gongkai.paperwork.reading.from_html import seen
from gongkai.paperwork.reading.sniff import decode

_PAGES = {"html", "text"}
_MARK_UP = re.compile(r"<[^>]*>")
_USUAL = re.compile(
    r"[【\[]?\s*(?:打印(?:本页)?|关闭(?:窗口|本页)?|返回|字体.*|分享.*|扫一扫.*|上一篇.*|下一篇.*|责任编辑.*|(?:浏览|点击|阅读|访问).{0,4}[:：].*)\s*[】\]]?.*"
)
_SHORT = 120
_EDGES = 6
"""Blocks at either end among which lines of the page are looked for."""


def page_of(data: bytes, address: str, place: str) -> OldPage:
    """The page; raises UnreadableReport for one without words and pictures, or in no encoding."""
    kind = tell(data, "page.html", "请提供网页文件")
    if kind.key not in _PAGES:
        raise UnreadableReport(f"这是{kind.label}，不是网页")
    try:
        root = html.document_fromstring(_parsable(decode(data)))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise _unreadable(error) from error
    found = place_of(root, place)
    told = told_by(root)
    _only_seen(found.element)
    _without_frames(found)
    drop_label_tables(found.element)
    references = References(address, root)
    references.take(found.element)
    blocks = _text_alone(blocks_of(found.element))
    page = OldPage(
        html=with_headings("".join(blocks)),
        carried=tuple(replace(one, alt=useful(one.alt)) for one in references.gallery.images),
        pictures=tuple(references.pictures.values()),
        links=tuple(references.links.values()),
        told=told,
        place=found.name,
        doubts=(*found.doubts, *references.doubts()),
    )
    if not page.html and not page.links:
        raise UnreadableReport("网页里没有读到正文，请核对文件，或者写明正文在网页的哪个位置")
    return page


def _parsable(text: str) -> str:
    """Without what the parser stumbles over: NULs, and an announcement of an encoding that the text is in no more."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\x00", ""))


def _unreadable(error: Exception) -> UnreadableReport:
    """An encoding that nobody knows says so itself; the rest is no page."""
    if isinstance(error, UnreadableReport):
        return error
    return UnreadableReport("网页是空的或已损坏，没有可读的内容")


def _only_seen(place: Element) -> None:
    """Take out what no reader sees; the words behind it stay."""
    for one in list(place.iter()):
        if one is not place and not seen(one) and one.tag not in EMBEDDED:
            drop(one)


def _without_frames(place: Place) -> None:
    """Take menus and share bars out of the place; where somebody named it, unless nothing would be left."""
    sizes = sizes_of(place.element)
    whole, _ = sizes[place.element]
    framing = [one for one in place.element if sizes[one][0] and is_frame(one, sizes, whole)]
    if place.guessed or sum(sizes[one][0] for one in framing) < whole:
        for one in framing:
            drop(one)


def _text_alone(blocks: Sequence[str]) -> list[str]:
    """Without the lines of the page at either end: when it was published, how often it was read, what else there is."""
    last = len(blocks) - _EDGES
    return [
        block
        for at, block in enumerate(blocks)
        if not ((at < _EDGES or at >= last) and _is_line_of_page(block))
    ]


def _is_line_of_page(block: str) -> bool:
    words = " ".join(_MARK_UP.sub(" ", block).split())
    if "<img" in block or not words:
        return False
    return len(words) <= _SHORT and bool(_USUAL.fullmatch(words) or is_labels(words))
