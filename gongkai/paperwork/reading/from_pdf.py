"""A PDF with a text layer to a Document: ruled tables with their cells, everything else as lines with word positions.

Scripts, actions and attachments are never run or opened. A scan is refused: no figure is guessed from a picture.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium

from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.reading.document import Document
from gongkai.paperwork.reading.pdf_blocks import blocks_of
from gongkai.paperwork.reading.pdf_ink import take_ink
from gongkai.paperwork.reading.pdf_margins import without_margins
from gongkai.paperwork.reading.pdf_page import Page
from gongkai.paperwork.reading.pdf_sheets import Sheet, with_common_columns
from gongkai.paperwork.reading.pdf_tables import grids_of

MOST_PAGES = 300
FEWEST_CHARACTERS = 200  # the labels of the form alone are some 600
TAIL = 64 * 1024  # bytes at the end of a whole file, within which it says that it ends
PICTURE = 0.3  # of a page: a page with a larger picture and no text is a scan
COMMON = frozenset(
    "的一是在不了有和人这中大为上年政府信息公开"
)  # every tenth character of such text
FEWEST_COMMON = 0.02  # share of them below which text is no Chinese

_DAMAGED = "PDF 文件不完整或已损坏，请用原软件打开并重新导出后再试"


def from_pdf(data: bytes, *, fewest: int = FEWEST_CHARACTERS) -> Document:
    """Read a PDF. Lines are in points; a table that goes on over pages gives one Table for each page, with its columns
    numbered alike in all of them. A file with fewer characters than ``fewest`` counts as one without text.

    Raises UnreadableReport for a scan, a locked or a damaged file, HostileFile for one beyond any report's size.
    """
    if b"%%EOF" not in data[-TAIL:]:
        raise UnreadableReport(_DAMAGED)
    with _opened(data) as document:
        pages = list(_pages(document))
        title = _title(document)
    _refuse_unreadable(pages, fewest)
    sheets = [Sheet(page.width, page.height, page.glyphs, grids_of(page)) for page in pages]
    sheets = with_common_columns(without_margins(sheets))
    return Document(tuple(blocks_of(sheets)), title)


@contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document, open while ``data`` is kept; PDFium's last error means nothing where it opened the file."""
    raw = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not raw:
        locked = pdfium.FPDF_GetLastError() in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        raise UnreadableReport("PDF 有密码，请提供没有密码的文件" if locked else _DAMAGED)
    document = pypdfium2.PdfDocument(raw)
    try:
        yield document
    finally:
        document.close()


def _title(document: pypdfium2.PdfDocument) -> str:
    """What the file says its title is; nothing where that is no text."""
    try:
        return str(document.get_metadata_value("Title"))
    except UnicodeDecodeError:
        return ""


def _pages(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    if not len(document):
        raise UnreadableReport(_DAMAGED)
    if len(document) > MOST_PAGES:
        raise HostileFile(f"PDF 超过 {MOST_PAGES} 页，已停止读取")
    for index in range(len(document)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError as error:
            raise UnreadableReport(_DAMAGED) from error
        yield take_ink(page)
        page.close()


def _refuse_unreadable(pages: Sequence[Page], fewest: int) -> None:
    """Refuse pictures of text, and text whose fonts do not say which characters they show."""
    printed = [glyph.text for page in pages for glyph in page.glyphs if glyph.text != " "]
    if len(printed) < fewest:
        if any(page.pictures > PICTURE for page in pages):
            raise UnreadableReport(
                "PDF 是扫描件，只有图片没有文字，无法读取；请提供由 Word 等软件直接导出的 PDF，或原 Word 文件"
            )
        raise UnreadableReport(
            "PDF 里几乎没有可读的文字，无法读取；请提供能选中文字的 PDF，或原 Word 文件"
        )
    foreign = [text for text in printed if not text.isascii()]
    common = sum(text in COMMON for text in foreign)
    if len(foreign) >= FEWEST_CHARACTERS and common < FEWEST_COMMON * len(foreign):
        raise UnreadableReport(
            "PDF 的字体没有注明文字编码，取出的是乱码，无法读取；请用原软件重新导出，或提供原 Word 文件"
        )
