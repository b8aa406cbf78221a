"""Tables in CSV and plain text, in any encoding in use."""

import csv
import io
from collections.abc import Iterator

from gongkai.paperwork.attachment_text.pieces import FileText, Piece, gathered
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.reading.sniff import decode

DELIMITERS = ",\t;|"
LONGEST_FIELD = 1_000_000


def lines_of(data: bytes) -> FileText:
    """The lines of a text."""
    lines = decode(data).splitlines()
    return gathered(Piece(f"第 {number} 行", line) for number, line in enumerate(lines, 1))


def table_of(data: bytes) -> FileText:
    """The cells of a CSV file, each with the head of its column."""
    return gathered(_cells(rows_of(decode(data))))


def rows_of(text: str) -> list[list[str]]:
    """The rows of a CSV file; raises UnreadableReport where it is none."""
    csv.field_size_limit(LONGEST_FIELD)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=delimiter_of(text)))
    except csv.Error as error:
        raise UnreadableReport(
            "CSV 表格读不通，请用 Excel 或 WPS 重新保存为 CSV 后再上传"
        ) from error


def delimiter_of(text: str) -> str:
    """What stands between the cells: whatever there is most of in the first line."""
    head = text.partition("\n")[0]
    return max(DELIMITERS, key=head.count)


def _cells(rows: list[list[str]]) -> Iterator[Piece]:
    heads = rows[0] if len(rows) > 1 else []
    for at, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            label = (heads[place][:30],) if at > 1 and place < len(heads) else ()
            yield Piece(f"第 {at} 行第 {place + 1} 列", cell, labels=label)
