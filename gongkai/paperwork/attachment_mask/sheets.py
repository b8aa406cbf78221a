"""Excel files masked: cells on every sheet, hidden ones too, shared strings, comments, names, copies of the data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from gongkai.paperwork.attachment_mask.packages import (
    XML_SPACE,
    mask_attributes,
    mask_leaves,
    mask_links,
    mask_together,
    put_out,
    put_out_leaves,
    written,
)
from gongkai.paperwork.attachment_text.packages import Element, attribute, local, opened, parsed
from gongkai.paperwork.attachment_text.sheets import (
    Heads,
    cell_text,
    in_full,
    shared_strings,
    string_of,
)
from gongkai.paperwork.cleaning.repack import repack
from gongkai.paperwork.personal_data.labelled import found_in, masked_text

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_STRINGS = "xl/sharedStrings.xml"
_LEFT = re.compile(r"xl/(?:styles|theme/.*|calcChain)\.xml|xl/metadata\.xml")
_COMMENTS = re.compile(r"xl/(?:comments[^/]*|threadedComments/[^/]*|comments/[^/]*)\.xml")
_CHAIN = re.compile(rb"<(?:Override|Relationship)\b[^>]*calcChain[^>]*/>")
_NAMED = frozenset({"v", "descr", "title", "name", "comment"})


@dataclass(slots=True)
class _Work:
    """``known`` are the words of cells that were masked, by what they were: the same words elsewhere are masked alike."""

    shared: list[str]
    values: Mapping[str, str]
    known: dict[str, str] = field(default_factory=dict)


def masked_workbook(data: bytes, values: Mapping[str, str]) -> bytes:
    """The file rewritten. ``values``: what was found anywhere in it, with its mask; raises UnreadableReport."""
    parts = opened(data)
    work = _Work(shared_strings(parts.get(_STRINGS)), values)
    sheets = {name: _sheet(part, work) for name, part in parts.items() if _SHEET.fullmatch(name)}
    return repack(parts, lambda name, part: sheets.get(name) or _change(name, part, work))


def _change(name: str, part: bytes, work: _Work) -> bytes | None:
    if name == "xl/calcChain.xml":
        return None  # Excel makes it anew; an entry for a cell without a formula would be called damage
    if name in {"[Content_Types].xml", "xl/_rels/workbook.xml.rels"}:
        part = _CHAIN.sub(b"", part)
    if name.endswith(".rels"):
        root = parsed(part)
        mask_links(root)
        return written(root)
    if not name.endswith(".xml") or _LEFT.fullmatch(name) or name == "[Content_Types].xml":
        return part
    root = parsed(part)
    _mask_part(name, root, work)
    return written(root)


def _mask_part(name: str, root: Element, work: _Work) -> None:
    wholes = "si" if name == _STRINGS else "comment" if _COMMENTS.fullmatch(name) else "p"
    for whole in (each for each in root.iter() if local(each) == wholes):
        known = work.known.get(string_of(whole))
        words = [each for each in whole.iter() if local(each) == "t"]
        if known is not None and words:
            words[0].text = known
            for each in words[1:]:
                each.text = ""
        mask_together([(each, each.text or "") for each in words])
    for element in root.iter():
        said = attribute(element, "v") if isinstance(element.tag, str) else ""
        full = in_full(said) if "E" in said else said
        if full in work.known:
            element.set("v", work.known[full])
    mask_leaves(root)
    put_out_leaves(root, work.values)
    mask_attributes(root, _NAMED)


def _sheet(part: bytes, work: _Work) -> bytes:
    """One sheet with its cells masked, each by the words at its head and to its left."""
    root = parsed(part)
    heads = Heads()
    for row in (each for each in root.iter() if local(each) == "row"):
        heads.next_row()
        for cell in (each for each in row if local(each) == "c"):
            text = cell_text(cell, work.shared)
            masked = masked_text(text, heads.labels(attribute(cell, "r")))
            masked = put_out(masked, work.values)
            heads.saw(attribute(cell, "r"), text)
            if masked != text:
                work.known[text] = masked
                _put(cell, masked)
            _mask_formula(cell)
    for element in root.iter():
        if local(element) in {"oddHeader", "oddFooter", "evenHeader", "evenFooter", "formula1"}:
            element.text = masked_text(element.text or "")
    return written(root)


def _put(cell: Element, words: str) -> None:
    """Words in place of whatever the cell held."""
    space = etree.QName(cell).namespace
    for each in list(cell):
        cell.remove(each)
    cell.set("t", "inlineStr")
    held = etree.SubElement(etree.SubElement(cell, f"{{{space}}}is"), f"{{{space}}}t")
    held.text = words
    held.set(XML_SPACE, "preserve")


def _mask_formula(cell: Element) -> None:
    """A formula that spells a number out goes; its result stays."""
    for each in [each for each in cell if local(each) == "f"]:
        if found_in(each.text or ""):
            cell.remove(each)
