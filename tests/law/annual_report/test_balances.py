"""The table of balances covers the form, and each row of it holds or breaks as arithmetic says."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.law.annual_report import check
from gongkai.law.annual_report.balances import balances, carry_overs, documents_in_force
from gongkai.law.annual_report.form import cells
from gongkai.law.instruments import instrument_of
from tests.law.annual_report.reports import found, one_request, with_figures, zeros
from tests.strategies import valid_reports


@pytest.mark.parametrize(
    ("edition", "undivided", "rows"), [("2021", False, 25), ("2021", True, 23), ("2019", True, 23)]
)
def test_there_is_a_balance_for_every_row_column_and_block(edition, undivided, rows):
    rules = Counter(balance.rule for balance in balances(edition, undivided=undivided))
    assert rules == {"row_sum": rows, "outcomes_sum": 7, "flow": 7, "remedy_sum": 3}


@pytest.mark.parametrize(
    ("edition", "undivided"), [("2021", False), ("2021", True), ("2019", True)]
)
def test_every_cell_of_tables_three_and_four_stands_in_a_balance(edition, undivided):
    rows = balances(edition, undivided=undivided)
    weighed = {term.key for row in rows for term in (*row.left, *row.right)}
    assert weighed == {c.key for c in cells(edition, undivided=undivided) if c.table != 2}


def test_every_balance_cites_an_instrument_and_says_since_when():
    rows = [
        *balances("2021", undivided=False),
        *balances("2019", undivided=True),
        *carry_overs(),
        *documents_in_force(),
    ]
    for row in rows:
        assert instrument_of(row.cite).title
        assert row.in_force.since.year >= 2019


def test_a_report_in_which_nothing_happened_is_flawless():
    assert check(zeros()) == []


def test_a_wrong_row_total_shows_both_sides_the_gap_and_the_sum():
    wrong = with_figures(one_request(), {"requests.received.total": 2})
    [finding] = found(wrong, "row_sum")
    assert (finding.where, finding.left, finding.right) == ("requests.received.total", 3, 2)
    assert "3+0+0+0+0+0=3" in finding.message
    assert "总计填的是 2，相差 1" in finding.message
    assert "表三“一、本年新收政府信息公开申请数量”一行" in finding.message
    assert finding.severity == "error"


def test_a_wrong_sum_of_outcomes_names_the_outcomes_that_happened():
    wrong = with_figures(
        one_request(), {"requests.granted.enterprise": 1, "requests.granted.total": 4}
    )
    finding = next(f for f in found(wrong, "outcomes_sum") if f.where.endswith("total"))
    assert (finding.where, finding.left, finding.right) == ("requests.concluded.total", 4, 3)
    assert "（一）予以公开 4=4" in finding.message


def test_a_broken_flow_shows_all_four_items():
    wrong = with_figures(
        one_request(), {"requests.carried_in.natural_person": 2, "requests.carried_in.total": 2}
    )
    finding = next(f for f in found(wrong, "flow") if f.where == "requests.carried_out.total")
    assert (finding.left, finding.right) == (5, 3)
    assert "一、本年新收 3+二、上年结转 2=5" in finding.message
    assert "（七）总计 3+四、结转下年度继续办理 0=3" in finding.message


def test_a_wrong_total_of_remedies_names_the_block():
    wrong = with_figures(zeros(), {"remedies.litigation_direct.pending": 1})
    [finding] = found(wrong, "remedy_sum")
    assert (finding.where, finding.left, finding.right) == (
        "remedies.litigation_direct.total",
        1,
        0,
    )
    assert "行政诉讼：未经复议直接起诉" in finding.message


def test_the_undivided_row_stands_for_the_three_it_replaces():
    figures = {
        f"requests.{row}.{c}": 1
        for row in ("received", "other_undivided", "concluded")
        for c in ("legal_service", "total")
    }
    assert not [
        f for f in check(with_figures(zeros(undivided=True), figures)) if f.severity == "error"
    ]


@given(valid_reports())
@settings(max_examples=40, deadline=None)
def test_a_valid_report_has_no_errors(report):
    assert [f.message for f in check(report) if f.severity == "error"] == []


@given(valid_reports(), st.data())
@settings(max_examples=40, deadline=None)
def test_altering_any_figure_of_tables_three_and_four_is_an_error_that_names_it(report, data):
    key = data.draw(st.sampled_from([c.key for c in report.cells() if c.table != 2]))
    was = report.figures[key] or 0
    wrong = with_figures(report, {key: was + data.draw(st.integers(1, 99) | st.integers(-99, -1))})
    assert any(key in f.cells for f in check(wrong) if f.severity == "error")
