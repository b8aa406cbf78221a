"""Which reader reads which kind of file, without limits; the package calls it in a bounded child process."""

from collections.abc import Callable, Mapping

from gongkai.paperwork.attachment_text.pdf_pages import pdf_text
from gongkai.paperwork.attachment_text.pieces import FileText
from gongkai.paperwork.attachment_text.plain_text import lines_of, table_of
from gongkai.paperwork.attachment_text.sheets import workbook_text
from gongkai.paperwork.attachment_text.slides import slides_text
from gongkai.paperwork.attachment_text.word import word_text
from gongkai.paperwork.cleaning.kinds import FILE_KINDS, IMAGES

READERS: Mapping[str, Callable[[bytes], FileText]] = {
    "docx": word_text,
    "xlsx": workbook_text,
    "pptx": slides_text,
    "pdf": pdf_text,
    "csv": table_of,
    "text": lines_of,
    "json": lines_of,
    "html": lines_of,
}
_PICTURE = "图片里的文字读不出来：不可检索，也没有检查，请人工核对"


def text_of(data: bytes, kind: str) -> FileText:
    """The text of a file; raises UnreadableReport where it cannot be opened."""
    if kind in READERS:
        return READERS[kind](data)
    if kind in IMAGES:
        return FileText(trouble=_PICTURE)
    label = FILE_KINDS[kind].label
    return FileText(
        trouble=f"{label}里的文字读不出来：不可检索，也没有检查；请另存为 .docx、.xlsx 或 PDF"
    )
