"""Letters for the tests: what was printed of a case, read as people read it."""

import io

import docx
import pypdfium2

from gongkai.casework import actions
from gongkai.casework.models import Case, Letter
from gongkai.common.outbox import deliver_due
from tests.casework.cases import at


def letter_of(case: Case, kind: str) -> Letter:
    """The letter of that kind that stands."""
    rows = Letter.objects.filter(case=case, kind=kind).exclude(state="void")
    return rows.select_related("case__agency", "number", "pdf__file", "docx__file").latest("pk")


def words(pdf: bytes) -> str:
    """The words of a PDF without white space."""
    pages = pypdfium2.PdfDocument(pdf)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in pages)


def words_of_docx(data: bytes) -> str:
    """The words of a Word file's body."""
    return "".join(each.text for each in docx.Document(io.BytesIO(data)).paragraphs)


def printed(letter: Letter, cast, day: str = "2026-11-30") -> str:
    """The words of the PDF as an officer gets it."""
    deliver_due(at(day, 12))
    data = actions.read_letter(letter=letter, kind="pdf", by=cast.clerk, now=at(day, 13))
    return words(data)
