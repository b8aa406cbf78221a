"""The form as a grid of fields: every cell once, where the printed form has it, with what is wrong lit at both sides."""

import pytest
from hypothesis import given, settings

from gongkai.annual_reports.editing.grid import grid_tables
from gongkai.annual_reports.editing.live import live_balances
from gongkai.annual_reports.editing.typed import read_form, texts_of
from gongkai.law.annual_report import check
from tests.law.annual_report.reports import one_request, with_figures, zeros
from tests.strategies import valid_reports


def grid(report, findings=()):
    return grid_tables(read_form(texts_of(report), report), findings)


def fields(report, findings=()):
    return {cell.name: cell for table in grid(report, findings) for cell in table.fields()}


@settings(deadline=None, max_examples=40)
@given(valid_reports())
def test_every_cell_of_the_form_is_a_field_with_its_figure(report):
    assert {name: cell.text for name, cell in fields(report).items()} == {
        cell.key: texts_of(report)[cell.key] for cell in report.cells()
    }


@pytest.mark.parametrize(
    ("edition", "undivided"), [("2021", False), ("2021", True), ("2019", True)]
)
def test_fields_have_places_of_their_own_and_names_for_people(edition, undivided):
    for table in grid(zeros(edition, undivided=undivided)):
        cells = list(table.fields())
        assert len({cell.place for cell in cells}) == len(cells)
        assert len({cell.label for cell in cells}) == len(cells)


def test_each_field_names_headings_that_are_there():
    for table in grid(zeros()):
        ids = {cell.dom_id for band in table.bands for part in band for row in part for cell in row}
        assert all(set(cell.headers.split()) <= ids for cell in table.fields())


def test_both_sides_of_a_broken_balance_are_lit_and_say_the_sum():
    report = with_figures(one_request(), {"requests.received.total": 2})
    lit = fields(report, check(report))
    for column in ("natural_person", "other_organization", "total"):
        cell = lit[f"requests.received.{column}"]
        assert cell.severity == "error"
        assert "3+0+0+0+0+0=3，总计填的是 2，相差 1" in cell.said
    assert not lit["requests.carried_in.enterprise"].severity


def test_an_uncertain_cell_is_marked_with_what_stood_in_the_source():
    report = with_figures(zeros(), {"requests.granted.total": None}, reason="unreadable", raw="3 5")
    cell = fields(report)["requests.granted.total"]
    assert cell.uncertain == ("读不出数字：“3 5”",)
    assert "cell--uncertain" in cell.marks


def test_the_browser_gets_every_balance_with_its_cells():
    report = zeros()
    rows = live_balances(report)["balances"]
    keys = {term["key"] for row in rows for term in (*row["left"], *row["right"])}
    assert keys <= set(report.figures)
    assert len(rows) == 25 + 7 + 7 + 3


def test_the_browser_gets_the_figures_of_last_year_themselves():
    last = with_figures(zeros(), {"requests.carried_out.total": 4})
    rows = live_balances(zeros(), last)["balances"]
    carried = next(
        row for row in rows if row["rule"] == "carry_over" and row["where"].endswith(".total")
    )
    assert carried["right"] == [{"label": "四、结转下年度继续办理", "sign": 1, "value": "4"}]
