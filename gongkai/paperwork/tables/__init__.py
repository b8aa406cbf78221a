"""Tables that a clerk types, pastes or uploads, as rows of text with their places: out of a workbook, CSV, TSV or a clipboard.

Nothing is guessed here: a cell is the text that people see in it. What a figure is, says ``figures``.
"""

from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.tables.figures import Figure, figure
from gongkai.paperwork.tables.pasted import pasted
from gongkai.paperwork.tables.sheet import Sheet, Workbook, column_letters

__all__ = ["Figure", "Sheet", "Workbook", "column_letters", "figure", "pasted", "workbook"]

SECONDS, MEMORY_MIB = 12.0, 800


def workbook(data: bytes) -> Workbook:
    """The visible sheets of an XLSX file or the one table of a CSV file, read in a child process under limits.

    Raises UnreadableReport (HostileFile) with one Chinese sentence for what cannot be read.
    """
    found: Workbook = bounded_call(
        "gongkai.paperwork.tables.doors:read_workbook",
        data,
        seconds=SECONDS,
        memory_mib=MEMORY_MIB,
    )
    return found
