"""Uncertain cells stay marked until somebody has held them against the source."""

from gongkai.annual_reports.editing.uncertain import looked_at, uncertain_cells
from gongkai.law.annual_report import Note
from tests.law.annual_report.reports import with_figures, zeros

GRANTED, RECEIVED, FEES = (
    "requests.granted.total",
    "requests.received.total",
    "proactive.administrative_fees_wan_yuan",
)


def doubtful():
    report = with_figures(zeros(), {GRANTED: None}, reason="unreadable", raw="三五")
    report = with_figures(report, {RECEIVED: None}, reason="not_found")
    return with_figures(report, {"proactive.permits": None}, reason="blank")


def test_cells_come_in_printed_order_with_what_stood_in_the_source():
    cells = uncertain_cells(doubtful())
    assert [cell.key for cell in cells] == [RECEIVED, GRANTED]
    assert cells[1].reasons == ("读不出数字：“三五”",)


def test_a_cell_without_a_figure_that_was_looked_at_is_blank():
    report = looked_at(doubtful(), {GRANTED})
    assert report.is_blank(GRANTED)
    assert [cell.key for cell in uncertain_cells(report)] == [RECEIVED]


def test_a_figure_that_was_looked_at_keeps_no_doubt():
    report = with_figures(zeros(), {FEES: None}, reason="converted", raw="251000元")
    report = looked_at(with_figures(report, {FEES: 25}), {FEES})
    assert uncertain_cells(report) == ()


def test_a_blank_that_was_looked_at_stays_one_blank():
    report = looked_at(doubtful(), {"proactive.permits"})
    assert list(report.notes_on("proactive.permits")) == [Note("proactive.permits", "blank")]


def test_keys_of_no_cell_change_nothing():
    assert looked_at(doubtful(), {"nothing.of.this"}) == doubtful()
