"""Findings stand together by weight and by what they are about, each with a way to its field."""

from gongkai.annual_reports.editing.panel import panel
from gongkai.law.annual_report import check
from tests.law.annual_report.reports import one_request, with_figures, zeros


def shown(report):
    return panel(report, check(report))


def test_a_flawless_report_has_an_empty_panel():
    assert shown(zeros()) == ()


def test_errors_come_first_and_are_grouped_by_column():
    report = with_figures(one_request(), {"requests.granted.natural_person": 2})
    errors = shown(report)[0]
    assert errors.word == "差错"
    assert [group.place for group in errors.groups] == ["表三各行合计", "表三“自然人”一列"]
    assert errors.count == 2


def test_a_finding_leads_to_its_field():
    report = with_figures(one_request(), {"requests.received.total": 2})
    fields = {
        each.field for weight in shown(report) for group in weight.groups for each in group.shown
    }
    assert "f-requests-received-total" in fields


def test_findings_about_texts_and_the_head_lead_to_their_fields():
    report = zeros(signed_on=None, chapters={"overview": "", "problems": "少。", "other": "无。"})
    found = {
        (group.place, each.field)
        for weight in shown(report)
        for group in weight.groups
        for each in group.shown
    }
    assert ("落款日期", "f-signed_on") in found
    assert ("一、总体情况", "f-chapters-overview") in found
