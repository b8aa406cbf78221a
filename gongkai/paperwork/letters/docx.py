"""The letter as a Word file in the letter format of GB/T 9704: red name and lines in the first page's head and foot."""

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time
from functools import cache

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from gongkai.paperwork.letters.letter import OfficialLetter
from gongkai.paperwork.printing.docx import TITLE_WIDTH, line_width, without_clock
from gongkai.paperwork.printing.docx_styles import (
    BODY,
    CENTER,
    LEFT,
    RIGHT,
    STYLES,
    TITLE,
    Style,
    add_text,
    document_with,
)
from gongkai.paperwork.printing.flow import printable

RED = RGBColor(0xE6, 0, 0)
SIZE = 16  # points of a character of the text
TEXT_WIDTH = 442  # points
BEYOND = (-8, -6)  # millimetres by which the red lines reach beyond the text to the left and right
NAME_SIZE = 38

_LONG_WORD = re.compile(r"[!-~]{12,}")
"""An address of the web: before it a justified line would be drawn apart."""

LETTER_STYLES: Mapping[str, Style] = {
    "title": replace(STYLES["title"], before=28, after=28),
    "paragraph": STYLES["paragraph"],
    "banner": Style("发文机关标志", TITLE, NAME_SIZE, 0, CENTER, 0),
    "number": Style("发文字号", BODY, SIZE, 28, RIGHT, 0, before=14),
    "addressee": Style("主送机关", BODY, SIZE, 28, LEFT, 0),
    "enclosure": Style("附件说明", BODY, SIZE, 28, LEFT, 0),
    "signature": replace(STYLES["signature"], before=0),
    "note": Style("附注", BODY, SIZE, 28, LEFT, 2),
    "footer": STYLES["footer"],
}


def to_docx(letter: OfficialLetter) -> bytes:
    """The letter as .docx; the same letter gives the same bytes."""
    document = docx.Document(io.BytesIO(_blank()))
    _describe(document, letter)
    if letter.organ:
        _add_frame(document, printable(letter.organ))
        _add(document, "number", letter.document_number)
    _add_title(document, printable(letter.title))
    if letter.addressee:
        _add(document, "addressee", f"{letter.addressee}：")
    for words in letter.paragraphs:
        paragraph = _add(document, "paragraph", words)
        if _LONG_WORD.search(words):
            paragraph.paragraph_format.alignment = LEFT
    _add_ending(document, letter)
    file = io.BytesIO()
    document.save(file)
    return without_clock(file.getvalue())


@cache
def _blank() -> bytes:
    document = document_with(LETTER_STYLES)
    document.styles[LETTER_STYLES["banner"].name].font.color.rgb = RED
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _describe(document: Document, letter: OfficialLetter) -> None:
    """Title, author and dates of the file: the letter's own, never today's."""
    about = document.core_properties
    about.title = printable(letter.title)[:255]
    about.author = about.last_modified_by = printable(letter.organ)[:255]
    about.created = about.modified = datetime.combine(letter.metadata_day, time())


def _add(document: Document, role: str, text: str) -> Paragraph:
    paragraph = document.add_paragraph(style=LETTER_STYLES[role].name)
    add_text(paragraph, printable(text))
    return paragraph


def _add_title(document: Document, title: str) -> None:
    """One paragraph, as small as its line asks for, but legible."""
    paragraph = _add(document, "title", title)
    shrink = max(0.8, min(1, TITLE_WIDTH / max(1, line_width(title))))
    if shrink < 1:
        paragraph.runs[0].font.size = Pt(int(LETTER_STYLES["title"].size * shrink * 2) / 2)


def _add_frame(document: Document, organ: str) -> None:
    """The red name over a double line 30 mm from the upper edge, a double line 20 mm from the lower; page numbers from page 2."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header_distance, section.footer_distance = Mm(30), Mm(20)
    head = section.first_page_header.paragraphs[0]
    head.style = document.styles[LETTER_STYLES["banner"].name]
    size = min(NAME_SIZE, int(TEXT_WIDTH / max(1, line_width(organ))))
    add_text(head, organ).font.size = Pt(size)
    _rule(head, "bottom", "thickThinSmallGap", Mm(4).pt)
    foot = section.first_page_footer.paragraphs[0]
    foot.style = document.styles[LETTER_STYLES["footer"].name]
    foot.paragraph_format.line_spacing = Pt(1)
    _rule(foot, "top", "thinThickSmallGap", 0)


def _rule(paragraph: Paragraph, side: str, kind: str, space: float) -> None:
    """A red double line beside a paragraph, 170 mm long; ``space`` in points (Word takes 31 at most)."""
    form = paragraph.paragraph_format
    form.left_indent, form.right_indent = Mm(BEYOND[0]), Mm(BEYOND[1])
    border = f'<w:pBdr {nsdecls("w")}><w:{side} w:val="{kind}" w:sz="24" w:space="{round(space)}" w:color="E60000"/></w:pBdr>'
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no borders
    properties.insert_element_before(
        parse_xml(border), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _add_ending(document: Document, letter: OfficialLetter) -> None:
    """Enclosures, the place of the seal with name and day, the note: never on a page without words of the letter."""
    for paragraph in document.paragraphs[-letter.last_words :]:
        form = paragraph.paragraph_format
        form.keep_with_next = form.keep_together = bool(letter.day)
    for at, line in enumerate(letter.enclosure_lines):
        _add_enclosure(document, line, first=at == 0, with_next=bool(letter.day))
    if letter.day:
        _add_signature(document, printable(letter.organ), letter.day, with_next=bool(letter.note))
    if letter.note:
        _add(document, "note", f"（{letter.note}）")


def _add_enclosure(document: Document, line: str, *, first: bool, with_next: bool) -> None:
    paragraph = _add(document, "enclosure", line.lstrip("　"))
    form = paragraph.paragraph_format
    head = 3 if first else 0
    number = 1 if line.lstrip("附件：　")[:1].isdigit() else 0
    form.left_indent = Pt((5 + number) * SIZE)
    form.first_line_indent = Pt(-(head + number) * SIZE)
    form.space_before = Pt(28 if first else 0)
    form.keep_with_next = with_next


def _add_signature(document: Document, organ: str, day: str, *, with_next: bool) -> None:
    """The day four characters from the right, the organ's name centred over it; two lines above stay free for the seal."""
    size = min(SIZE, int(2 * TEXT_WIDTH / max(1, line_width(organ))) / 2)
    names, days = line_width(organ) * size, line_width(day) * SIZE
    beside = 4 * SIZE + (days - names) / 2
    shift = max(0.0, -beside)
    above = _add(document, "signature", organ)
    above.runs[0].font.size = Pt(size)
    above.paragraph_format.right_indent = Pt(beside + shift)
    above.paragraph_format.space_before = Pt(56)
    above.paragraph_format.keep_with_next = True
    below = _add(document, "signature", day)
    below.paragraph_format.right_indent = Pt(4 * SIZE + shift)
    below.paragraph_format.keep_with_next = with_next
