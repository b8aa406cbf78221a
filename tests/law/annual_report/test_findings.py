"""Findings: their JSON, their order, and fingerprints that outlive a change of wording."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from gongkai.law.annual_report import check
from gongkai.law.annual_report.findings import plain
from tests.law.annual_report.reports import one_request, with_figures
from tests.strategies import valid_reports

CONTRACT_KEYS = ["rule", "where", "left", "right", "severity", "message"]


def broken():
    figures = {
        "remedies.reconsideration.total": 1,
        "requests.received.total": 2,
        "proactive.permits": None,
    }
    return with_figures(one_request(), figures)


def test_a_finding_prints_the_keys_of_the_contract_first():
    data = check(broken())[0].to_json()
    assert list(data)[:6] == CONTRACT_KEYS
    assert (data["left"], data["right"]) == (3, 2)
    assert json.loads(json.dumps(data)) == data


def test_errors_come_first_then_tables_then_rows():
    order = [(f.severity, f.where) for f in check(broken())]
    assert order == [
        ("error", "requests.received.total"),
        ("error", "requests.carried_out.total"),
        ("error", "remedies.reconsideration.total"),
        ("note", "proactive"),
    ]


def test_fingerprints_have_sixteen_hex_digits_and_differ():
    marks = [finding.fingerprint for finding in check(broken())]
    assert len(set(marks)) == len(marks)
    assert all(len(mark) == 16 and int(mark, 16) >= 0 for mark in marks)


def test_a_fingerprint_is_the_same_from_run_to_run():
    assert check(broken())[0].fingerprint == "da1f4431754fc9ac"


def test_a_fingerprint_changes_with_organ_year_and_figures():
    first = check(broken())[0].fingerprint
    for other in (
        replace(broken(), year=2023),
        replace(broken(), organ="石桥镇"),
        with_figures(broken(), {"requests.received.total": 1}),
    ):
        assert check(other)[0].fingerprint != first


@given(valid_reports())
@settings(max_examples=20, deadline=None)
def test_checking_twice_says_the_same(report):
    assert check(report) == check(report)


@pytest.mark.parametrize(
    ("side", "text"),
    [(3, "3"), (Decimal("25.10"), "25.1"), (Decimal("-0.0"), "0"), (None, ""), ("2019", "2019")],
)
def test_sides_are_written_plainly(side, text):
    assert plain(side) == text
