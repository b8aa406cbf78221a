"""The text of attachments, each piece with its place: what readers see and what a file hides, so that both can be checked.

Word, Excel, slides, PDF with a text layer, tables and plain text. Read in a child process under limits; nothing is changed here.
"""

from gongkai.paperwork.attachment_text.pieces import FileText, Piece
from gongkai.paperwork.attachment_text.survey import Find, Hidden, Survey
from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.errors import UnreadableReport

__all__ = ["FileText", "Find", "Hidden", "Piece", "Survey", "attachment_text", "survey"]

SECONDS = 25.0
MEMORY_MIB = 1_024


def attachment_text(data: bytes, kind: str) -> FileText:
    """The text of a file of that kind (a key of ``cleaning.FILE_KINDS``), in a child process.

    A kind without readable text, and a scan, are no error: ``trouble`` says so. Raises UnreadableReport (HostileFile) with one
    Chinese sentence for a file that cannot be opened.
    """
    found: FileText = bounded_call(
        "gongkai.paperwork.attachment_text.doors:text_of",
        data,
        kind,
        seconds=SECONDS,
        memory_mib=MEMORY_MIB,
    )
    return found


def survey(data: bytes, kind: str) -> Survey:
    """The text of a file, the personal data in it and what it hides; a file that cannot be read is its ``trouble``."""
    try:
        found: Survey = bounded_call(
            "gongkai.paperwork.attachment_text.survey:surveyed",
            data,
            kind,
            seconds=SECONDS,
            memory_mib=MEMORY_MIB,
        )
    except UnreadableReport as error:
        return Survey(trouble=str(error))
    return found
