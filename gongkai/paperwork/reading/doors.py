"""From bytes to an annual report: which kind of file it is decides which door it comes in by.

``read_bytes`` does the work without limits; ``reading.read_report`` calls it by name in a bounded child process.
"""

from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork.contract_json import loads
from gongkai.paperwork.reading.assemble import assemble
from gongkai.paperwork.reading.document import Document
from gongkai.paperwork.reading.from_docx import from_docx
from gongkai.paperwork.reading.from_html import from_html
from gongkai.paperwork.reading.from_pdf import from_pdf
from gongkai.paperwork.reading.from_text import from_text
from gongkai.paperwork.reading.sniff import decode, sniff


def read_bytes(data: bytes) -> AnnualReport:
    """Read a report in this process, without limits; raises UnreadableReport."""
    if sniff(data) == "json":
        return loads(decode(data))
    return assemble(document_of(data))


def document_of(data: bytes) -> Document:
    """The blocks of a file of any kind but JSON."""
    match sniff(data):
        case "pdf":
            return from_pdf(data)
        case "docx":
            return from_docx(data)
        case "html":
            return from_html(decode(data))
        case _:
            return from_text(decode(data))
