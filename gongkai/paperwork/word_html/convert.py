"""The conversion itself, without limits; ``word_to_html`` calls it by name in a bounded child process."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Mapping
from xml.parsers.expat import ExpatError

import mammoth
import nh3
from lxml import etree
from mammoth import documents

from gongkai.paperwork.clean_html import ATTRIBUTES, LINK, NOTE, TAGS
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.reading.sniff import sniff
from gongkai.paperwork.word_html.images import Gallery
from gongkai.paperwork.word_html.numbers import Numbers
from gongkai.paperwork.word_html.ooxml import Element, W, parse
from gongkai.paperwork.word_html.page import WordPage
from gongkai.paperwork.word_html.styles import Styles
from gongkai.paperwork.word_html.tidy import LOSSES, Tidy, bare_styles

_DAMAGED = "Word 文件已损坏，打不开；请在 Word 或 WPS 中另存一份再试"
_BODIES = {f"{W}document", f"{W}footnotes", f"{W}endnotes"}
_SPEAKS_WORD = re.compile(rb"wordprocessingml/(?:2006/)?main")


def convert(data: bytes) -> WordPage:
    """The page of a .docx; raises UnreadableReport if it is none or is damaged."""
    if sniff(data) != "docx":
        raise UnreadableReport("这不是 Word 文件（.docx）")
    try:
        tidied, losses = _tidied(data)
    except (etree.XMLSyntaxError, zipfile.BadZipFile) as error:
        raise UnreadableReport(_DAMAGED) from error
    gallery, links = Gallery(), _Links()
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(tidied),
            convert_image=gallery.element,
            transform_document=lambda document: _look(document, links),
            id_prefix="word-",
            include_embedded_style_map=False,  # the file could ask for its own comments
            external_file_access=False,
        )
    except (
        ExpatError,
        KeyError,
        ValueError,
        OSError,
    ) as error:  # what mammoth raises for parts amiss
        raise UnreadableReport(_DAMAGED) from error
    html = nh3.clean(
        result.value,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_allowed,
        link_rel=None,  # no link opens a window of its own
        url_schemes={"http", "https", "mailto"},
    )
    return WordPage(_tidy_html(html), gallery.images, _warnings(losses, gallery.lost, links.lost))


def _tidied(data: bytes) -> tuple[bytes, Counter[str]]:
    """The file with its texts tidied, and what that took out of it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    roots = {name: parse(part) for name, part in parts.items() if _SPEAKS_WORD.search(part[:4096])}
    styles = Styles(_part(roots, "styles"))
    tidy = Tidy(styles, Numbers(_part(roots, "numbering"), styles))
    for root in roots.values():
        if root.tag in _BODIES:
            tidy.body(root)
    for name, root in roots.items():
        if root.tag == f"{W}styles":  # after the bodies, which ask the styles what is hidden
            bare_styles(root)
        parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue(), tidy.losses


def _part(roots: Mapping[str, Element], name: str) -> Element | None:
    """The root of a part by its usual place, else by what it is."""
    usual = roots.get(f"word/{name}.xml")
    found = (root for root in roots.values() if root.tag == W + name)
    return next(found, None) if usual is None else usual


def _look(document: documents.Document, links: "_Links") -> documents.Document:
    """Count the links and draw the check boxes, which are no form here."""
    of_type = mammoth.transforms.element_of_type
    return of_type(documents.Hyperlink, links.seen)(
        of_type(documents.Checkbox, _checkbox)(document)
    )


def _checkbox(box: documents.Checkbox) -> documents.Text:
    return documents.text("☑" if box.checked else "☐")


class _Links:
    """Counts links that lead neither to the web nor to mail; they keep their text only."""

    def __init__(self) -> None:
        self.lost = 0

    def seen(self, link: documents.Hyperlink) -> documents.Hyperlink:
        """One of mammoth's links, as it is."""
        self.lost += link.href is not None and not LINK.fullmatch(link.href)
        return link


def _allowed(tag: str, name: str, text: str) -> str | None:
    """The value of an attribute, or None to drop it: links out, and links between a note and its place."""
    is_place = name == "id" or (tag, name) == ("a", "href")
    return text if not is_place or NOTE.fullmatch(text) or LINK.fullmatch(text) else None


def _tidy_html(html: str) -> str:
    """Without anchors that lead nowhere, blank paragraphs, and paragraphs that are all of a cell."""
    html = re.sub(r"<a>(.*?)</a>", r"\1", html, flags=re.DOTALL)
    html = re.sub(r"<p>\s*</p>", "", html)
    return re.sub(r"(<t[dh][^>]*>)<p>([^<]*)</p>(?=</t[dh]>)", r"\1\2", html)


def _warnings(losses: Counter[str], images: int, links: int) -> tuple[str, ...]:
    found = [sentence.format(losses[kind]) for kind, sentence in LOSSES.items() if losses[kind]]
    if images:
        found.append(
            f"有 {images} 张图片不在文件内或格式不能在网页上显示，未转换；请换成 PNG 或 JPEG"
        )
    if links:
        found.append(f"有 {links} 个链接不是网址或邮箱，只保留了文字")
    return tuple(found)
