"""The source is shown by its words and tables; a PDF by pictures of its pages."""

import pytest

from gongkai.annual_reports.editing.source import page_count, page_png, source_parts
from gongkai.paperwork import UnreadableReport, print_report
from tests.law.annual_report.reports import one_request


def test_a_web_page_gives_its_paragraphs_and_its_tables():
    parts = source_parts(print_report(one_request(), "html"))
    tables = [part for part in parts if hasattr(part, "rows")]
    assert len(tables) == 3
    assert ("申请人情况", 1, 7) in tables[1].rows[0]
    assert any(getattr(part, "text", "") == "一、总体情况" for part in parts)


def test_lines_of_text_stand_together():
    parts = source_parts("一、总体情况\n好。\n二、主动公开".encode())
    assert [part.text for part in parts] == ["一、总体情况\n好。\n二、主动公开"]


def test_pages_of_a_pdf_are_counted_and_drawn():
    data = print_report(one_request(), "pdf")
    assert page_count(data) >= 2
    assert page_png(data, 1).startswith(b"\x89PNG")


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_a_page_that_is_not_there_is_refused(number):
    with pytest.raises(UnreadableReport, match="没有第"):
        page_png(print_report(one_request(), "pdf"), number)


def test_a_broken_pdf_is_refused():
    with pytest.raises(UnreadableReport, match="打不开"):
        page_count(b"%PDF-1.7 nothing")
