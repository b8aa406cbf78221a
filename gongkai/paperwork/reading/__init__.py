"""Reading an annual report out of a file: format to Document, Document to the cells and chapters of the form."""

from pathlib import Path

from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.reading.sniff import open_limited

DOOR = "gongkai.paperwork.reading.doors:read_bytes"


def read_report(source: str | Path | bytes) -> AnnualReport:
    """Read one annual report from a path or from bytes: text, Markdown, HTML, DOCX, PDF or contract JSON.

    The file is opened in a child process under limits of time and memory. Raises UnreadableReport (HostileFile where
    the file was refused) with one Chinese sentence that says why.
    """
    report: AnnualReport = bounded_call(DOOR, open_limited(source))
    return report
