"""Prepares Word's XML for mammoth: takes out what must not be published, and writes down what mammoth does not read.

mammoth prints hidden text, forgets automatic numbers, knows headings by English names only, and drops simple fields.
"""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from gongkai.paperwork.word_html.numbers import Numbers, Place
from gongkai.paperwork.word_html.ooxml import (
    MATH,
    MC,
    Element,
    W,
    drop,
    find,
    number,
    switch,
    unwrap,
    value,
)
from gongkai.paperwork.word_html.styles import Styles, heading_level

WIDEST = 200  # columns of a table
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"

# What is lost, and what the person is told of it.
LOSSES = {
    "hidden": "隐藏文字未转换（{} 处）",
    "comment": "批注未转换（{} 处）",
    "revision": "文件带有修订痕迹（{} 处），已按接受全部修订转换",
    "chart": "图表未转换（{} 处），请改用图片",
    "formula": "公式只保留了文字（{} 处），请核对",
    "object": "嵌入的对象未转换（{} 处）",
}
_COUNTED = {
    f"{W}commentReference": "comment",
    f"{W}ins": "revision",
    f"{W}del": "revision",
    f"{W}moveTo": "revision",
    f"{W}moveFrom": "revision",
    f"{W}cellDel": "revision",
    _CHART: "chart",
    _DIAGRAM: "chart",
    f"{MATH}oMath": "formula",
    f"{W}object": "object",
    f"{W}altChunk": "object",
}


class Tidy:
    """Tidies the parts of one document; ``losses`` counts what was taken out, by kind."""

    def __init__(self, styles: Styles, numbers: Numbers) -> None:
        self._styles = styles
        self._numbers = numbers
        self.losses: Counter[str] = Counter()

    def body(self, root: Element) -> None:
        """Tidy a part with paragraphs (body, footnotes, endnotes) in place."""
        _settle_alternatives(root)
        self.losses.update(_COUNTED[element.tag] for element in root.iter(*_COUNTED))
        for element in list(root.iter(f"{W}del", f"{W}moveFrom", f"{W}commentReference")):
            if element.tag != f"{W}del" or not _marks_properties(element):
                drop(element)
        self._drop_hidden(root)
        _replace_unknown(root)
        for row in root.iter(f"{W}tr"):
            _fill_row(row)
        self._number(root)

    def _drop_hidden(self, root: Element) -> None:
        for run in list(root.iter(f"{W}r")):
            if self._is_hidden(run):
                self.losses["hidden"] += 1
                drop(run)
        for row in list(root.iter(f"{W}tr")):
            if switch(row, "trPr/hidden"):
                self.losses["hidden"] += 1
                drop(row)

    def _is_hidden(self, run: Element) -> bool:
        said = switch(run, "rPr/vanish")
        if said is not None:
            return said
        paragraph = next(run.iterancestors(f"{W}p"), None)
        styles = (value(run, "rPr/rStyle"), value(paragraph, "pPr/pStyle"))
        return any(self._styles.hidden(style) for style in styles)

    def _number(self, root: Element) -> None:
        """Turn headings into mammoth's, and numbers that a list would get wrong into text."""
        open_list: str | None = None
        for paragraph in root.iter(f"{W}p"):
            style = value(paragraph, "pPr/pStyle")
            level = self._level(paragraph, style)
            place = self._numbers.place(paragraph, style)
            in_list = place is not None and level is None and _is_list_item(place, open_list)
            if place is not None and not in_list:
                _write_number(paragraph, place)
            if level is not None:
                _set_style(paragraph, f"Heading{level}")
            open_list = place.numbering if place is not None and in_list else None

    def _level(self, paragraph: Element, style: str | None) -> int | None:
        outline = number(paragraph, "pPr/outlineLvl")
        return self._styles.level(style) if outline is None else heading_level(outline)


def bare_styles(root: Element) -> None:
    """Leave of the styles what mammoth asks for, names and numberings: it is slow with the rest."""
    for style in list(root):
        if style.tag != f"{W}style":
            drop(style)
    for tag in (f"{W}rPr", f"{W}tblPr", f"{W}tblStylePr", f"{W}trPr", f"{W}tcPr"):
        for element in list(root.iter(tag)):
            drop(element)


def _marks_properties(element: Element) -> bool:
    """Whether a ``w:del`` only marks a paragraph's end or a row as deleted, which mammoth understands."""
    parent = element.getparent()
    return parent is not None and parent.tag in {f"{W}rPr", f"{W}trPr"}


def _replace_unknown(root: Element) -> None:
    """Things mammoth would drop with the text in them."""
    for cell in list(root.iter(f"{W}cellDel")):
        deleted = next(cell.iterancestors(f"{W}tc"))
        deleted[:] = [child for child in deleted if child.tag == f"{W}tcPr"]
    for annotation in list(root.iter(f"{W}rt")):
        drop(annotation)
    for element in list(
        root.iter(f"{W}fldSimple", f"{W}dir", f"{W}bdo", f"{W}ruby", f"{W}rubyBase")
    ):
        unwrap(element)
    for formula in list(root.iter(f"{MATH}oMath")):
        run = _run("".join(text.text or "" for text in formula.iter(f"{MATH}t")))
        formula.getparent().replace(formula, run)  # type: ignore[union-attr]  # it was found below root
    for paragraph in list(root.iter(f"{MATH}oMathPara")):
        unwrap(paragraph)
    for line_end in root.iter(f"{W}cr"):
        line_end.tag = f"{W}br"


def _settle_alternatives(root: Element) -> None:
    """Of a drawing and its fallback only the fallback is read: keep one of them, text boxes as paragraphs."""
    for alternatives in list(root.iter(f"{MC}AlternateContent")):
        choices = alternatives.findall(f"{MC}Choice")
        if alternatives.find(f"{MC}Fallback") is None:
            boxes = list(alternatives.iterfind(f"{MC}Choice//{W}txbxContent"))
            fallback = etree.SubElement(alternatives, f"{MC}Fallback")
            if boxes:
                etree.SubElement(fallback, f"{W}pict").extend(boxes)
            elif choices:
                fallback.extend(list(choices[0]))
        for choice in choices:
            drop(choice)


def _fill_row(row: Element) -> None:
    """Columns that a row leaves free at either end become empty cells, so that the others stay in place."""
    before = min(number(row, "trPr/gridBefore") or 0, WIDEST)
    after = min(number(row, "trPr/gridAfter") or 0, WIDEST)
    first = next((at for at, child in enumerate(row) if child.tag == f"{W}tc"), len(row))
    if before:
        row.insert(first, _empty_cell(before))
    if after:
        row.append(_empty_cell(after))
    for span in row.iterfind(f"{W}tc/{W}tcPr/{W}gridSpan"):
        span.set(f"{W}val", str(min(max(number(span.getparent(), "gridSpan") or 1, 1), WIDEST)))


def _empty_cell(columns: int) -> Element:
    cell = etree.Element(f"{W}tc")
    properties = etree.SubElement(cell, f"{W}tcPr")
    etree.SubElement(properties, f"{W}gridSpan").set(f"{W}val", str(columns))
    return cell


def _is_list_item(place: Place, open_list: str | None) -> bool:
    """Whether an HTML list shows this number rightly: a bullet, or 1, 2, 3 … without a gap from the first."""
    if place.is_bullet:
        return True
    return place.is_plain and (place.count == 1 or open_list == place.numbering)


def _write_number(paragraph: Element, place: Place) -> None:
    """Make the number the first text of the paragraph, and its numbering none."""
    properties = _properties(paragraph)
    old = find(properties, "numPr")
    if old is not None:
        properties.remove(old)
    numbering = etree.SubElement(properties, f"{W}numPr")
    for name in ("ilvl", "numId"):
        etree.SubElement(numbering, f"{W}{name}").set(f"{W}val", "0")
    if place.text and any(True for _ in _texts(paragraph)):
        paragraph.insert(1, _run(place.text))


def _texts(paragraph: Element) -> Iterator[Element]:
    return (text for text in paragraph.iter(f"{W}t") if text.text)


def _set_style(paragraph: Element, style: str) -> None:
    properties = _properties(paragraph)
    old = find(properties, "pStyle")
    if old is not None:
        properties.remove(old)
    new = etree.Element(f"{W}pStyle")
    new.set(f"{W}val", style)
    properties.insert(0, new)


def _properties(paragraph: Element) -> Element:
    """The paragraph's ``w:pPr``, its first child, made if there is none."""
    found = find(paragraph, "pPr")
    if found is None:
        found = etree.Element(f"{W}pPr")
    paragraph.insert(0, found)
    return found


def _run(text: str) -> Element:
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}t").text = text
    return run
