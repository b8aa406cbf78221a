"""The empty inventory as a workbook: headings, an explanation of each column, and what may be written in it."""

import io
from collections.abc import Iterable

from openpyxl import Workbook

from gongkai.law.attributes import ATTRIBUTES, GROUNDS
from gongkai.law.genres import GENRES
from gongkai.law.themes import THEMES
from gongkai.publishing.bulk.columns import COLUMNS


def template(columns: Iterable[str], departments: Iterable[str]) -> bytes:
    """The workbook; the second sheet lists the organ's own words and those of the law."""
    book = Workbook()
    sheet = book.active
    sheet.title = "清单"
    sheet.append(list(COLUMNS))
    for at in range(len(COLUMNS)):
        sheet.column_dimensions[chr(ord("A") + at)].width = 18
    sheet.freeze_panes = "A2"
    notes = book.create_sheet("填写说明")
    for heading, about in COLUMNS.items():
        notes.append([heading, about])
    notes.append([])
    for heading, words in (
        ("栏目", columns),
        ("来源部门", departments),
        ("体裁", (row.label for row in GENRES)),
        ("主题分类", (row.label for row in THEMES)),
        ("公开属性", (row.label for row in ATTRIBUTES)),
        ("不公开的依据", (row.label for row in GROUNDS)),
    ):
        notes.append([f"{heading}可以填", *words])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
