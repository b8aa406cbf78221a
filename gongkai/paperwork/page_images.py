"""Pages of a PDF as pictures, to be looked at beside what was read of them. Called by name in a bounded child process."""

import io

import pypdfium2

from gongkai.paperwork.errors import UnreadableReport

WIDTH = 1100  # pixels; figures of the smallest table can be read at that
LONGEST = 4  # a page more times as high as wide than this is no page


def page_count(data: bytes) -> int:
    """How many pages; raises UnreadableReport."""
    with _opened(data) as pdf:
        return len(pdf)


def page_png(data: bytes, number: int) -> bytes:
    """Page ``number``, from 1, as PNG; raises UnreadableReport where there is no such page."""
    with _opened(data) as pdf:
        if not 1 <= number <= len(pdf):
            raise UnreadableReport(f"没有第 {number} 页")
        page = pdf[number - 1]
        wide, high = page.get_size()
        if not 0 < high <= LONGEST * wide:
            raise UnreadableReport(f"第 {number} 页的大小不像一页纸")
        picture = page.render(scale=WIDTH / wide).to_pil()
        out = io.BytesIO()
        picture.convert("L").quantize(16).save(out, "PNG", optimize=True)
        return out.getvalue()


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableReport("PDF 打不开，可能已损坏或者有密码") from error
