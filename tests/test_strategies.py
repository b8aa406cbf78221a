"""The random reports that other tests rest on are what they claim to be."""

from hypothesis import given

from gongkai.law.annual_report.form import APPLICANTS, outcome_rows
from gongkai.paperwork.contract_json import dumps, loads
from tests.strategies import valid_reports


def read(report, row, column):
    return report.figures[f"requests.{row}.{column}"] or 0


@given(valid_reports())
def test_a_valid_report_has_every_cell_of_its_form(report):
    assert list(report.figures) == [cell.key for cell in report.cells()]


@given(valid_reports())
def test_columns_and_rows_of_the_request_table_add_up(report):
    rows = outcome_rows(undivided=report.undivided)
    for column in (*(applicant.key for applicant in APPLICANTS), "total"):
        concluded = sum(read(report, row.key, column) for row in rows)
        assert concluded == read(report, "concluded", column)
        came = read(report, "received", column) + read(report, "carried_in", column)
        assert came == concluded + read(report, "carried_out", column)


@given(valid_reports())
def test_a_valid_report_goes_through_contract_json_unchanged(report):
    again = loads(dumps(report))
    assert again.figures == report.figures
    assert again.notes == report.notes
    assert again.chapters == report.chapters
