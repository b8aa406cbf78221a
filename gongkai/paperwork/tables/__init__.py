"""Tables that a clerk types, pastes or uploads, as rows of text with their places: out of a workbook, CSV, TSV or a clipboard.

Nothing is guessed here: a cell is the text that people see in it. What a figure is, says ``figures``.
"""

from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.tables.figures import Figure, figure
from gongkai.paperwork.tables.pasted import pasted
from gongkai.paperwork.tables.sheet import Sheet, Workbook, column_letters

__all__ = ["Figure", "Sheet", "Workbook", "column_letters", "figure", "pasted", "workbook"]

SECONDS, MEMORY_MIB = 12.0, 800
ZIP = b"PK\x03\x04"


def workbook(data: bytes, name: str = "") -> Workbook:
    """The visible sheets of an XLSX file or the one table of a CSV file, read in a child process under limits.

    The content decides; a file that is named XLSX and is none is not taken for text. Raises UnreadableReport (HostileFile) with
    one Chinese sentence for what cannot be read.
    """
    if name.lower().endswith(".xlsx") and not data.startswith(ZIP):
        raise UnreadableReport(
            "文件名是 .xlsx，内容不是，可能已经损坏；请用表格软件打开，另存为 XLSX"
        )
    found: Workbook = bounded_call(
        "gongkai.paperwork.tables.doors:read_workbook",
        data,
        seconds=SECONDS,
        memory_mib=MEMORY_MIB,
    )
    return found
