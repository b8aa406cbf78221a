"""Organs written as CSV (UTF-8 with its mark, for spreadsheets) and XLSX; no cell can be taken for a formula."""

import csv
import io
from collections.abc import Iterable

from openpyxl import Workbook

from gongkai.agencies.models import Agency
from gongkai.agencies.tables.columns import COLUMNS, FORMULA_SIGNS


def rows_of(organs: Iterable[Agency]) -> list[list[str]]:
    """Headings and a row for each organ."""
    found = [list(COLUMNS)]
    for agency in organs:
        values = [
            agency.code,
            agency.name,
            agency.short_name,
            agency.get_kind_display(),
            agency.parent.code if agency.parent else "",
            agency.social_credit_code,
            agency.region_code,
            agency.since.isoformat(),
            "是" if agency.has_site else "否",
        ]
        found.append([harmless(value) for value in values])
    return found


def harmless(value: str) -> str:
    """The value with an apostrophe before what a spreadsheet would calculate."""
    return f"'{value}" if value.startswith(FORMULA_SIGNS) else value


def as_csv(organs: Iterable[Agency]) -> bytes:
    """The table as CSV."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows_of(organs))
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(organs: Iterable[Agency]) -> bytes:
    """The table as a workbook; every cell is text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("机关")
    for row in rows_of(organs):
        sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
