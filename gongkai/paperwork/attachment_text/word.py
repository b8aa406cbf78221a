"""Word files: body, tables, heads and feet, notes, comments, insertions and deletions, hidden text, fields, links, properties."""

import re
from collections.abc import Iterator, Mapping

from gongkai.paperwork.attachment_text import inside
from gongkai.paperwork.attachment_text.packages import (
    Element,
    attribute,
    child,
    leaves,
    local,
    opened,
    parsed,
    switched,
)
from gongkai.paperwork.attachment_text.paragraphs import Words, paragraphs_of, words_of
from gongkai.paperwork.attachment_text.pieces import FileText, Piece, gathered

PARTS = (
    (re.compile(r"word/document\d*\.xml"), "正文", False),
    (re.compile(r"word/header\d*\.xml"), "页眉", False),
    (re.compile(r"word/footer\d*\.xml"), "页脚", False),
    (re.compile(r"word/footnotes\.xml"), "脚注", False),
    (re.compile(r"word/endnotes\.xml"), "尾注", False),
    (re.compile(r"word/comments\w*\.xml"), "批注", True),
    (re.compile(r"word/glossary/document\.xml"), "构建基块", True),
)
"""Parts with paragraphs: their name, what people call them, whether readers see them."""
_WAYS = {"deleted": "删除的修订", "hidden": "隐藏文字", "white": "白色或者极小的文字", "field": "域代码"}  # fmt: skip
_HEADED = 3  # rows from which on a table's first row is taken for its head


def word_text(data: bytes) -> FileText:
    """The text of a .docx; raises UnreadableReport (HostileFile)."""
    parts = opened(data)
    return gathered(_pieces(parts))


def _pieces(parts: Mapping[str, bytes]) -> Iterator[Piece]:
    vanished = vanished_styles(parts.get("word/styles.xml"))
    for pattern, label, hidden in PARTS:
        for name in sorted(parts):
            if pattern.fullmatch(name):
                yield from _of_part(parsed(parts[name]), label, vanished, hidden=hidden)
    yield from inside.links(parts, "word/")
    yield from inside.properties(parts)
    yield from inside.others(parts, re.compile(r"(?:word/(?:charts|diagrams)/[^/]+|customXml/item\d+)\.xml"))  # fmt: skip
    yield from inside.files(parts)


def vanished_styles(part: bytes | None) -> frozenset[str]:
    """The styles whose text is hidden, those built on them too."""
    if part is None:
        return frozenset()
    styles = [each for each in parsed(part) if local(each) == "style"]
    bases = {
        attribute(each, "styleId"): attribute(base, "val")
        for each in styles
        if (base := child(each, "basedOn")) is not None
    }
    found = {
        attribute(each, "styleId") for each in styles if switched(child(each, "rPr", "vanish"))
    }
    for _ in bases:
        grown = found | {name for name, base in bases.items() if base in found}
        if grown == found:
            break
        found = grown
    return frozenset(found)


def _of_part(
    root: Element, label: str, vanished: frozenset[str], *, hidden: bool
) -> Iterator[Piece]:
    """The paragraphs of one part and the words that stand for its pictures."""
    name_cells(root)
    seen: set[str] = set()
    number = 0
    for paragraph in paragraphs_of(root):
        cell = next((each for each in paragraph.iterancestors() if local(each) == "tc"), None)
        number += cell is None
        place = (
            f"{label}第 {number} 段" if cell is None else f"{label}{cell.get('place', '的表格')}"
        )
        labels = () if cell is None else tuple((cell.get("labels") or "").split("\n"))
        words = words_of(paragraph, vanished)
        text = joined(words, {"shown", "inserted"})
        if _is_fallback(paragraph) and text in seen:
            continue
        seen.add(text)
        yield Piece(place, text, hidden, label if hidden else "", labels)
        yield from _unseen(words, place)
    yield from _described(root, label)


def joined(words: list[Words], states: set[str]) -> str:
    """The words in these states."""
    return "".join(each.text for each in words if each.state in states)


def _unseen(words: list[Words], place: str) -> Iterator[Piece]:
    """What a paragraph holds besides what it shows; of what was struck out, the whole sentence as it was."""
    for state in ("deleted", "hidden", "white", "field"):
        if not joined(words, {state}).strip():
            continue
        whole = {"deleted": {"shown", "deleted"}, "field": {"field"}}.get(
            state, {"shown", "inserted", state}
        )
        yield Piece(f"{place}，{_WAYS[state]}", joined(words, whole), state != "field", _WAYS[state])  # fmt: skip


def _is_fallback(element: Element) -> bool:
    return any(local(each) == "Fallback" for each in element.iterancestors())


def _described(root: Element, label: str) -> Iterator[Piece]:
    """The words that stand for pictures and shapes."""
    pictures = (element for element in root.iter() if local(element) in {"docPr", "cNvPr"})
    for element in pictures:
        for said in filter(None, (attribute(element, "descr"), attribute(element, "title"))):
            yield Piece(f"{label}里的图片说明", said, hidden=True, way="图片说明")


def name_cells(root: Element) -> None:
    """Write into each cell where it stands and which words stand at its head and to its left."""
    tables = (each for each in root.iter() if local(each) == "tbl")
    for number, table in enumerate(tables, 1):
        rows = [
            [cell for cell in row if local(cell) == "tc"] for row in table if local(row) == "tr"
        ]
        heads = [_said(cell) for cell in rows[0]] if len(rows) >= _HEADED else []
        for at, row in enumerate(rows, 1):
            left = ""
            for place, cell in enumerate(row):
                cell.set("place", f"第 {number} 张表第 {at} 行第 {place + 1} 列")
                head = heads[place] if at > 1 and place < len(heads) else ""
                cell.set("labels", "\n".join(word for word in (head, left) if word))
                left = _said(cell)


def _said(cell: Element) -> str:
    """The words of a cell, without control characters and line ends, cut to what a label may be."""
    return "".join(leaves(cell))[:30]
