"""The report as PDF (PDF/A-2a and PDF/UA-1), set by Typst from ``report.typ``; fonts are embedded.

The report goes to the template as data, never as markup, so no text of a report can command the typesetter.
"""

import json
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork.printing.flow import Part, flow, metadata_day, printable, title_of
from gongkai.paperwork.printing.fonts import Typefaces
from gongkai.paperwork.printing.form_tables import FormTable, PrintedCell, PrintedRow
from gongkai.paperwork.printing.table_sizes import (
    figure_size,
    has_narrow_columns,
    is_long,
)
from gongkai.paperwork.printing.typesetting import typefaces_here, typeset

TEMPLATE = Path(__file__).with_name("report.typ")


def to_pdf(report: AnnualReport) -> bytes:
    """The report as PDF on A4; the same report and fonts give the same bytes.

    Raises CannotPrint where no Chinese font is found. A character that no font here has is drawn as a box, and such a
    file does not claim the standards, which forbid that.
    """
    typefaces = typefaces_here()
    data = {"report": json.dumps(as_data(report, typefaces))}
    return typeset(TEMPLATE, data, _timestamp(report))


def _timestamp(report: AnnualReport) -> datetime:
    """The day that the file's metadata give: never today, so that a second print-out is the same file."""
    return datetime.combine(metadata_day(report), time(), UTC)


def as_data(report: AnnualReport, typefaces: Typefaces) -> dict[str, Any]:
    """What ``report.typ`` reads: fonts, metadata, and the parts from top to bottom."""
    return {
        "title": title_of(report),
        "break_before": f"{report.year}年" if report.year else "",
        "organ": printable(report.organ or ""),
        "fonts": {
            "body": typefaces.body,
            "heading": typefaces.heading,
            "subhead": typefaces.subhead,
        },
        "parts": [_part(part) for part in flow(report)],
    }


def _part(part: Part) -> dict[str, Any]:
    if not isinstance(part, FormTable):
        return {"role": part.role, "text": part.text}
    return {
        "role": "table",
        "title": part.title,
        "widths": part.widths,
        "size": figure_size(part),
        "bands": [{"head": _cells(band.head), "body": _cells(band.body)} for band in part.bands],
        "long": is_long(part),
        "narrow": has_narrow_columns(part),
    }


def _cells(rows: tuple[PrintedRow, ...]) -> list[dict[str, Any]]:
    """Cells in the order in which Typst fills a grid; it skips what a span covers."""
    return [_cell(cell) for row in rows for cell in row]


def _cell(cell: PrintedCell) -> dict[str, Any]:
    spans = {"rows": cell.row_span, "columns": cell.column_span}
    label = cell.scope in {"row", "rowgroup"}
    return {"text": cell.text, **spans, "header": cell.is_header, "label": label}
