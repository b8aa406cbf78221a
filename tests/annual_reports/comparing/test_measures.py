"""What reports are compared by: sums, shares, rates, people; and why there is no number."""

from decimal import Decimal

import pytest

from gongkai.annual_reports.comparing.measures import (
    BY_KEY,
    MEASURES,
    NO_POPULATION,
    NOT_IN_FORM,
    NOT_READ,
    NOTHING_TO_SHARE,
    measured,
    shares,
)
from gongkai.law.annual_report.form import cells
from tests.law.annual_report.reports import one_request, with_figures, zeros

BOTH_FORMS = {
    cell.key for form in ("2021", "2019") for cell in cells(form, undivided=form == "2019")
}


def number(key, report, persons=None):
    return measured(BY_KEY[key], report, persons).number


def why(key, report, persons=None):
    return measured(BY_KEY[key], report, persons).why


def test_every_cell_of_a_measure_stands_in_one_of_the_forms():
    named = {cell for one in MEASURES for cell in (*one.of, *one.over, *one.less)}
    assert named <= BOTH_FORMS


def test_counts_are_added():
    report = with_figures(
        zeros(),
        {
            "remedies.litigation_direct.total": 2,
            "remedies.litigation_after_reconsideration.total": 3,
        },
    )
    assert number("litigation", report) == 5
    assert number("received", one_request()) == 3


def test_a_share_is_one_of_what_was_concluded_and_says_of_how_many():
    report = with_figures(one_request(), {"requests.partly_granted.total": 1})
    found = measured(BY_KEY["partly_granted_share"], report, None)
    assert (round(found.number, 2), found.pieces) == (Decimal("33.33"), 3)
    assert not found.comparable


def test_a_share_of_ten_pieces_may_be_held_against_others():
    report = with_figures(zeros(), {"requests.concluded.total": 10, "requests.granted.total": 4})
    assert measured(BY_KEY["granted_share"], report, None).comparable


def test_corrections_are_a_share_of_what_was_decided():
    block = "remedies.reconsideration."
    figures = {block + "corrected": 1, block + "pending": 3, block + "total": 5}
    assert number("correction_rate", with_figures(zeros(), figures)) == 50


@pytest.mark.parametrize("key", ["granted_share", "correction_rate"])
def test_there_is_no_share_of_nothing(key):
    assert (number(key, zeros()), why(key, zeros())) == (None, NOTHING_TO_SHARE)


def test_nothing_is_divided_by_a_population_that_nobody_entered():
    assert (number("received_per_10k", one_request()), why("received_per_10k", one_request())) == (
        None,
        NO_POPULATION,
    )
    assert number("received_per_10k", one_request(), 20_000) == Decimal("1.5")


def test_a_figure_that_was_not_read_is_not_taken_for_nought():
    unread = with_figures(zeros(), {"requests.received.total": None}, reason="unreadable")
    assert (number("received", unread), why("received", unread)) == (None, NOT_READ)


def test_a_blank_is_nought():
    assert number("received", with_figures(zeros(), {"requests.received.total": None})) == 0


def test_the_form_of_2019_has_other_rows():
    old = with_figures(
        zeros("2019"),
        {
            "proactive.permits.decisions": 7,
            "requests.other_undivided.total": 2,
            "requests.concluded.total": 2,
        },
    )
    assert number("permits", old) == 7
    assert number("other_share", old) == 100
    assert why("in_force", old) == NOT_IN_FORM


def test_the_six_ways_make_the_total():
    report = with_figures(
        one_request(), {"requests.refused_state_secret.total": 2, "requests.concluded.total": 5}
    )
    assert sum(shares(report).values()) == 5
    assert (
        shares(with_figures(report, {"requests.granted.total": None}, reason="not_found")) is None
    )
