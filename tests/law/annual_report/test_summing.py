"""Sums of reports: a blank is 0, what is not known stays unknown, money keeps its fractions."""

from decimal import Decimal

from gongkai.law.annual_report.form import cells
from gongkai.law.annual_report.ledger import Ledger
from gongkai.law.annual_report.summing import SUM_RULES, sum_rule, sums
from tests.law.annual_report.reports import one_request, with_figures, zeros

CELLS = cells("2021", undivided=False)
KEY, FEES = "requests.granted.total", "proactive.administrative_fees_wan_yuan"


def summed(*reports):
    return sums([Ledger.of(report) for report in reports], CELLS)


def test_each_cell_is_added_up():
    found = summed(one_request(), one_request(), zeros())
    assert found[KEY] == 6
    assert set(found) == {cell.key for cell in CELLS}


def test_a_blank_counts_as_nothing_and_an_unread_cell_makes_the_sum_unknown():
    blank = with_figures(zeros(), {KEY: None})
    unread = with_figures(zeros(), {KEY: None}, reason="unreadable", raw="三")
    assert summed(one_request(), blank)[KEY] == 3
    assert summed(one_request(), unread)[KEY] is None


def test_money_keeps_its_fractions():
    parts = [with_figures(zeros(), {FEES: Decimal(text)}) for text in ("0.1", "0.2")]
    assert summed(*parts)[FEES] == Decimal("0.3")


def test_nothing_adds_up_to_nothing():
    assert set(summed().values()) == {0}


def test_every_cell_says_how_it_is_summed():
    assert {sum_rule(cell) for cell in CELLS} == set(SUM_RULES)
    assert all(row.cite.article == 49 for row in SUM_RULES)
