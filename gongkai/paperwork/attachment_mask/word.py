"""Word files masked: insertions accepted, deletions and hidden text taken out, comments and everything else masked where it stands."""

import re
from collections.abc import Mapping

from gongkai.paperwork.attachment_mask.packages import (
    mask_attributes,
    mask_leaves,
    mask_links,
    mask_together,
    put_out_leaves,
    written,
)
from gongkai.paperwork.attachment_text.packages import Element, child, local, opened, parsed
from gongkai.paperwork.attachment_text.paragraphs import paragraphs_of, words_of
from gongkai.paperwork.attachment_text.word import PARTS, name_cells, vanished_styles
from gongkai.paperwork.cleaning.repack import repack

_LOOSE = re.compile(r"(?:word/(?:charts|diagrams)/[^/]+|customXml/item\d+|docProps/[^/]+)\.xml")
_DESCRIBED = frozenset({"descr", "title", "instr"})
_GONE = {"del", "moveFrom"}
_KEPT = {"ins", "moveTo"}


def masked_word(data: bytes, values: Mapping[str, str]) -> bytes:
    """The file rewritten. ``values``: what was found anywhere in it, with its mask; raises UnreadableReport."""
    parts = opened(data)
    vanished = vanished_styles(parts.get("word/styles.xml"))

    def change(name: str, part: bytes) -> bytes:
        if any(pattern.fullmatch(name) for pattern, _, _ in PARTS):
            return _part(part, vanished, values)
        if _LOOSE.fullmatch(name):
            root = parsed(part)
            mask_leaves(root)
            put_out_leaves(root, values)
            return written(root)
        if name.endswith(".rels"):
            root = parsed(part)
            mask_links(root)
            return written(root)
        return part

    return repack(parts, change)


def _part(part: bytes, vanished: frozenset[str], values: Mapping[str, str]) -> bytes:
    root = parsed(part)
    name_cells(root)
    _settle(root)
    for paragraph in paragraphs_of(root):
        words = words_of(paragraph, vanished)
        for each in words:
            if each.state == "hidden" and each.element.text:
                each.element.text = ""
        cell = next((each for each in paragraph.iterancestors() if local(each) == "tc"), None)
        labels = () if cell is None else tuple((cell.get("labels") or "").split("\n"))
        _mask(paragraph, vanished, labels)
    put_out_leaves(root, values)
    mask_attributes(root, _DESCRIBED)
    for cell in (each for each in root.iter() if local(each) == "tc"):
        for name in {"place", "labels"} & set(cell.attrib):
            del cell.attrib[name]
    return written(root)


def _mask(paragraph: Element, vanished: frozenset[str], labels: tuple[str, ...]) -> None:
    """The words of a paragraph as one, over tabs and line ends too; the codes of fields as another."""
    words = words_of(paragraph, vanished)
    shown = [(each.element, each.text) for each in words if each.state != "field"]
    mask_together(shown, labels)
    mask_together([(each.element, each.text) for each in words if each.state == "field"])


def _settle(root: Element) -> None:
    """Take out what was struck out, rows too, and keep what was put in as ordinary words."""
    for row in [each for each in root.iter() if local(each) == "tr"]:
        if child(row, "trPr", "del") is not None:
            _drop(row)
    for element in list(root.iter()):
        name = local(element)
        if name in _GONE and element.getparent() is not None:
            _drop(element)
        elif name in _KEPT and len(element):
            _unwrap(element)


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)
