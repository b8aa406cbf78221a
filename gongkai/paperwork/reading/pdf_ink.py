"""Takes the ink off a PDF page by PDFium: characters with their places, bars, and how much of it pictures cover.

With ``pdf_strokes`` the only module that knows PDFium. Scripts, actions and attachments are never looked at.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from gongkai.paperwork.errors import HostileFile
from gongkai.paperwork.reading.pdf_characters import seen
from gongkai.paperwork.reading.pdf_page import Bar, Glyph, Page
from gongkai.paperwork.reading.pdf_shapes import Box, Transform
from gongkai.paperwork.reading.pdf_strokes import address, drawing

MOST_CHARACTERS = 100_000  # on a page; a full page of small print has some 5 000
MIDDLE = 0.38  # of the font size: how far the middle of a character lies above its base line
NARROWEST, WIDEST = 0.1, 1.6  # of the font size: the advance of any character
TWICE = 0.15  # of the font size: equal characters nearer than this are one
SLANT = 0.1  # quarter turns; text at any other angle is a watermark or a stamp


class _Mark(NamedTuple):
    """A character as PDFium places it: base line origin, direction of writing and advance in page space.

    PDFium sorts what stands on one line; ``text_object`` is the address of what wrote it, which keeps the file's order.
    """

    text: str
    x: float
    y: float
    angle: float
    advance: float
    size: float
    text_object: int


def take_ink(page: pypdfium2.PdfPage) -> Page:
    """Read one PDFium page; raises HostileFile if it holds more than any report's page does."""
    marks = [mark for mark in _marks(page) if mark.text and math.isfinite(sum(mark[1:6]))]
    quarter = _quarter(marks, pdfium.FPDFPage_GetRotation(page))
    left, bottom, right, top = box = _page_box(page)
    width, height = (right - left, top - bottom)[:: -1 if quarter % 2 else 1]
    frame = _frame(box, quarter)
    drawn = drawing(page, frame)
    pieces = [drawn.texts.get(mark.text_object, 0) for mark in marks]
    area = max(width * height, 1.0)
    return Page(
        width,
        height,
        tuple(_on_paper(_glyphs(marks, pieces, frame, quarter), width, height)),
        tuple(_cut(drawn.bars, width, height)),
        sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in drawn.pictures) / area,
    )


def _marks(page: pypdfium2.PdfPage) -> Iterator[_Mark]:
    with _text_of(page) as text:
        count = pdfium.FPDFText_CountChars(text)
        if count > MOST_CHARACTERS:
            raise HostileFile("PDF 一页上的文字过多，已停止读取")
        x, y = ctypes.c_double(), ctypes.c_double()
        box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        for index in range(count):
            if pdfium.FPDFText_IsGenerated(text, index):
                continue
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            pdfium.FPDFText_GetLooseCharBox(text, index, box)
            pdfium.FPDFText_GetMatrix(text, index, matrix)
            size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
            angle = math.atan2(matrix.b, matrix.a)
            sideways = abs(math.sin(angle)) > 0.7
            advance = box.top - box.bottom if sideways else box.right - box.left
            yield _Mark(
                seen(_code_point(text, index)),
                x.value,
                y.value,
                angle,
                _likely(advance, size),
                size,
                address(pdfium.FPDFText_GetTextObject(text, index)),
            )


def _code_point(text: Any, index: int) -> int:
    """The character at a place. PDFium gives one beyond the basic plane as two surrogates: the first stands for both."""
    code: int = pdfium.FPDFText_GetUnicode(text, index)
    if not 0xD800 <= code < 0xDC00:
        return code
    low: int = pdfium.FPDFText_GetUnicode(text, index + 1)
    return 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00) if 0xDC00 <= low < 0xE000 else code


def _likely(advance: float, size: float) -> float:
    """The advance, or the font's size where a font for writing down the page gives another measure for it."""
    return advance if NARROWEST * size <= advance <= WIDEST * size else size


@contextmanager
def _text_of(page: pypdfium2.PdfPage) -> Iterator[Any]:
    text = pdfium.FPDFText_LoadPage(page)
    try:
        yield text
    finally:
        pdfium.FPDFText_ClosePage(text)


def _quarter(marks: list[_Mark], rotation: int) -> int:
    """Quarter turns clockwise that bring most text upright; what the page says where there is no text."""
    turns = Counter(round(mark.angle / (math.pi / 2)) % 4 for mark in marks if mark.text.strip())
    if not turns:
        return rotation
    return turns.most_common(1)[0][0]


def _page_box(page: pypdfium2.PdfPage) -> Box:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return box.left, box.bottom, box.right, box.top


def _frame(box: Box, quarter: int) -> Transform:
    """From page space (y upwards) to the reading frame (y downwards), turned clockwise."""
    left, bottom, right, top = box
    match quarter:
        case 0:
            return Transform(1, 0, 0, -1, -left, top)
        case 1:
            return Transform(0, 1, 1, 0, -bottom, -left)
        case 2:
            return Transform(-1, 0, 0, 1, right, -bottom)
        case _:
            return Transform(0, -1, -1, 0, top, right)


def _glyphs(
    marks: Sequence[_Mark], pieces: Sequence[int], frame: Transform, quarter: int
) -> Iterator[Glyph]:
    """The marks by their centres in the order of the file, without those that are written at a slant."""
    in_order = sorted(range(len(marks)), key=pieces.__getitem__)
    for place, index in enumerate(in_order):
        mark = marks[index]
        quarters = mark.angle / (math.pi / 2)
        turn = round(quarters)
        if abs(quarters - turn) > SLANT:
            continue
        cos, sin = math.cos(mark.angle), math.sin(mark.angle)
        along, up = mark.advance / 2, MIDDLE * mark.size
        x, y = frame.point(mark.x + along * cos - up * sin, mark.y + along * sin + up * cos)
        turn = (turn - quarter) % 4
        yield Glyph(mark.text, x, y, mark.advance, mark.size, turn, place, pieces[index])


def _on_paper(glyphs: Iterable[Glyph], width: float, height: float) -> Iterator[Glyph]:
    """Those within the page, and only one of those printed twice over one another to look bold."""
    printed: dict[tuple[str, int], list[float]] = {}
    for glyph in glyphs:
        if not (-1 <= glyph.x <= width + 1 and -1 <= glyph.y <= height + 1):
            continue
        near = TWICE * glyph.size
        line = round(glyph.y)
        others = (x for y in (line - 1, line, line + 1) for x in printed.get((glyph.text, y), ()))
        if not any(abs(x - glyph.x) < near for x in others):
            printed.setdefault((glyph.text, line), []).append(glyph.x)
            yield glyph


def _cut(bars: Iterable[Bar], width: float, height: float) -> Iterator[Bar]:
    """The part of each bar that lies on the page; browsers draw a table's lines on past its foot."""
    for bar in bars:
        x0, x1 = max(bar.x0, 0.0), min(bar.x1, width)
        top, bottom = max(bar.top, 0.0), min(bar.bottom, height)
        if x0 <= x1 and top <= bottom:
            yield Bar(x0, top, x1, bottom)
