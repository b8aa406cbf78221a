"""A report as a file to take away, printed once for each text and kept in the installation's folder by its hash."""

import csv
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO
from pathlib import Path

from django.conf import settings

from gongkai import __version__
from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork import print_report
from gongkai.paperwork.contract_json import dumps
from gongkai.paperwork.printing.form_tables import figure_text


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its ending, its name for people, its type on the wire."""

    key: str
    label: str
    content_type: str


KINDS: Mapping[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind(
            "docx",
            "Word 文档",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        Kind("pdf", "PDF 文件", "application/pdf"),
        Kind("csv", "数据表 CSV", "text/csv; charset=utf-8"),
        Kind("json", "数据 JSON", "application/json"),
    )
}


def printed(report: AnnualReport, kind: str) -> bytes:
    """The file. Raises CannotPrint where this machine lacks what the kind needs."""
    if kind == "csv":
        return to_csv(report)
    if kind == "json":
        return print_report(report, "json")
    place = settings.HOME / "prints" / f"{_name(report)}.{kind}"
    if place.is_file():
        return place.read_bytes()
    body = print_report(report, kind)  # type: ignore[arg-type]  # docx and pdf are left
    _keep(place, body)
    return body


def to_csv(report: AnnualReport) -> bytes:
    """Every cell of the form, one a line, so that spreadsheets in use here open it with its signs right (a byte order mark)."""
    out = StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(("表", "行", "列", "数据", "代码"))
    for cell in report.cells():
        value = figure_text(report.figures.get(cell.key))
        rows.writerow((f"表{'〇一二三四'[cell.table]}", cell.row, cell.column, value, cell.key))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _name(report: AnnualReport) -> str:
    """The same text printed by the same version of the program is the same file."""
    text = f"{__version__}\n{dumps(report)}"
    return sha256(text.encode(errors="backslashreplace")).hexdigest()


def _keep(place: Path, body: bytes) -> None:
    """Write the file so that nobody ever reads half of it. A folder that cannot be written to only costs time."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        descriptor, half = tempfile.mkstemp(dir=place.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(body)
        Path(half).replace(place)
    except OSError:
        return
