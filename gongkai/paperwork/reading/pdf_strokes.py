"""Reduces what is drawn on a PDF page to bars: every straight stroke and every filled shape as thin as a border.

Producers draw one border as a stroked line, a thin box, a chain of dots, the gap between two boxes or a stretched
picture. With ``pdf_ink`` the only module that knows PDFium.
"""

import ctypes
import math
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from gongkai.paperwork.errors import HostileFile
from gongkai.paperwork.reading.pdf_page import Bar
from gongkai.paperwork.reading.pdf_shapes import (
    Box,
    Point,
    Transform,
    box_of,
    fillings,
    strokes,
    thin,
)

FAINTEST = 0.97  # of full brightness; lighter ink is not seen on paper
DEEPEST = 12  # forms within forms
MOST_OBJECTS = 200_000  # on a page; a page of a report has some hundred


class Drawing(NamedTuple):
    """What is drawn on a page, in its reading frame: bars, the boxes of images, and the places of text objects.

    ``texts`` says for the address of a text object in memory how many came before it in the file.
    """

    bars: list[Bar]
    pictures: list[Box]
    texts: dict[int, int]


class _Drawn(NamedTuple):
    """The same while it is gathered; ``white`` bars are seen only on ``shades``."""

    bars: list[Bar]
    white: list[Bar]
    shades: list[Box]
    pictures: list[Box]
    texts: dict[int, int]


def drawing(page: pypdfium2.PdfPage, frame: Transform) -> Drawing:
    """Walk the objects of a PDFium page; raises HostileFile if there are too many to be a report's."""
    drawn = _Drawn([], [], [], [], {})
    for count, (thing, kind, to_page) in enumerate(_objects(page, frame)):
        if count > MOST_OBJECTS:
            raise HostileFile("PDF 一页上的图形过多，已停止读取")
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _path(thing, to_page, drawn)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            _picture(box_of(_corners(_matrix(thing).then(to_page))), drawn)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            drawn.texts[address(thing)] = count
    on_shade = [bar for bar in drawn.white if any(_lies_on(bar, box) for box in drawn.shades)]
    return Drawing(drawn.bars + on_shade, drawn.pictures, drawn.texts)


def _picture(box: Box, drawn: _Drawn) -> None:
    """An image; one that is stretched to a line is a border."""
    if thin(box):
        drawn.bars.append(Bar(*box))
    else:
        drawn.pictures.append(box)


def address(thing: Any) -> int:
    """Where PDFium keeps an object: the same object has the same address while its page is open."""
    return ctypes.cast(thing, ctypes.c_void_p).value or 0


def _lies_on(bar: Bar, box: Box) -> bool:
    x, y = (bar.x0 + bar.x1) / 2, (bar.top + bar.bottom) / 2
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def _objects(page: pypdfium2.PdfPage, frame: Transform) -> Iterator[tuple[Any, int, Transform]]:
    """Every object with its kind and the map from its space to the reading frame, forms opened."""
    stack = [
        (pdfium.FPDFPage_GetObject(page, index), frame, 0)
        for index in reversed(range(pdfium.FPDFPage_CountObjects(page)))
    ]
    while stack:
        thing, to_page, depth = stack.pop()
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield thing, kind, to_page
        elif depth < DEEPEST:
            inner = _matrix(thing).then(to_page)
            count = pdfium.FPDFFormObj_CountObjects(thing)
            stack.extend(
                (pdfium.FPDFFormObj_GetObject(thing, index), inner, depth + 1)
                for index in reversed(range(count))
            )


def _matrix(thing: Any) -> Transform:
    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, raw):
        return Transform()
    return Transform(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _corners(transform: Transform) -> list[Point]:
    return [transform.point(x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]


def _path(thing: Any, to_page: Transform, drawn: _Drawn) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(thing, fill, stroke):
        return
    filling = _ink(pdfium.FPDFPageObj_GetFillColor, thing) if fill.value else None
    stroking = _ink(pdfium.FPDFPageObj_GetStrokeColor, thing) if stroke.value else None
    if filling is stroking is None:
        return
    bars = drawn.white if "dark" not in (filling, stroking) else drawn.bars
    whole = _bounds(thing, to_page)
    if thin(whole):  # as most are: no need to look at its corners
        bars.append(Bar(*whole))
        return
    transform = _matrix(thing).then(to_page)
    outlines = _outlines(thing, transform)
    if stroking:
        bars.extend(strokes(outlines, _stroke_width(thing) * transform.stretch()))
    if filling:
        boxes = [box_of(outline) for outline in outlines]
        bars.extend(fillings(boxes))
        if filling == "dark":
            drawn.shades.extend(box for box in boxes if not thin(box))


def _bounds(thing: Any, to_page: Transform) -> Box:
    """The box around an object, its stroke included, in the reading frame."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
        return (0.0, 0.0, math.inf, math.inf)
    return box_of((to_page.point(left.value, bottom.value), to_page.point(right.value, top.value)))


def _ink(colour_of: Any, thing: Any) -> Literal["dark", "white"] | None:
    """Whether the ink shows on white paper; a colour that is not known does. None for no ink at all."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour_of(thing, red, green, blue, alpha):
        return "dark"
    if alpha.value == 0:
        return None
    return "dark" if min(red.value, green.value, blue.value) < FAINTEST * 255 else "white"


def _stroke_width(thing: Any) -> float:
    width = ctypes.c_float()
    return width.value if pdfium.FPDFPageObj_GetStrokeWidth(thing, width) else 1.0


def _outlines(thing: Any, transform: Transform) -> list[list[Point]]:
    """The corners of each separate outline of a path; curves count by their end points."""
    outlines: list[list[Point]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFPath_CountSegments(thing)):
        segment = pdfium.FPDFPath_GetPathSegment(thing, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        if not outlines or pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            outlines.append([])
        outlines[-1].append(transform.point(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            outlines[-1].append(outlines[-1][0])
    return outlines
