"""A web page to a Document: paragraphs and tables of the part of the page that holds the report.

Government sites wrap the report in menus, and Word paste wraps each word in spans. Scripts, styles and hidden elements
are dropped; a table that only frames other things is taken apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.reading.document import (
    Block,
    Document,
    Paragraph,
    Table,
    TableCell,
    block_text,
)
from gongkai.paperwork.reading.from_text import from_text
from gongkai.paperwork.reading.normalise import bare, tidy

_DROPPED = {"script", "style", "noscript", "template", "select", "option", "textarea", "button", "iframe", "object",
            "svg", "head", "input"}  # fmt: skip
_INLINE = {"a", "abbr", "b", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "label", "mark", "o:p",
           "q", "s", "small", "span", "st1:chsdate", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr", "img",
           "time", "ruby", "rb", "rt"}  # fmt: skip
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_LANDMARK = re.compile(
    r"总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|行政复议行政诉讼情况|主要问题及改进|其他需要报告|"
    r"本年新收政府信息公开申请|结转下年度继续办理|制发件数|未经复议直接起诉|第二十条第"
)
DEEPEST = 200
WIDEST = 200
LONGEST_SPAN = 500
LARGEST_GRID = 300_000  # places in the grid of one table; a report's largest has about 300


@dataclass(frozen=True, slots=True)
class _Found:
    """A block and the element it came from, by which the report's part of the page is recognised."""

    block: Block
    element: etree._Element


def from_html(text: str) -> Document:
    """Read a page; raises UnreadableReport for one that is empty or nested beyond reason."""
    try:
        root = html.document_fromstring(text.replace("\x00", ""))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableReport("网页是空的或已损坏，没有可读的内容") from error
    body = root.find("body")
    found = list(_Walk().blocks(root if body is None else body))
    return Document(tuple(_report_only(found)), _container_title(root))


def _container_title(root: etree._Element) -> str:
    """The title that the page's head gives: the article's by the national meta tag, else the best part of <title>."""
    for meta in root.iter("meta"):
        if meta.get("name", "").lower() == "articletitle" and meta.get("content", "").strip():
            return tidy(meta.get("content", ""))
    parts = [
        part
        for title in root.iter("title")
        for part in re.split(r"[_|]|\s[-–—]\s?|-(?=[^-]*$)", title.text or "")
    ]
    return max((tidy(part) for part in parts), key=_titleness, default="")


def _titleness(text: str) -> int:
    return (
        bool(re.search(r"[0-9]{4}年", text))
        + 2 * ("报告" in text or "年报" in text)
        + ("信息公开" in text)
    )


def _report_only(found: list[_Found]) -> Iterator[Block]:
    """The blocks below the smallest element that holds all the report's landmarks, and titles before it."""
    marks = [item.element for item in found if _LANDMARK.search(bare(block_text(item.block)))]
    frame = _common_ancestor(marks)
    for item in found:
        inside = frame is None or frame is item.element or frame in item.element.iterancestors()
        if inside or (isinstance(item.block, Paragraph) and _titleness(item.block.text) == 4):
            yield item.block


def _common_ancestor(elements: list[etree._Element]) -> etree._Element | None:
    if len(elements) < 2:
        return None
    shared = [elements[0], *elements[0].iterancestors()]
    for element in elements[1:]:
        chain = {element, *element.iterancestors()}
        shared = [ancestor for ancestor in shared if ancestor in chain]
    return shared[0] if shared else None


class _Walk:
    """Walks the tree once, gathering inline text into paragraphs."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def blocks(self, element: etree._Element, depth: int = 0) -> Iterator[_Found]:
        """The blocks below an element in reading order."""
        if depth > DEEPEST:
            raise UnreadableReport("网页嵌套层数过多，不像年度报告")
        self._pieces.append(element.text or "")
        for child in element:
            if seen(child):
                yield from self._child(child, element, depth)
            self._pieces.append(child.tail or "")
        if element.tag not in _INLINE:
            yield from self._flush(element)

    def _child(self, child: etree._Element, parent: etree._Element, depth: int) -> Iterator[_Found]:
        if child.tag == "br":
            yield from self._flush(parent)
        elif child.tag == "table" and not only_lays_out(child):
            yield from self._flush(parent)
            yield _Found(Table(tuple(_cells(child))), child)
        elif child.tag == "pre":
            yield from self._flush(parent)
            for block in from_text(_preformatted(child)).blocks:
                yield _Found(block, child)
        else:
            if child.tag not in _INLINE:
                yield from self._flush(parent)
            yield from self.blocks(child, depth + 1)

    def _flush(self, element: etree._Element) -> Iterator[_Found]:
        text = tidy("".join(self._pieces))
        self._pieces.clear()
        if text:
            yield _Found(Paragraph(text), element)


def seen(element: etree._Element) -> bool:
    """Whether a reader sees the element: no comment, script or hidden thing."""
    if not isinstance(element.tag, str) or element.tag in _DROPPED or "hidden" in element.attrib:
        return False
    return not _HIDDEN.search(element.get("style", ""))


def only_lays_out(table: etree._Element) -> bool:
    """Whether a table only lays out the page: it holds tables, or one cell a row."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    return all(len(_row_cells(row)) <= 1 for row in table.iter("tr"))


def _preformatted(element: etree._Element) -> str:
    return "".join(str(piece) for piece in element.itertext())


def _row_cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in {"td", "th"} and seen(cell)]


def _cells(table: etree._Element) -> Iterator[TableCell]:
    """The cells of a table placed in its grid by the rules of HTML."""
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(filter(seen, table.iter("tr"))):
        column = 0
        for cell in _row_cells(row):
            while (at, column) in taken:
                column += 1
            rows, columns = _span(cell, "rowspan", LONGEST_SPAN), _span(cell, "colspan", WIDEST)
            taken |= {
                (at + down, column + right) for down in range(rows) for right in range(columns)
            }
            if len(taken) > LARGEST_GRID:
                raise UnreadableReport("网页里的表格过大，不像年度报告")
            yield TableCell(_cell_text(cell), at, column, rows, columns)
            column += columns


def _span(cell: etree._Element, name: str, most: int) -> int:
    value = cell.get(name, "1").strip()
    return (
        min(max(int(value), 1), most)
        if value.isascii() and value.isdigit() and len(value) < 6
        else 1
    )


def _cell_text(cell: etree._Element) -> str:
    """The visible text of a cell, its paragraphs on lines of their own."""
    walk = _Walk()
    return "\n".join(
        item.block.text for item in walk.blocks(cell) if isinstance(item.block, Paragraph)
    )
