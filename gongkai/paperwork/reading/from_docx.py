"""A Word file (.docx) to a Document: paragraphs and tables of its body in order, merged cells with their spans.

Comments, headers, footers, deleted revisions and hidden text are left out; text boxes are read as paragraphs.
"""

import io
from collections.abc import Iterator
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.reading.document import Block, Document, Paragraph, Table, TableCell
from gongkai.paperwork.reading.normalise import tidy

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_MC}Fallback"}
_BREAKS = {f"{_W}br", f"{_W}cr"}
DEEPEST = 40  # tables within tables beyond this are no report
WIDEST = 200  # grid columns


def from_docx(data: bytes) -> Document:
    """Read the body of a .docx; raises UnreadableReport if it is damaged."""
    try:
        word = docx.Document(io.BytesIO(data))
    except (
        PackageNotFoundError,
        BadZipFile,
        KeyError,
        ValueError,
        etree.XMLSyntaxError,
        OSError,
    ) as error:
        raise UnreadableReport(
            "Word 文件已损坏，打不开；请在 Word 或 WPS 中另存一份再试"
        ) from error
    blocks = tuple(_blocks(word.element.body, 0))
    return Document(blocks, word.core_properties.title or "")


def _blocks(parent: etree._Element, depth: int) -> Iterator[Block]:
    if depth > DEEPEST:
        raise UnreadableReport("Word 文件里的表格嵌套过深，不像年度报告")
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraph(child, depth)
        elif child.tag == f"{_W}tbl":
            yield from _table(child, depth)
        elif child.tag in {
            f"{_W}sdt",
            f"{_W}sdtContent",
            f"{_W}ins",
            f"{_W}customXml",
            f"{_W}smartTag",
        }:
            yield from _blocks(child, depth + 1)


def _paragraph(element: etree._Element, depth: int) -> Iterator[Block]:
    for line in _text(element).split("\n"):
        if tidied := tidy(line):
            yield Paragraph(tidied)
    for box in element.iter(f"{_W}txbxContent"):
        if not any(parent.tag == f"{_MC}Fallback" for parent in box.iterancestors()):
            yield from _blocks(box, depth + 1)


def _text(element: etree._Element) -> str:
    """The visible text of a paragraph or cell; a paragraph's end and a line break are newlines."""
    pieces: list[str] = []
    for child in element:
        if child.tag in _SKIPPED or child.tag == f"{_W}txbxContent":
            continue
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag in _BREAKS:
            pieces.append("\n")
        elif child.tag == f"{_W}tab":
            pieces.append(" ")
        elif child.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif not _is_hidden(child):
            pieces.append(_text(child))
            if child.tag == f"{_W}p":
                pieces.append("\n")
    return "".join(pieces)


def _is_hidden(run: etree._Element) -> bool:
    """Whether a run is hidden text; ``val`` of 0 takes back what its style hides."""
    hidden = run.find(f"{_W}rPr/{_W}vanish") if run.tag == f"{_W}r" else None
    return hidden is not None and hidden.get(f"{_W}val", "1") not in {"0", "false", "off"}


def _table(element: etree._Element, depth: int) -> Iterator[Block]:
    """A table, or the blocks inside it where it only serves as a frame."""
    inner = element.find(f"{_W}tr//{_W}tc//{_W}tbl")
    rows = [list(_own(row, "tc")) for row in _own(element, "tr")]
    if inner is not None or all(len(row) <= 1 for row in rows):
        for row in rows:
            for cell in row:
                yield from _blocks(cell, depth + 1)
        return
    yield Table(tuple(_cells(element)))


def _own(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, also inside content controls, but not of inner tables."""
    for child in parent:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
            yield from _own(child, name)


def _cells(table: etree._Element) -> Iterator[TableCell]:
    """The cells with spans; a vertically merged cell is one cell with the text of its first part."""
    merging: dict[
        int, list[int]
    ] = {}  # column -> [first row, rows so far] of a merge that may go on below
    drawn: dict[tuple[int, int], tuple[str, int]] = {}  # (row, column) -> text, columns
    heights: dict[tuple[int, int], int] = {}
    for at, row in enumerate(_own(table, "tr")):
        column = _before(row)
        for cell in _own(row, "tc"):
            width = min(_number(cell, "gridSpan", 1), WIDEST)
            merge = _merge(cell)
            if merge == "continue" and column in merging:
                merging[column][1] += 1
                heights[merging[column][0], column] = merging[column][1]
            else:
                merging.pop(column, None)
                drawn[at, column] = (_text(cell).strip(), width)
                merging |= {column: [at, 1]} if merge else {}
            column += width
    for (at, column), (text, width) in drawn.items():
        yield TableCell(text, at, column, heights.get((at, column), 1), width)


def _merge(cell: etree._Element) -> str:
    """restart, continue, or nothing for a cell of one row."""
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return "" if merge is None else str(merge.get(f"{_W}val", "continue"))


def _before(row: etree._Element) -> int:
    """Grid columns left free at the start of a row."""
    return min(_number(row, "gridBefore", 0, "trPr"), WIDEST)


def _number(element: etree._Element, name: str, default: int, properties: str = "tcPr") -> int:
    found = element.find(f"{_W}{properties}/{_W}{name}")
    value = found.get(f"{_W}val", "") if found is not None else ""
    return int(value) if value.isascii() and value.isdigit() else default
