"""Finding ``{{ 字段 }}`` in Word's XML, also where Word split it over runs, and putting words in its place."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass

from gongkai.paperwork.attachment_mask.packages import XML_SPACE
from gongkai.paperwork.attachment_text.packages import Element, child, local
from gongkai.paperwork.attachment_text.paragraphs import paragraphs_of, words_of
from gongkai.paperwork.personal_data.spread import spread

PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
"""Parts of which readers see the words."""
FIELD = re.compile(r"\{\{\s*([^{}]{0,60}?)\s*\}\}")
STRAY = re.compile(r"\{\{|\}\}|｛｛|｝｝|\{%|\{#")
"""What is left of a field that was typed wrongly, or of a template language that this is not."""


@dataclass(frozen=True, slots=True)
class Put:
    """Words in the place of characters ``start`` to ``end`` (not included)."""

    start: int
    end: int
    masked: str


def texts_of(paragraph: Element) -> list[tuple[Element, str]]:
    """The elements of a paragraph that hold words or stand for a blank, but for what was struck out and codes of fields."""
    words = words_of(paragraph)
    return [(each.element, each.text) for each in words if each.state not in {"deleted", "field"}]


def text_of(paragraph: Element) -> str:
    """The words of a paragraph as one."""
    return "".join(text for _, text in texts_of(paragraph))


def labels_in(root: Element) -> Iterator[str]:
    """The labels of all fields in a part, in their order."""
    for paragraph in paragraphs_of(root):
        yield from FIELD.findall(text_of(paragraph))


def stray_in(root: Element) -> Iterator[str]:
    """Some words around each brace that belongs to no field."""
    for paragraph in paragraphs_of(root):
        rest = FIELD.sub("", text_of(paragraph))
        for found in STRAY.finditer(rest):
            yield rest[max(0, found.start() - 8) : found.end() + 12].strip()


def fill_part(root: Element, lines: Mapping[str, tuple[str, ...]]) -> None:
    """Fill every field of a part. A paragraph that is one field of several lines becomes as many paragraphs."""
    for paragraph in list(paragraphs_of(root)):
        text = text_of(paragraph)
        alone = FIELD.fullmatch(text.strip())
        if alone and len(lines.get(alone[1], ())) > 1:
            _repeat(paragraph, lines[alone[1]])
        elif FIELD.search(text):
            _fill(paragraph, lines)
            _drop_if_blank(paragraph)


def _repeat(paragraph: Element, lines: tuple[str, ...]) -> None:
    """A copy of the paragraph, with its looks, for each line but the last, which it takes itself."""
    parent = paragraph.getparent()
    if parent is None:
        return
    for line in lines[:-1]:
        copy = deepcopy(paragraph)
        copy.tail = None
        parent.insert(parent.index(paragraph), copy)
        _put_whole(copy, line)
    _put_whole(paragraph, lines[-1])


def _put_whole(paragraph: Element, line: str) -> None:
    held = texts_of(paragraph)
    text = "".join(words for _, words in held)
    found = FIELD.search(text)
    if found:
        _write(held, [Put(found.start(), found.end(), line)])


def _fill(paragraph: Element, lines: Mapping[str, tuple[str, ...]]) -> None:
    held = texts_of(paragraph)
    text = "".join(words for _, words in held)
    puts = [
        Put(each.start(), each.end(), "".join(lines.get(each[1], ())))
        for each in FIELD.finditer(text)
    ]
    _write(held, puts)


def _drop_if_blank(paragraph: Element) -> None:
    """Leave out a paragraph that held nothing but empty fields, unless its cell or box would be left without any."""
    parent = paragraph.getparent()
    if (
        parent is None
        or text_of(paragraph).strip()
        or child(paragraph, "pPr", "sectPr") is not None
    ):
        return
    if sum(local(each) == "p" for each in parent) > 1:
        parent.remove(paragraph)


def _write(held: list[tuple[Element, str]], puts: list[Put]) -> None:
    """Change the words of the elements; one that only stands for a blank inside a field is taken out."""
    segments = spread([words for _, words in held], puts)
    for (element, before), words in zip(held, segments, strict=True):
        if before == words:
            continue
        if local(element) == "t":
            element.text = words
            element.set(XML_SPACE, "preserve")
        elif not words and (parent := element.getparent()) is not None:
            parent.remove(element)
