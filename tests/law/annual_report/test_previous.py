"""This year against last year: carry-over and documents in force."""

from dataclasses import replace

import pytest

from gongkai.law.annual_report import check
from tests.law.annual_report.reports import found, with_figures, zeros

DOCUMENTS = "proactive.normative_documents."


def last_year(figures=(), **head):
    report = zeros(year=2023, title="柳林镇人民政府2023年报告", **head)
    return with_figures(report, dict(figures))


def documents(in_force, issued=0, repealed=0):
    return {
        DOCUMENTS + "in_force": in_force,
        DOCUMENTS + "issued": issued,
        DOCUMENTS + "repealed": repealed,
    }


def test_two_years_that_fit_have_no_finding():
    assert check(zeros(), last_year()) == []


def test_what_was_carried_out_must_be_carried_in_column_by_column():
    previous = last_year(
        {"requests.carried_out.natural_person": 2, "requests.carried_out.total": 2}
    )
    findings = found(zeros(), "carry_over", previous)
    assert [(f.where, f.left, f.right) for f in findings] == [
        ("requests.carried_in.natural_person", 0, 2),
        ("requests.carried_in.total", 0, 2),
    ]
    assert all(f.severity == "error" for f in findings)
    assert "上年年报的结转下年度填的是 2" in findings[0].message


@pytest.mark.parametrize(("in_force", "warnings"), [(20, 1), (21, 0), (22, 1)])
def test_documents_in_force_follow_from_last_year(in_force, warnings):
    report = with_figures(zeros(), documents(in_force, issued=5, repealed=2))
    findings = found(report, "in_force", last_year(documents(18)))
    assert len(findings) == warnings
    for finding in findings:
        assert (finding.where, finding.left, finding.right) == (
            DOCUMENTS + "in_force",
            in_force,
            21,
        )
        assert "上年现行有效 18+本年制发 5−本年废止 2=21" in finding.message
        assert finding.severity == "warning"


@pytest.mark.parametrize("old", ["this", "last"])
def test_documents_in_force_are_not_compared_across_forms(old):
    new, past = with_figures(zeros(), documents(7)), last_year(documents(3))
    if old == "this":
        new = zeros("2019")
    else:
        past = zeros("2019", year=2023)
    [finding] = found(new, "in_force", past)
    assert (finding.severity, finding.where) == ("note", "proactive")


@pytest.mark.parametrize(
    "head",
    [
        {"year": 2022},
        {"year": 2024},
        {"organ": "石桥镇人民政府"},
        {"year": 2022, "organ": "石桥镇人民政府"},
    ],
)
def test_a_report_that_is_not_last_years_of_the_organ_is_compared_with_a_note_and_warnings(head):
    previous = replace(last_year({"requests.carried_out.total": 2}), **head)
    findings = found(zeros(), "carry_over", previous)
    assert [f.severity for f in findings] == ["warning"] + ["note"] * len(head)
    assert {f.where for f in findings if f.severity == "note"} == set(head)


@pytest.mark.parametrize("name", ["柳林镇", "青山县柳林镇人民政府", None])
def test_the_same_organ_may_be_named_shorter_or_longer(name):
    assert check(zeros(), last_year(organ=name)) == []


def test_an_unknown_figure_of_last_year_is_a_note():
    key = "requests.carried_out.total"
    previous = with_figures(last_year(), {key: None}, reason="not_found")
    [finding] = check(zeros(), previous)
    assert (finding.severity, finding.where) == ("note", "requests.carried_in.total")
    assert "无法核对" in finding.message
