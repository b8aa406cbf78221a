"""The text below an element as clean blocks, one after the other: paragraphs out of boxes and line ends, lists and tables as they are.

Old sites set paragraphs as boxes, as cells of tables that only lay out the page, or as line ends with blanks behind them.
"""

import re
from collections.abc import Iterator
from html import escape

import nh3
from lxml import etree

from gongkai.paperwork.clean_html import ATTRIBUTES, WRITTEN_TAGS
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.html_blocks import Element
from gongkai.paperwork.old_pages.frames import BLOCKS
from gongkai.paperwork.reading.from_html import DEEPEST, only_lays_out, seen

_KEPT_WHOLE = {"ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"}
_NO_TEXT = {"form", "input", "iframe", "object", "embed", "video", "audio"}
_BLANKS = "\\s\u3000\xa0\u200b\ufeff"
_EDGE = re.compile(rf"^(?:[{_BLANKS}]|&nbsp;|<br>)+|(?:[{_BLANKS}]|&nbsp;|<br>)+$")
_INDENT = re.compile(r"[ \xa0\t]{4,}|\s*\u3000{2}")
_EMPTY = re.compile(rf"(?:<(?!img)[^>]*>|[{_BLANKS}]|&nbsp;)*")
_SPANS = re.compile(r"[1-9][0-9]{0,2}")
_IN_CELL = re.compile(r"(<t[dh][^>]*>)<p>((?:(?!</?p>).)*)</p>(?=</t[dh]>)")


def blocks_of(place: Element) -> list[str]:
    """The blocks of the text, each clean HTML. Pictures keep their names, links their addresses."""
    for old, new in (("b", "strong"), ("i", "em")):
        for one in place.iter(old):
            one.tag = new
    return [block for raw in _Flow().blocks(place) if (block := cleaned(raw))]


def cleaned(raw: str) -> str:
    """One block with allowed mark-up only; "" for one with nothing to see."""
    one_line = re.sub(r"[\r\n\t ]+", " ", raw)
    html: str = nh3.clean(
        one_line,
        tags=WRITTEN_TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_allowed,
        link_rel=None,
        url_schemes={"http", "https", "mailto"},
    )
    if _EMPTY.fullmatch(html):
        return ""
    return _IN_CELL.sub(
        r"\1\2", re.sub(r"> <(?=/?(?:t[rdh]|table|tbody|thead|li|ul|ol)\b)", "><", html)
    )


def _allowed(tag: str, name: str, said: str) -> str | None:
    if name == "id":
        return None
    return said if tag in {"a", "img"} or _SPANS.fullmatch(said) else None


class _Flow:
    """Walks the tree once, gathering inline mark-up into paragraphs."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def blocks(self, element: Element, depth: int = 0) -> Iterator[str]:
        """The blocks below an element in reading order."""
        if depth > DEEPEST:
            raise UnreadableReport("网页嵌套层数过多，读不出正文")
        yield from self._words(element.text)
        for child in element:
            if seen(child) and child.tag not in _NO_TEXT - {"form"}:
                yield from self._child(child, depth)
            yield from self._words(child.tail)
        if element.tag in BLOCKS or depth == 0:
            yield from self._flush()

    def _child(self, child: Element, depth: int) -> Iterator[str]:
        if child.tag == "br":
            yield from self._line_end()
        elif child.tag in _KEPT_WHOLE or (child.tag == "table" and not only_lays_out(child)):
            yield from self._flush()
            yield _source(child)
        elif child.tag in BLOCKS or any(
            one.tag in BLOCKS or one.tag == "br" for one in child.iterdescendants()
        ):
            if child.tag in BLOCKS:
                yield from self._flush()
            yield from self.blocks(child, depth + 1)
        else:
            self._pieces.append(_source(child))

    def _words(self, text: str | None) -> Iterator[str]:
        """Words, which begin a paragraph of their own where a line end and blanks stand before them."""
        if text and self._pieces and self._pieces[-1] == "<br>" and _INDENT.match(text):
            yield from self._flush()
        if text:
            self._pieces.append(escape(text, quote=False))

    def _line_end(self) -> Iterator[str]:
        """One line end is one; a second in a row ends the paragraph."""
        while self._pieces and not self._pieces[-1].strip():
            self._pieces.pop()
        if self._pieces and self._pieces[-1] == "<br>":
            yield from self._flush()
        else:
            self._pieces.append("<br>")

    def _flush(self) -> Iterator[str]:
        text = "".join(self._pieces)
        self._pieces.clear()
        while (bare := _EDGE.sub("", text)) != text:
            text = bare
        if text:
            yield f"<p>{text}</p>"


def _source(element: Element) -> str:
    return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
