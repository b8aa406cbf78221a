"""Excel files: every sheet, row and column, hidden or not; comments, names, text boxes, pivot tables' copies of the data."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from lxml import etree

from gongkai.paperwork.attachment_text import inside
from gongkai.paperwork.attachment_text.packages import (
    Element,
    attribute,
    leaves,
    local,
    opened,
    parsed,
    refuse_entities,
    relations,
)
from gongkai.paperwork.attachment_text.pieces import FileText, Piece, gathered
from gongkai.paperwork.errors import UnreadableReport

BOOK = "xl/workbook.xml"
_OTHERS = re.compile(r"xl/(?:charts|drawings|diagrams)/[^/]+\.xml|customXml/item\d+\.xml")
_COPIES = re.compile(r"xl/(?:pivotCache|externalLinks)/[^/]+\.xml")
COPY = "数据透视表或者外部链接留下的副本"
_OFF = {"", "0", "false"}
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_NUMBERS = re.compile("[0-9]{3}")
_WORTH = re.compile(r'"|[0-9]{7}')
_LABEL, _HEADS = 30, 3
"""Characters of a label, and how many words at the top of a column may be its head: lists have a title above."""


class Heads:
    """The words at the head of each column of a sheet, and those to the left of a cell, while its rows are read one after the other."""

    def __init__(self) -> None:
        self._heads: dict[str, list[str]] = {}
        self._left = ""

    def next_row(self) -> None:
        """A row begins: nothing stands to the left of its first cell."""
        self._left = ""

    def labels(self, at: str) -> tuple[str, ...]:
        """What labels the cell at an address."""
        return tuple(word for word in (*self._heads.get(column_of(at), ()), self._left) if word)

    def saw(self, at: str, text: str) -> None:
        """What the cell holds; words without numbers at the top of a column are its head."""
        self._left = text[:_LABEL]
        heads = self._heads.setdefault(column_of(at), [])
        if text and len(heads) < _HEADS and not _NUMBERS.search(text):
            heads.append(text[:_LABEL])


def column_of(at: str) -> str:
    """The column of a cell's address."""
    found = _CELL.fullmatch(at)
    return found[1] if found else ""


@dataclass(slots=True)
class Sheet:
    """One sheet while it is read."""

    name: str
    hidden: str = ""
    columns: list[tuple[int, int]] = field(default_factory=list)
    heads: Heads = field(default_factory=Heads)


def workbook_text(data: bytes) -> FileText:
    """The text of a .xlsx; raises UnreadableReport (HostileFile)."""
    return gathered(sheet_pieces(opened(data)))


def sheet_pieces(parts: Mapping[str, bytes]) -> Iterator[Piece]:
    """The text of an opened workbook."""
    if BOOK not in parts:
        raise UnreadableReport("表格文件不完整，请用 Excel 或 WPS 打开并重新保存后再上传")
    book, ties = parsed(parts[BOOK]), relations(parts, BOOK)
    shared = shared_strings(parts.get("xl/sharedStrings.xml"))
    for sheet in (each for each in book.iter() if local(each) == "sheet"):
        target = ties.get(attribute(sheet, "id"), ("", ""))[1]
        if target in parts:
            read = Sheet(attribute(sheet, "name"), _state(attribute(sheet, "state")))
            yield from _of_sheet(parts[target], read, shared)
            yield from _comments(parts, target, read)
    yield from _names(book)
    yield from _copies(parts)
    yield from inside.links(parts, "xl/")
    yield from inside.properties(parts)
    yield from inside.others(parts, _OTHERS)
    yield from inside.files(parts)


def _state(said: str) -> str:
    return {"hidden": "隐藏工作表", "veryHidden": "深度隐藏工作表"}.get(said, "")


def shared_strings(part: bytes | None) -> list[str]:
    """The strings that cells share, by number."""
    if part is None:
        return []
    return [string_of(each) for each in parsed(part) if local(each) == "si"]


def string_of(element: Element) -> str:
    """The words of a string in pieces, without those that say how it is pronounced."""
    found = (each for each in element.iter() if local(each) == "t")
    return "".join(each.text or "" for each in found if local(each.getparent()) != "rPh")


def _of_sheet(part: bytes, sheet: Sheet, shared: list[str]) -> Iterator[Piece]:
    """The cells of one sheet, read row by row so that large tables fit."""
    refuse_entities(part)
    events = etree.iterparse(io.BytesIO(part), events=("end",), resolve_entities=False, no_network=True, huge_tree=False)  # fmt: skip
    try:
        for _, element in events:
            name = local(element)
            if name == "col" and attribute(element, "hidden") not in _OFF:
                span = (int(attribute(element, "min", "0")), int(attribute(element, "max", "0")))
                sheet.columns.append(span)
            elif name == "row":
                yield from _of_row(element, sheet, shared)
                element.clear()
            elif name in {"oddHeader", "oddFooter", "evenHeader", "evenFooter", "formula1"}:
                yield Piece(f"工作表“{sheet.name}”的页眉、页脚和选项", element.text or "", bool(sheet.hidden), sheet.hidden)  # fmt: skip
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableReport(
            "表格文件已损坏，请用 Excel 或 WPS 打开并重新保存后再上传"
        ) from error


def _of_row(row: Element, sheet: Sheet, shared: list[str]) -> Iterator[Piece]:
    hidden_row = attribute(row, "hidden") not in _OFF
    sheet.heads.next_row()
    for number, cell in enumerate((each for each in row if local(each) == "c"), 1):
        at = attribute(cell, "r") or f"第 {number} 格"
        way = sheet.hidden or _way(column_of(at), sheet, hidden_row=hidden_row)
        text, place = cell_text(cell, shared), _place(sheet, at, way)
        yield Piece(place, text, bool(way), way, sheet.heads.labels(at))
        yield from _formula(cell, place)
        sheet.heads.saw(at, text)


def _formula(cell: Element, place: str) -> Iterator[Piece]:
    """A formula that spells words or long numbers out."""
    for each in cell:
        if local(each) == "f" and _WORTH.search(each.text or ""):
            yield Piece(f"{place} 的公式", each.text or "", hidden=True, way="公式")


def _way(column: str, sheet: Sheet, *, hidden_row: bool) -> str:
    """How a cell of a sheet that is shown is hidden itself."""
    if hidden_row:
        return "隐藏行"
    return "隐藏列" if _in(column, sheet.columns) else ""


def _place(sheet: Sheet, at: str, way: str) -> str:
    """隐藏工作表“名单” B12; 工作表“名单” B12，隐藏行."""
    if sheet.hidden:
        return f"{sheet.hidden}“{sheet.name}” {at}"
    return f"工作表“{sheet.name}” {at}" + (f"，{way}" if way else "")


def _in(column: str, spans: list[tuple[int, int]]) -> bool:
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - 64
    return any(first <= number <= last for first, last in spans)


def cell_text(cell: Element, shared: list[str]) -> str:
    """What a cell holds, a long number in full."""
    if attribute(cell, "t") == "inlineStr":
        return string_of(cell)
    held = next((each.text or "" for each in cell if local(each) == "v"), "")
    if attribute(cell, "t") == "s":
        return shared[int(held)] if held.isdigit() and int(held) < len(shared) else ""
    return in_full(held) if "E" in held else held


def in_full(number: str) -> str:
    """A number without an exponent: 1.38E10 hides nobody's telephone."""
    try:
        value = Decimal(number)
    except InvalidOperation:
        return number
    return f"{value:f}" if abs(value) < Decimal("1e30") and value == value.to_integral() else number


def _comments(parts: Mapping[str, bytes], sheet_part: str, sheet: Sheet) -> Iterator[Piece]:
    """The comments on a sheet's cells, old and new ones."""
    for kind, target in relations(parts, sheet_part).values():
        if kind not in {"comments", "threadedComment"} or target not in parts:
            continue
        for each in parsed(parts[target]).iter():
            if local(each) in {"comment", "threadedComment"}:
                place = f"工作表“{sheet.name}” {attribute(each, 'ref')} 的批注"
                yield Piece(place, "".join(leaves(each)), hidden=True, way="批注")


def _names(book: Element) -> Iterator[Piece]:
    """Names defined in the book with what they stand for."""
    for each in book.iter():
        if local(each) == "definedName":
            said = f"{attribute(each, 'name')} {each.text or ''} {attribute(each, 'comment')}"
            yield Piece("定义的名称", said, hidden=True, way="定义的名称")


def _copies(parts: Mapping[str, bytes]) -> Iterator[Piece]:
    """Copies of data that pivot tables and links to other files keep, and that stay when the data goes."""
    for name in sorted(parts):
        if not _COPIES.fullmatch(name):
            continue
        for element in parsed(parts[name]).iter():
            for said in filter(None, (attribute(element, "v"), *leaves_of(element))):
                text = in_full(said) if "E" in said else said
                yield Piece(COPY, text, hidden=True, way="数据的副本")


def leaves_of(element: Element) -> tuple[str, ...]:
    """The words of one element that holds nothing else."""
    return () if len(element) or not (element.text or "").strip() else (str(element.text).strip(),)
