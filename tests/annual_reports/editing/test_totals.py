"""Totals are computed on request, from what is there, and balance."""

from hypothesis import given, settings

from gongkai.annual_reports.editing.totals import FILLED_BY, with_totals
from gongkai.law.annual_report import check
from gongkai.law.annual_report.balances import balances
from tests.law.annual_report.reports import one_request, with_figures, zeros
from tests.strategies import valid_reports

SUMS = {"row_sum", "outcomes_sum", "remedy_sum"}


@settings(deadline=None)
@given(valid_reports())
def test_totals_taken_away_come_back_as_they_were(report):
    every = balances(report.edition, undivided=report.undivided)
    totals = {balance.where: None for balance in every if balance.rule in FILLED_BY}
    filled = with_totals(with_figures(report, totals)).figures
    assert {key: filled[key] or 0 for key in filled} == {
        key: n or 0 for key, n in report.figures.items()
    }


def test_wrong_totals_are_put_right():
    wrong = with_figures(
        one_request(), {"requests.received.total": 9, "requests.concluded.total": 1}
    )
    assert {finding.rule for finding in check(wrong)} & SUMS
    assert not {finding.rule for finding in check(with_totals(wrong))} & SUMS


def test_a_total_of_a_figure_that_is_not_known_is_left_alone():
    unknown = with_figures(
        one_request(), {"requests.received.enterprise": None}, reason="unreadable"
    )
    assert with_totals(unknown).figures["requests.received.total"] == 3


def test_a_row_in_which_nothing_is_filled_in_gets_no_total():
    row = {
        f"remedies.reconsideration.{key}": None
        for key in ("upheld", "corrected", "other", "pending", "total")
    }
    assert with_totals(with_figures(zeros(), row)).figures["remedies.reconsideration.total"] is None
