"""Any file that a clerk writes in to clean HTML: Word, old Word and WPS, PDF with a text layer, web page, plain text."""

from dataclasses import replace

from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.cleaning import FileKind, examine_bounded
from gongkai.paperwork.cleaning.telling import advice_on
from gongkai.paperwork.document_html.headings import with_headings
from gongkai.paperwork.document_html.pictures import with_useful_words
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.office import to_docx
from gongkai.paperwork.word_html import WordPage, word_to_html

__all__ = ["document_to_html"]

SECONDS = 20.0
_READ_HERE = frozenset({"pdf", "html", "text"})
READABLE = _READ_HERE | {"docx", "doc"}
_CONVERTED = "旧版 Word 或 WPS 文件由 LibreOffice 转换，版面可能有出入，请逐段核对"


def document_to_html(data: bytes, name: str) -> WordPage:
    """The page of a file. ``name`` as the person gave it.

    Raises UnreadableReport (OfficeMissing, HostileFile) with one Chinese sentence that says why and what to do.
    """
    tell = "gongkai.paperwork.cleaning.telling:tell"
    kind: FileKind = bounded_call(tell, data, name, advice_on(READABLE))
    page = with_useful_words(_page(data, name, kind))
    return replace(page, html=with_headings(page.html))


def _page(data: bytes, name: str, kind: FileKind) -> WordPage:
    if kind.key == "docx":
        return word_to_html(data)
    if kind.key == "doc":
        silent = examine_bounded(data, name, frozenset({"doc"})).public  # refuses macros
        page = word_to_html(to_docx(silent))
        return replace(page, warnings=(_CONVERTED, *page.warnings))
    if kind.key in _READ_HERE:
        read: WordPage = bounded_call(
            "gongkai.paperwork.document_html.doors:page_of", data, kind.key, seconds=SECONDS
        )
        return read
    raise UnreadableReport(
        f"{kind.label}不能作为正文；可以用 Word（.docx、.doc）、WPS（.wps）、能选中文字的 PDF、网页和文字文件。"
        f"{kind.label}请在建好草稿之后作为附件上传"
    )
