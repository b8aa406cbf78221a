"""What is printed is read back as it was, whatever the kind of file: no figure, no name and no sentence is lost."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.law.annual_report.form import cells
from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork import print_report, read_report
from tests.strategies import chapter_texts, valid_reports

KINDS = ("html", "docx", "pdf", "json")
FEW = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)  # fmt: skip


def head(report: AnnualReport):
    return report.edition, report.title, report.organ, report.year, report.signed_on


def words(report: AnnualReport):
    """The chapters' texts without white space, which a page does not keep."""
    return {key: "".join(text.split()) for key, text in report.chapters.items()}


@pytest.mark.parametrize("kind", KINDS)
@FEW
@given(report=valid_reports())
def test_what_is_printed_is_read_back(kind, report):
    read = read_report(print_report(report, kind))
    assert read.figures == report.figures
    assert head(read) == head(report)
    assert words(read) == words(report)
    assert read.outline == report.outline


@pytest.mark.parametrize("kind", KINDS)
@settings(FEW, max_examples=4)
@given(report=valid_reports(), texts=st.lists(chapter_texts(), min_size=4, max_size=4))
def test_the_preface_and_remarks_beside_tables_are_read_back_too(kind, report, texts):
    beside = dict(zip(("preface", "proactive", "requests", "remedies"), texts, strict=True))
    report = replace(report, chapters={**report.chapters, **beside})
    assert words(read_report(print_report(report, kind))) == words(report)


def report_of(organ: str) -> AnnualReport:
    zeros = {cell.key: 0 for cell in cells("2021", undivided=False)}
    signed = date(2025, 1, 20)
    return AnnualReport(
        "2021", zeros, organ=organ, year=2024, signed_on=signed, chapters={"other": "无。"}
    )


@pytest.mark.parametrize("kind", KINDS)
def test_an_organ_with_a_second_name_in_brackets_is_read_back(kind):
    report = report_of("某某市住房和城乡建设局（某某市人民防空办公室）")
    read = read_report(print_report(report, kind))
    assert (read.organ, read.year, read.signed_on) == (report.organ, 2024, report.signed_on)
    assert read.chapters["other"] == "无。"


@pytest.mark.parametrize("kind", KINDS)
def test_a_rare_name_beyond_the_basic_plane_is_read_back(kind):
    report = replace(report_of("某某镇人民政府"), chapters={"other": "联系人：李𠮷生。"})
    assert read_report(print_report(report, kind)).chapters["other"] == "联系人：李𠮷生。"


@pytest.mark.parametrize("kind", KINDS)
@FEW
@given(report=valid_reports())
def test_a_blank_cell_stays_blank(kind, report):
    read = read_report(print_report(report, kind))
    blank = {key for key in report.figures if report.is_blank(key)}
    assert {key for key in read.figures if read.is_blank(key)} == blank
