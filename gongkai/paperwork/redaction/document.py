"""A PDF opened for redaction, within limits. Runs in the bounded child process."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium

from gongkai.paperwork.errors import HostileFile, UnreadableReport

MOST_PAGES = 500
SHORTEST, LONGEST = 10.0, 14_400.0
"""Points that the side of a page may have; 14 400 is the most that the format allows."""
_DAMAGED = "PDF 打不开，可能已损坏，请用原软件重新导出后再涂黑"


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document with its form fields, so that pages look as readers see them; raises UnreadableReport (HostileFile)."""
    raw = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not raw:
        locked = pdfium.FPDF_GetLastError() in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        raise UnreadableReport("PDF 有打开密码，请取消密码后再涂黑" if locked else _DAMAGED)
    document = pypdfium2.PdfDocument(raw)
    try:
        document.init_forms()
        if not len(document):
            raise UnreadableReport(_DAMAGED)
        if len(document) > MOST_PAGES:
            raise HostileFile(f"PDF 超过 {MOST_PAGES} 页，请拆成几个文件再涂黑")
        yield document
    finally:
        document.close()


def page_of(document: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
    """Page ``number``, from 1; raises UnreadableReport for one that is missing, broken or of no size of paper."""
    if not 1 <= number <= len(document):
        raise UnreadableReport(f"没有第 {number} 页")
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError as error:
        raise UnreadableReport(f"第 {number} 页已损坏，请用原软件重新导出后再涂黑") from error
    if not all(SHORTEST <= side <= LONGEST for side in page.get_size()):
        raise UnreadableReport(f"第 {number} 页的大小不像一页纸，请用原软件重新导出后再涂黑")
    return page
