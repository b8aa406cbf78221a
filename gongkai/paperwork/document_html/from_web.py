"""A saved web page to a page: the part that holds the text, cleaned; pictures that the file itself carries come along."""

import base64
import binascii
import re
from collections.abc import Callable

import nh3
from lxml import etree, html

from gongkai.paperwork.clean_html import ATTRIBUTES, LINK, WRITTEN_TAGS
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.html_blocks import Element
from gongkai.paperwork.reading.from_html import seen
from gongkai.paperwork.word_html.images import Gallery
from gongkai.paperwork.word_html.page import WordPage

_CARRIED = re.compile(r"data:image/[a-z]+;base64,(?P<data>[A-Za-z0-9+/=\s]+)")
_FRAME = {"nav", "header", "footer", "aside", "form", "iframe"}
_PLACES: tuple[Callable[[Element], bool], ...] = (
    lambda one: one.get("id") in {"UCAP-CONTENT", "zoom"},
    lambda one: "TRS_Editor" in one.get("class", "") or "TRS_UEDITOR" in one.get("class", ""),
    lambda one: one.tag == "article",
    lambda one: one.tag == "main",
    lambda one: one.tag == "body",
)
"""Where sites of organs keep the text, the most telling first."""
_AROUND_BLOCK = re.compile(
    r" ?(</?(?:p|table|thead|tbody|tr|td|th|ul|ol|li|h[1-6]|blockquote|caption|br|hr)\b[^>]*>) ?"
)
_SPANS = re.compile(r"[1-9][0-9]{0,2}")


def web_page(text: str) -> WordPage:
    """The page of a web page's source; raises UnreadableReport where it is empty."""
    try:
        root = html.document_fromstring(text.replace("\x00", ""))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableReport("网页是空的或已损坏，没有可读的内容") from error
    place = _content(root)
    _bare(place)
    gallery = Gallery()
    _take_pictures(place, gallery)
    body = nh3.clean(
        str(etree.tostring(place, encoding="unicode", method="html", with_tail=False)),
        tags=WRITTEN_TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=lambda tag, name, said: _allowed(tag, name, said, gallery),
        link_rel=None,
        url_schemes={"http", "https", "mailto"},
    )
    tidied = _tidied(body)
    lost = (f"有 {gallery.lost} 张图片不在文件内，没有转入",) if gallery.lost else ()
    return WordPage(_titled(root, tidied), gallery.images, lost)


def _tidied(body: str) -> str:
    """Without the line ends of the source, blank paragraphs, and paragraphs that are all of a cell."""
    text = _AROUND_BLOCK.sub(r"\1", re.sub(r"\s+", " ", body))
    text = re.sub(r"<p>(?:<br>|&nbsp;|\xa0)*</p>", "", text)
    return re.sub(r"(<t[dh][^>]*>)<p>((?:(?!</?p>).)*)</p>(?=</t[dh]>)", r"\1\2", text).strip()


def _content(root: Element) -> Element:
    """The smallest known place that holds the text."""
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    found = (one for is_place in _PLACES for one in elements if is_place(one))
    return next((one for one in found if _says_something(one)), root)


def _says_something(element: Element) -> bool:
    return any(str(piece).strip() for piece in element.itertext())


def _bare(place: Element) -> None:
    """Without what readers do not see and what frames the text."""
    for element in list(place.iter()):
        if element is place or not isinstance(element.tag, str):
            continue
        if element.tag in _FRAME or not seen(element):
            _drop(element)


def _drop(element: Element) -> None:
    """Take an element out and leave the words behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _take_pictures(place: Element, gallery: Gallery) -> None:
    """Pictures carried in the page become files, others are counted."""
    for image in list(place.iter("img")):
        found = _CARRIED.fullmatch(image.get("src", ""))
        try:
            data = base64.b64decode(found["data"]) if found else b""
        except binascii.Error:
            data = b""
        kept = gallery.keep(data, image.get("alt", ""))
        if kept is None:
            _drop(image)
        else:
            image.set("src", kept.name)


def _allowed(tag: str, name: str, said: str, gallery: Gallery) -> str | None:
    if (tag, name) == ("img", "src"):
        return said if said in {image.name for image in gallery.images} else None
    if name == "id":
        return None
    if (tag, name) == ("a", "href"):
        return said if LINK.fullmatch(said) else None
    return said if name == "alt" or _SPANS.fullmatch(said) else None


def _titled(root: Element, body: str) -> str:
    """The text below the title that the page's head gives by the national meta tag, if it has no heading of its own."""
    named = (
        meta.get("content", "").strip()
        for meta in root.iter("meta")
        if meta.get("name", "").lower() == "articletitle"
    )
    title = next((name for name in named if name), "")
    if not title or "<h1" in body or not body:
        return body
    heading = html.Element("h1")
    heading.text = title
    return str(etree.tostring(heading, encoding="unicode", method="html")) + body
