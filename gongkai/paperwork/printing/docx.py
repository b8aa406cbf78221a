"""The report as a Word file in the national form: real headings, merged cells, fonts and page after GB/T 9704.

Word, WPS and LibreOffice open it. Fonts are named, not embedded; ``docx_styles`` says what may stand in for each.
"""

import io
import zipfile
from datetime import datetime, time
from itertools import pairwise
from unicodedata import east_asian_width

import docx
from docx.document import Document
from docx.shared import Pt

from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork.printing.docx_styles import STYLES, add_text, blank_document
from gongkai.paperwork.printing.docx_tables import table_element
from gongkai.paperwork.printing.flow import (
    Part,
    flow,
    metadata_day,
    printable,
    title_of,
)
from gongkai.paperwork.printing.form_tables import FormTable

TITLE_WIDTH = 20  # Chinese characters of a title on one line
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment that a zip can hold


def to_docx(report: AnnualReport) -> bytes:
    """The report as .docx; the same report gives the same bytes."""
    document = docx.Document(io.BytesIO(blank_document()))
    _describe(document, report)
    for part in flow(report):
        _add(document, part, report.year)
    if isinstance(part, FormTable):
        document.add_paragraph()  # Word wants a paragraph after a table
    _keep_signature_with_text(document)
    file = io.BytesIO()
    document.save(file)
    return without_clock(file.getvalue())


def _describe(document: Document, report: AnnualReport) -> None:
    """Title, author and dates of the file: the report's own, never today's."""
    about = document.core_properties
    about.title = title_of(report)[:255]  # all that the format allows
    about.author = about.last_modified_by = printable(report.organ or "")[:255]
    about.created = about.modified = datetime.combine(metadata_day(report), time())


def _add(document: Document, part: Part, year: int | None) -> None:
    if isinstance(part, FormTable):
        # The last child of the body holds the page's size and must stay last.
        document.element.body.insert(-1, table_element(part))
    elif part.role == "title":
        _add_title(document, title_lines(part.text, year))
    else:
        paragraph = document.add_paragraph(style=STYLES[part.role].name)
        add_text(paragraph, part.text)


def _keep_signature_with_text(document: Document) -> None:
    """Organ and date stay on the page of the last words above: an official paper has no page of a signature alone."""
    signature = STYLES["signature"].name
    for above, below in pairwise(document.paragraphs[-3:]):
        if below.style is not None and below.style.name == signature:
            above.paragraph_format.keep_with_next = True


def _add_title(document: Document, lines: tuple[str, ...]) -> None:
    """One paragraph, as small as its longest line asks for, but legible."""
    style = STYLES["title"]
    paragraph = document.add_paragraph(style=style.name)
    shrink = min(1, TITLE_WIDTH / max(1, *map(line_width, lines)))
    for line in lines:
        if paragraph.runs:
            paragraph.runs[-1].add_break()
        run = add_text(paragraph, line)
        if shrink < 1:
            run.font.size = Pt(int(style.size * max(0.7, shrink) * 2) / 2)  # Word knows half points


def title_lines(title: str, year: int | None) -> tuple[str, ...]:
    """The title in two lines if it is too long for one: the second begins with the year, after the organ's name."""
    cut = title.find(f"{year}年") if year else -1
    return (title[:cut], title[cut:]) if line_width(title) > TITLE_WIDTH and cut > 0 else (title,)


def line_width(line: str) -> float:
    """The width of a line in Chinese characters; Latin letters and digits are half as wide."""
    return sum(1.0 if east_asian_width(sign) in "FWA" else 0.5 for sign in line)


def without_clock(package: bytes) -> bytes:
    """The same package without the times at which its members were written."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, _ZIP_EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            # As on Unix and legible, wherever it is printed.
            member.create_system, member.external_attr = 3, 0o644 << 16
            new.writestr(member, old.read(name))
    return file.getvalue()
