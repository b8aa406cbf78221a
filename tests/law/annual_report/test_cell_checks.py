"""Negative and fractional figures, blanks, dashes and what stands beside a number."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gongkai.law.annual_report import Note, check
from tests.law.annual_report.reports import found, of_rule, one_request, with_figures, zeros

FEES = "proactive.administrative_fees_wan_yuan"


def test_a_negative_count_is_an_error_at_its_cell():
    [finding] = found(with_figures(zeros(), {"proactive.permits": -1}), "negative")
    assert (finding.where, finding.left, finding.severity) == ("proactive.permits", -1, "error")
    assert "表二“行政许可”" in finding.message


@pytest.mark.parametrize(("figure", "errors"), [(-1, 0), (0, 0), (Decimal("1.5"), 1)])
def test_only_the_change_column_of_the_old_form_may_be_negative(figure, errors):
    report = with_figures(zeros("2019", year=2020), {"proactive.permits.change": figure})
    assert len([f for f in check(report) if f.severity == "error"]) == errors


@pytest.mark.parametrize(("figure", "errors"), [("2", 0), ("2.0", 0), ("2.5", 1)])
def test_a_count_must_be_whole(figure, errors):
    report = with_figures(zeros(), {"proactive.penalties": Decimal(figure)})
    assert len(found(report, "not_integer")) == errors


def test_money_may_be_fractional_but_not_negative():
    assert check(with_figures(zeros(), {FEES: Decimal("25.1")})) == []
    [finding] = check(with_figures(zeros(), {FEES: Decimal("-0.5")}))
    assert finding.rule == "negative"
    assert finding.to_json()["left"] == "-0.5"


def test_blanks_are_noted_once_for_each_table_and_read_as_zero():
    blank = {
        "proactive.permits": None,
        "proactive.rules.issued": None,
        "requests.granted.enterprise": None,
    }
    findings = check(with_figures(one_request(), blank))
    assert [(f.where, f.left, f.severity) for f in findings] == [
        ("proactive", 2, "note"),
        ("requests", 1, "note"),
    ]
    assert findings[0].cells == ("proactive.rules.issued", "proactive.permits")
    assert "“行政许可”的“本年处理决定数量”" in findings[0].message


def test_a_blank_total_beside_filled_cells_is_an_error():
    [finding] = found(with_figures(one_request(), {"requests.received.total": None}), "row_sum")
    assert (finding.left, finding.right) == (3, 0)
    assert "总计=空白" in finding.evidence


def test_dashes_are_noted_once_for_a_table():
    dashes = tuple(Note(f"proactive.rules.{key}", "dash", "/") for key in ("issued", "repealed"))
    [finding] = check(replace(zeros(), notes=dashes))
    assert (finding.rule, finding.where, finding.left, finding.severity) == (
        "cell",
        "proactive",
        2,
        "note",
    )


@pytest.mark.parametrize(
    ("reason", "raw"), [("converted", "251000元"), ("remark", "18（其中修订16件）")]
)
def test_a_unit_or_remark_in_a_cell_is_quoted(reason, raw):
    report = replace(
        with_figures(zeros(), {FEES: Decimal("25.1")}), notes=(Note(FEES, reason, raw),)
    )
    [finding] = check(report)
    assert (finding.rule, finding.where, finding.evidence) == ("cell", FEES, raw)
    assert raw in finding.message


@pytest.mark.parametrize("reason", ["not_found", "unreadable"])
def test_a_balance_over_an_unknown_figure_is_a_note_and_never_an_error(reason):
    report = with_figures(one_request(), {"requests.granted.total": None}, reason=reason, raw="叁")
    findings = check(report)
    assert not [f for f in findings if f.severity == "error"]
    assert {f.rule for f in findings if f.severity == "note"} == {"row_sum", "outcomes_sum"}
    assert all("无法核对" in f.message for f in findings if f.severity == "note")
    assert [f.where for f in of_rule(findings, "structure")] == ["requests.granted.total"]


def test_an_empty_cell_without_a_note_counts_as_not_found():
    report = replace(zeros(), figures={**zeros().figures, "remedies.reconsideration.total": None})
    assert {f.severity for f in check(report)} == {"warning", "note"}
