"""The head, the chapters, the heads of the overview, and tables of which parts were not found."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from gongkai.law.annual_report import check
from gongkai.law.annual_report.form import REQUEST_COLUMNS, cells
from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.annual_report.report import empty_report
from tests.law.annual_report.reports import OVERVIEW, found, with_figures, zeros

KEYS = tuple(chapter.key for chapter in CHAPTERS)


@pytest.mark.parametrize("field", ["title", "organ", "year", "signed_on"])
def test_a_missing_head_field_is_one_note(field):
    [finding] = check(zeros(**{field: None}))
    assert (finding.where, finding.severity) == (field, "note")


@pytest.mark.parametrize(
    ("day", "notes"),
    [
        (date(2024, 12, 30), 1),
        (date(2024, 12, 31), 0),
        (date(2025, 1, 1), 0),
        (date(2025, 12, 31), 0),
        (date(2026, 1, 1), 1),
    ],
)
def test_a_report_is_signed_on_the_last_day_of_its_year_or_in_the_next(day, notes):
    assert len(check(zeros(signed_on=day))) == notes


def test_the_last_year_there_is_can_be_checked():
    title = "柳林镇人民政府9999年政府信息公开工作年度报告"
    assert check(zeros(year=9999, title=title, signed_on=None))


def test_another_year_in_the_title_is_a_warning():
    [finding] = check(zeros(title="柳林镇2023年政府信息公开工作年度报告"))
    assert (finding.where, finding.left, finding.right, finding.severity) == (
        "title",
        2023,
        2024,
        "warning",
    )


def test_another_period_in_the_text_is_a_warning_that_quotes_it():
    period = "2023年1月1日起至2023年12月31日"
    chapters = {**zeros().chapters, "preface": f"统计期限自{period}止。"}
    [finding] = check(zeros(chapters=chapters))
    assert (finding.evidence, finding.severity) == (period, "warning")


@pytest.mark.parametrize("key", KEYS)
def test_a_missing_chapter_is_a_warning(key):
    outline = tuple(other for other in KEYS if other != key)
    [finding] = check(zeros(outline=outline))
    assert (finding.where, finding.severity) == (f"chapters.{key}", "warning")


def test_without_an_outline_only_chapters_of_text_are_asked_for():
    [finding] = check(zeros(outline=None, chapters={"overview": OVERVIEW, "other": "无。"}))
    assert finding.where == "chapters.problems"


def test_chapters_out_of_order_and_twice_are_warnings():
    outline = ("overview", "requests", "proactive", "remedies", "problems", "problems", "other")
    findings = check(zeros(outline=outline))
    assert {f.where for f in findings} == {"chapters", "chapters.problems"}
    assert all("六、其他需要报告的事项" in f.evidence for f in findings)


def test_a_heading_without_text_is_a_warning():
    [finding] = check(zeros(chapters={**zeros().chapters, "problems": " \n"}))
    assert "只有标题" in finding.message


def test_a_government_must_speak_of_assessment_and_a_department_need_not():
    text = OVERVIEW.replace("，接受工作考核、社会评议，没有责任追究", "")
    chapters = {**zeros().chapters, "overview": text}
    [finding] = check(zeros(chapters=chapters))
    assert "工作考核结果、社会评议结果、责任追究结果" in finding.message
    assert str(finding.cite) == "《条例》第五十条第一款第（四）项"
    assert check(zeros(chapters=chapters, organ="柳林县财政局")) == []
    assert check(zeros(chapters=chapters, organ="柳林县人民政府办公室")) == []


def test_heads_the_overview_is_silent_about_are_one_note():
    text = "接受工作考核、社会评议，没有责任追究，监督到位，主动公开及时。"
    [finding] = check(zeros(chapters={**zeros().chapters, "overview": text}))
    assert finding.message.endswith("依申请公开、政府信息管理、政府信息公开平台建设")


@pytest.mark.parametrize(
    ("year", "silent"), [(2020, ["工作考核结果"]), (2021, ["依申请公开", "工作考核结果"])]
)
def test_the_heads_of_the_form_are_asked_of_reports_since_the_form(year, silent):
    text = "接受社会评议，没有责任追究，监督到位，主动公开及时，管理网站。"
    title = f"柳林镇人民政府{year}年政府信息公开工作年度报告"
    report = zeros(year=year, title=title, signed_on=date(year + 1, 1, 5))
    findings = check(replace(report, chapters={**report.chapters, "overview": text}))
    assert [finding.message.rpartition("：")[2] for finding in findings] == silent


@pytest.mark.parametrize(("year", "notes"), [(2020, 0), (2021, 1)])
def test_the_old_form_is_noted_from_2021_on(year, notes):
    title = f"柳林镇{year}年报告"
    report = zeros("2019", year=year, title=title, signed_on=date(year + 1, 1, 5))
    assert len([f for f in check(report) if f.where == "form"]) == notes


def test_the_undivided_row_in_the_new_form_is_noted():
    [finding] = check(zeros(undivided=True))
    assert (finding.where, finding.severity) == ("requests.other_undivided", "note")


def test_a_report_without_any_table_has_one_warning_for_each_and_no_flood():
    findings = [
        f for f in check(empty_report()) if f.where in {"proactive", "requests", "remedies"}
    ]
    assert Counter(f.severity for f in findings) == {"warning": 3, "note": 4}
    assert len(check(empty_report())) <= 16


def test_a_missing_row_is_one_warning_and_its_column_balances_cannot_be_weighed():
    row = {f"requests.granted.{column.key}": None for column in REQUEST_COLUMNS}
    findings = check(with_figures(zeros(), row, reason="not_found"))
    assert [f.where for f in findings if f.severity == "warning"] == ["requests.granted"]
    notes = Counter(f.rule for f in findings if f.severity == "note")
    assert notes == {"outcomes_sum": 1, "row_sum": 1}


def test_a_missing_column_is_one_warning():
    column = {
        c.key: None
        for c in cells("2021", undivided=False)
        if c.table == 3 and c.column == "科研机构"
    }
    [finding] = [
        f
        for f in check(with_figures(zeros(), column, reason="not_found"))
        if f.severity == "warning"
    ]
    assert (finding.where, len(finding.cells)) == ("requests.received.research_institution", 25)


def test_single_cells_that_could_not_be_read_are_quoted_row_by_row():
    lost = {"remedies.reconsideration.upheld": None, "remedies.reconsideration.other": None}
    report = with_figures(zeros(), lost, reason="unreadable", raw="一二")
    [finding] = [f for f in found(report, "structure") if f.severity == "warning"]
    assert finding.where == "remedies.reconsideration"
    assert "“一二”" in finding.message


def test_no_finding_is_without_evidence():
    findings = [
        *check(empty_report()),
        *check(replace(empty_report(reason="blank"), outline=("problems", "overview"))),
    ]
    assert all(finding.evidence for finding in findings)
