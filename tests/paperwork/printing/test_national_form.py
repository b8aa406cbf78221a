"""The Word file has the very cells of the blank national form, where that form is at hand."""

import io
import os
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.annual_report.report import empty_report
from gongkai.paperwork import print_report

SHARED = Path(os.environ.get("GONGKAI_SHARED", Path(__file__).parents[4] / "shared"))
FORM = SHARED / "reports/national-template-2021.docx"

pytestmark = [
    pytest.mark.needs_reports,
    pytest.mark.skipif(not FORM.exists(), reason="没有国家格式模板"),
]


def cells(table):
    """Each row's cells as columns covered, whether it goes on from above, and its label without white space."""
    return [
        [(cell.grid_span, cell.vMerge == "continue", "".join(text(cell).split())) for cell in row.tc_lst]
        for row in table._tbl.tr_lst
    ]  # fmt: skip


def text(cell) -> str:
    return "".join(run.text or "" for run in cell.iter(qn("w:t")))


@pytest.fixture
def national():
    return docx.Document(FORM)


@pytest.fixture
def printed():
    report = empty_report()
    return docx.Document(io.BytesIO(print_report(report, "docx")))


@pytest.mark.parametrize("at", [0, 1, 2])
def test_the_tables_have_the_cells_of_the_national_form(national, printed, at):
    assert cells(printed.tables[at]) == cells(national.tables[at])


def test_the_headings_are_those_of_the_national_form(national):
    written = {"".join(paragraph.text.split()) for paragraph in national.paragraphs}
    assert {chapter.heading for chapter in CHAPTERS} <= written
