"""PDF, web page and text to a page, without limits; ``document_to_html`` calls it in a bounded child process."""

from gongkai.paperwork.document_html.from_blocks import html_of
from gongkai.paperwork.document_html.from_web import web_page
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.reading.from_pdf import from_pdf
from gongkai.paperwork.reading.from_text import from_text
from gongkai.paperwork.reading.sniff import decode
from gongkai.paperwork.word_html.page import WordPage

FEWEST_CHARACTERS = 20
"""Below this a PDF counts as a scan: a notice may have few words."""
_FROM_PDF = "PDF 只读出文字和有边线的表格，图片没有转入，请逐段核对"


def page_of(data: bytes, kind: str) -> WordPage:
    """The page of a file of that kind (pdf, html, text); raises UnreadableReport."""
    if kind == "pdf":
        document = from_pdf(data, fewest=FEWEST_CHARACTERS)
        page = WordPage(html_of(document.blocks), warnings=(_FROM_PDF,))
    elif kind == "html":
        page = web_page(decode(data))
    else:
        page = WordPage(html_of(from_text(decode(data)).blocks))
    if not page.html:
        raise UnreadableReport("文件里没有读到文字，请核对是不是选错了文件")
    return page
