"""The empty inventory of an old website as a workbook: headings, an explanation of each, and what may be written in it."""

import io

from openpyxl import Workbook

from gongkai.law.genres import GENRES
from gongkai.law.themes import THEMES
from gongkai.law.validity import VALIDITIES
from gongkai.publishing.old_site.columns import COLUMNS


def template() -> bytes:
    """The workbook."""
    book = Workbook()
    sheet = book.active
    sheet.title = "清单"
    sheet.append(list(COLUMNS))
    for cell in sheet[1]:
        sheet.column_dimensions[cell.column_letter].width = 18
    sheet.freeze_panes = "A2"
    notes = book.create_sheet("填写说明")
    for heading, about in COLUMNS.items():
        notes.append([heading, about])
    notes.append([])
    for heading, rows in (("体裁", GENRES), ("主题分类", THEMES), ("有效性", VALIDITIES)):
        notes.append([f"{heading}可以填", *(row.label for row in rows)])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
