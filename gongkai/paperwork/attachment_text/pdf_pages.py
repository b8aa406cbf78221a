"""PDF: the text layer page by page, annotations, form fields and properties; pages without text are named."""

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2

from gongkai.paperwork.attachment_text.pieces import FileText, Piece, gathered
from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.reading.from_pdf import _opened

MOST_PAGES = 2_000
MOST_NOTES = 20_000
NO_TEXT = "PDF 没有文字层（扫描件）：不可检索，里面的内容也没有检查，请人工核对"
_BY_MACHINE = {"/CreationDate", "/ModDate", "/Producer", "/Creator", "/Trapped"}
_NOTE_KEYS = ("/Contents", "/T", "/RC", "/V", "/TU", "/Subj")


def pdf_text(data: bytes) -> FileText:
    """The text of a PDF; raises UnreadableReport (HostileFile)."""
    with _opened(data) as document:
        if len(document) > MOST_PAGES:
            raise HostileFile(f"PDF 超过 {MOST_PAGES} 页，请拆成几个文件")
        pages = list(_pages(document))
    blank = [number for number, text in enumerate(pages, 1) if not text.strip()]
    lines = (
        Piece(f"第 {number} 页", line)
        for number, text in enumerate(pages, 1)
        for line in text.splitlines()
    )
    return gathered((*lines, *_notes(data)), _trouble(blank, len(pages)))


def _trouble(blank: list[int], pages: int) -> str:
    if len(blank) == pages:
        return NO_TEXT
    if not blank:
        return ""
    named = "、".join(str(number) for number in blank[:10]) + ("等" if len(blank) > 10 else "")
    return f"第 {named} 页没有文字层，这些页里的内容没有检查，请人工核对"


def _pages(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for page in document:
        words = page.get_textpage()
        yield words.get_text_bounded().replace("\x00", "").replace("\ufffe", "-")
        words.close()
        page.close()


def _notes(data: bytes) -> Iterator[Piece]:
    """What annotations and form fields say, and the properties."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            yield from _annotations(pdf)
            yield from _properties(pdf)
    except pikepdf.PasswordError as error:
        raise UnreadableReport("PDF 有密码，请取消密码后再上传") from error
    except (pikepdf.PdfError, pikepdf.DataDecodingError, ValueError, TypeError) as error:
        raise UnreadableReport("PDF 不完整或已损坏，请用原软件重新导出后再上传") from error


def _properties(pdf: pikepdf.Pdf) -> Iterator[Piece]:
    for key, said in pdf.docinfo.items():
        if key not in _BY_MACHINE:
            yield Piece("文件属性", str(said), hidden=True, way="文件属性")


def _annotations(pdf: pikepdf.Pdf) -> Iterator[Piece]:
    count = 0
    for number, page in enumerate(pdf.pages, 1):
        for note in page.get("/Annots", pikepdf.Array()):
            count += 1
            if count > MOST_NOTES:
                raise HostileFile("PDF 的批注过多，请用原软件重新导出")
            yield from _said(note, number)


def _said(note: pikepdf.Object, number: int) -> Iterator[Piece]:
    if not isinstance(note, pikepdf.Dictionary):
        return
    is_link = str(note.get("/Subtype", "")) == "/Link"
    for key in _NOTE_KEYS:
        if isinstance(said := note.get(key), pikepdf.String):
            yield Piece(f"第 {number} 页的批注或者表单", str(said), hidden=True, way="批注")
    action = note.get("/A")
    if is_link and isinstance(action, pikepdf.Dictionary) and "/URI" in action:
        yield Piece(f"第 {number} 页的链接地址", str(action["/URI"]), hidden=True, way="链接的地址")
