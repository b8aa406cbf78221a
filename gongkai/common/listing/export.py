"""Lists as files: CSV piece by piece, XLSX through a file on disk. No cell can become a formula."""

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from django.utils.http import content_disposition_header
from openpyxl import Workbook

from gongkai.common.clock import LAW_ZONE
from gongkai.common.streaming import streamed

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_PIECE = 64 * 1024
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def harmless(value: Any) -> Any:
    """The value as a cell: numbers stay numbers, text that a spreadsheet would calculate gets an apostrophe before it."""
    if isinstance(value, datetime):
        return value.astimezone(LAW_ZONE).strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, int | float | Decimal):
        return "" if value is None else value
    text = "".join(c for c in str(value) if c >= " " or c in "\t\n")
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_csv(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """With the mark by which Excel knows UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    yield b"\xef\xbb\xbf"
    writer.writerow(head)
    for row in rows:
        writer.writerow([harmless(value) for value in row])
        if out.tell() > _PIECE:
            yield _taken(out)
    yield _taken(out)


def _taken(out: io.StringIO) -> bytes:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text.encode()


def as_xlsx(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """Rows go to disk as they come; memory does not grow with them."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("列表")
    sheet.append(list(head))
    for row in rows:
        sheet.append([harmless(value) for value in row])
    with tempfile.TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece


def download(
    request: HttpRequest, kind: str, name: str, head: Sequence[str], rows: Iterable[Sequence[Any]]
) -> StreamingHttpResponse:
    """The answer, piece by piece under either kind of server."""
    pieces = {"csv": as_csv, "xlsx": as_xlsx}[kind](head, rows)
    response = StreamingHttpResponse(streamed(request, pieces), content_type=TYPES[kind])
    response["Content-Disposition"] = str(content_disposition_header(True, f"{name}.{kind}"))
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
