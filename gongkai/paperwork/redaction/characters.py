"""The characters of a page with their places as seen, form fields and annotations included. Runs in the bounded child process."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from gongkai.paperwork.errors import HostileFile
from gongkai.paperwork.reading.pdf_characters import seen
from gongkai.paperwork.redaction.boxes import Edges
from gongkai.paperwork.redaction.document import page_of

MOST_CHARACTERS = 100_000
_FINE = 1_000_000
"""Steps into which a page is divided when PDFium turns its places into those of the page as seen."""
_INVISIBLE = {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}


@dataclass(frozen=True, slots=True)
class Character:
    """One character and the rectangle that it takes, in fractions of the page. A blank between words has no rectangle.

    ``painted``: its text is meant to be seen; the words behind a scan are not.
    """

    text: str
    edges: Edges | None
    painted: bool = True


def characters_of(document: pypdfium2.PdfDocument, number: int) -> list[Character]:
    """All characters of a page in the order in which PDFium reads them; line ends stand between lines."""
    page = page_of(document, number)
    pdfium.FPDFPage_Flatten(
        page, pdfium.FLAT_NORMALDISPLAY
    )  # fields and notes become words of the page
    page.close()
    page = page_of(document, number)
    text = page.get_textpage()
    try:
        if text.count_chars() > MOST_CHARACTERS:
            raise HostileFile(f"第 {number} 页的文字过多，请用原软件重新导出后再涂黑")
        return list(_read(page, text))
    finally:
        text.close()
        page.close()


def _read(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> Iterator[Character]:
    half = 0
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            half = code
            continue
        if 0xDC00 <= code < 0xE000 and half:
            code = 0x10000 + ((half - 0xD800) << 10) + (code - 0xDC00)
        half = 0
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            yield Character("\n" if code in {10, 13} else " ", None)
            continue
        sign = "\n" if code in {10, 13} else seen(code)
        if sign:
            yield Character(sign, _edges(page, text, index), _is_painted(text, index))


def _edges(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, index: int) -> Edges | None:
    """The rectangle of a character; None for one that has none or lies beside the page."""
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(rect)):
        return None
    ends = [_as_seen(page, rect.left, rect.bottom), _as_seen(page, rect.right, rect.top)]
    left, right = sorted(across for across, _ in ends)
    top, bottom = sorted(down for _, down in ends)
    inside = (max(0.0, left), max(0.0, top), min(1.0, right), min(1.0, bottom))
    return inside if inside[0] < inside[2] and inside[1] < inside[3] else None


def _as_seen(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    """A point of the page's own space in fractions of the page as it is seen, turned and cropped."""
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(
        page, 0, 0, _FINE, _FINE, 0, x, y, ctypes.byref(across), ctypes.byref(down)
    )
    return across.value / _FINE, down.value / _FINE


def _is_painted(text: pypdfium2.PdfTextPage, index: int) -> bool:
    item = pdfium.FPDFText_GetTextObject(text, index)
    return not item or pdfium.FPDFTextObj_GetTextRenderMode(item) not in _INVISIBLE
