"""What is printed is read back as it was, whatever the kind of file: no figure, no name and no sentence is lost."""

import pytest
from hypothesis import HealthCheck, given, settings

from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork import print_report, read_report
from tests.strategies import valid_reports

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
@FEW
@given(report=valid_reports())
def test_a_blank_cell_stays_blank(kind, report):
    read = read_report(print_report(report, kind))
    blank = {key for key in report.figures if report.is_blank(key)}
    assert {key for key in read.figures if read.is_blank(key)} == blank
