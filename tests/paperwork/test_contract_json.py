"""Contract JSON goes in and comes out unchanged."""

import json
from decimal import Decimal

import pytest

from gongkai.law.annual_report.form import cells
from gongkai.law.annual_report.report import AnnualReport, empty_report
from gongkai.paperwork.contract_json import dumps, from_contract, loads, plain_decimal, to_contract
from gongkai.paperwork.errors import UnreadableReport


def zeros() -> AnnualReport:
    return AnnualReport("2021", {cell.key: 0 for cell in cells("2021", undivided=False)}, year=2024)


def test_a_report_survives_the_journey_through_text():
    assert loads(dumps(zeros())) == from_contract(to_contract(zeros()))


def test_fees_are_a_decimal_string_and_counts_are_integers():
    data = to_contract(zeros())
    assert data["proactive"]["administrative_fees_wan_yuan"] == "0"
    assert data["requests"]["received"]["total"] == 0


def test_an_undivided_row_replaces_the_three():
    data = to_contract(empty_report(undivided=True))
    assert "other_undivided" in data["requests"]
    assert "other_fee_lapsed" not in data["requests"]


def test_a_cell_left_out_is_noted_as_not_found_and_a_null_as_blank():
    data = to_contract(zeros())
    del data["requests"]["received"]["total"]
    data["requests"]["granted"]["total"] = None
    data["notes"] = []
    reasons = {note.where: note.reason for note in from_contract(data).notes}
    assert reasons == {"requests.received.total": "not_found", "requests.granted.total": "blank"}


@pytest.mark.parametrize(
    "change",
    [
        {"contract": "something else"},
        {"form": "2014"},
        {"year": "2024"},
        {"signed_on": "2024-13-01"},
        {"chapters": {"overview": 3}},
        {"notes": [{"where": "x", "reason": "because"}]},
        {"outline": ["overview", "nonsense"]},
        {"proactive": {"permits": "many"}},
        {"proactive": {"permits": True}},
        {"proactive": {"permits": "NaN"}},
    ],
)
def test_what_is_no_report_is_refused_with_a_sentence(change):
    with pytest.raises(UnreadableReport):
        loads(json.dumps(to_contract(zeros()) | change))


@pytest.mark.parametrize(
    ("number", "text"),
    [("25.10", "25.1"), ("0.00", "0"), ("7545", "7545"), ("1E+3", "1000"), ("-0", "0")],
)
def test_decimals_are_written_plainly(number, text):
    assert plain_decimal(Decimal(number)) == text
