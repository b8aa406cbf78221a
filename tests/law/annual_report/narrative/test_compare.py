"""What the text states against the cells: warnings, notes for another scope, silence for what cannot be compared."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.law.annual_report import check
from tests.law.annual_report.reports import OVERVIEW, found, one_request, with_figures, zeros
from tests.strategies import valid_reports


def saying(text, report=None, **head):
    report = report or one_request()
    return replace(report, chapters={**report.chapters, "overview": OVERVIEW + "\n" + text}, **head)


def test_a_number_that_fits_is_no_finding():
    assert (
        check(saying("（二）依申请公开。全年收到政府信息公开申请3件，均为自然人，予以公开3件。"))
        == []
    )


def test_a_number_that_differs_is_a_warning_that_quotes_the_sentence():
    text = "2024年收到政府信息公开申请5件，均已答复。"
    [finding] = check(saying(text))
    assert (finding.rule, finding.severity) == ("narrative", "warning")
    assert (finding.where, finding.left, finding.right) == ("requests.received.total", 5, 3)
    assert finding.evidence == text
    assert text in finding.message
    assert "相差 2" in finding.message


def test_none_in_words_against_a_figure_is_a_warning():
    [finding] = check(saying("我镇未收到政府信息公开申请。"))
    assert (finding.left, finding.right) == (0, 3)


def test_a_sum_of_cells_names_all_of_them():
    [finding] = check(saying("（二）依申请公开。不予公开2件。"))
    assert (finding.where, len(finding.cells), finding.right) == ("requests.refused.total", 8, 0)


@pytest.mark.parametrize("cells", ["requests.received.total", "proactive.permits"])
def test_a_figure_that_is_not_known_is_not_compared(cells):
    report = with_figures(one_request(), {cells: None}, reason="unreadable")
    text = "收到政府信息公开申请9件。作出行政许可决定9件。"
    assert cells not in {f.where for f in found(saying(text, report), "narrative")}


def test_a_total_left_blank_is_taken_from_its_row():
    report = with_figures(one_request(), {"requests.granted.total": None})
    assert found(saying("（二）依申请公开。予以公开3件。", report), "narrative") == []
    [finding] = found(saying("（二）依申请公开。予以公开4件。", report), "narrative")
    assert finding.right == 3


def test_reasons_given_for_one_ground_may_mean_that_ground_alone():
    figures = {
        "requests.unavailable_not_held.total": 5,
        "requests.unavailable_must_be_created.total": 2,
    }
    report = with_figures(zeros(), figures)
    assert found(saying("（二）依申请公开。因不掌握等原因无法提供5件。", report), "narrative") == []
    assert len(found(saying("（二）依申请公开。无法提供5件。", report), "narrative")) == 1


def test_an_office_that_speaks_for_itself_in_a_governments_report_is_a_note():
    text = "2024年，区政府办代表区政府受理政府信息公开申请17件。"
    [finding] = found(saying(text, organ="青山区人民政府"), "narrative")
    assert (finding.severity, finding.left, finding.right) == ("note", 17, 3)
    assert "区政府办代表区政府" in finding.message


@pytest.mark.parametrize(
    ("organ", "text", "severity"),
    [
        ("青山县人民政府", "全县收到政府信息公开申请9件。", "warning"),
        ("青山县人民政府", "县本级收到政府信息公开申请9件。", "note"),
        ("青山县人民政府", "县自然资源局收到政府信息公开申请9件。", "note"),
        ("青山县人民政府", "县政府收到政府信息公开申请9件。", "warning"),
        ("青山县财政局", "全县收到政府信息公开申请9件。", "note"),
        ("青山县财政局", "我局收到政府信息公开申请9件。", "warning"),
        ("青山县人民政府办公室", "县政府办公室收到政府信息公开申请9件。", "warning"),
        ("柳林镇人民政府", "全县收到政府信息公开申请9件。", "note"),
    ],
)
def test_the_scope_of_a_sentence_depends_on_whose_report_it_is(organ, text, severity):
    assert [f.severity for f in found(saying(text, organ=organ), "narrative")] == [severity]


def test_the_label_of_a_row_speaks_of_no_other_scope():
    [finding] = check(saying("（二）依申请公开。本机关不掌握相关政府信息2件。"))
    assert (finding.where, finding.severity) == ("requests.unavailable_not_held.total", "warning")


def test_one_reason_for_holding_nothing_may_stand_for_all_that_cannot_be_provided():
    figures = {
        "requests.unavailable_not_held.total": 2,
        "requests.unavailable_must_be_created.total": 1,
    }
    report = saying("（二）依申请公开。因没有现成信息无法提供1件。", with_figures(zeros(), figures))
    assert found(report, "narrative") == []


def test_a_part_in_another_scope_is_no_finding_where_the_whole_fits():
    text = "全县收到政府信息公开申请3件。县政府办公室收到政府信息公开申请1件。"
    assert found(saying(text, organ="青山县人民政府"), "narrative") == []


@pytest.mark.parametrize(
    "text",
    [
        "2023年收到政府信息公开申请8件。2024年收到政府信息公开申请3件，比2023年减少5件。",
        "去年收到政府信息公开申请8件，今年收到政府信息公开申请3件。",
    ],
)
def test_a_number_of_another_year_is_not_compared_with_this_years_cell(text):
    assert not [f for f in check(saying(text)) if f.severity == "warning"]


def test_a_number_of_last_year_is_compared_with_last_years_report():
    previous = zeros(year=2023, title=None)
    [finding] = found(saying("去年收到政府信息公开申请8件。"), "narrative", previous)
    assert (finding.severity, finding.left, finding.right) == ("note", 8, 0)
    assert "2023 年" in finding.message


def test_a_sentence_that_begins_with_the_year_before_is_noted():
    [finding] = found(saying("2023年，我镇共制发规范性文件4件。"), "narrative")
    assert (finding.severity, finding.left, finding.right) == ("note", 2023, 2024)


def test_what_was_handled_may_be_counted_with_what_was_carried_in():
    figures = {
        f"requests.{row}.{column}": n
        for row, n in {
            "received": 91,
            "carried_in": 1,
            "granted": 88,
            "concluded": 88,
            "carried_out": 4,
        }.items()
        for column in ("natural_person", "total")
    }
    text = "（二）依申请公开。累计处理政府信息依申请公开92件，其中，本年度新接收91件，2023年结转办理1件，除4件转结2025年办理以外均已答复。"
    assert check(saying(text, with_figures(zeros(), figures))) == []


def test_results_of_remedies_may_be_of_any_block():
    figures = {"remedies.litigation_direct.upheld": 2, "remedies.litigation_direct.total": 2}
    report = with_figures(zeros(), figures)
    assert (
        check(saying("因政府信息公开引起行政诉讼2件，结果维持2件，未发生行政复议。", report)) == []
    )
    assert len(check(saying("因政府信息公开引起行政诉讼3件，结果维持1件。", report))) == 2


@pytest.mark.parametrize(
    ("text", "notes"),
    [("收取信息处理费200元。", 1), ("收取信息处理费0元。", 0), ("没有收取信息处理费。", 0)],
)
def test_a_processing_fee_beside_no_fees_at_all_is_noted(text, notes):
    assert len(found(saying(text), "narrative")) == notes


NUMBERS = st.integers(0, 99_999)


@given(valid_reports(editions=("2021",)), NUMBERS)
@settings(max_examples=30, deadline=None)
def test_a_text_written_from_the_table_fits_and_any_other_number_is_found(report, number):
    received = report.figures["requests.received.total"] or 0
    right = replace(report, chapters={"overview": f"全年新收政府信息公开申请{received}件。"})
    assert found(right, "narrative") == []
    wrong = replace(
        report, chapters={"overview": f"全年新收政府信息公开申请{received + 1 + number}件。"}
    )
    assert [f.where for f in found(wrong, "narrative")] == ["requests.received.total"]


@given(
    st.text(
        alphabet="全年收到受理政府信息公开申请依未无结转下上度行复议诉讼规范性文件制发废止其中，。（）0123年件条、",
        max_size=400,
    )
)
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_checked_and_every_finding_quotes_it(text):
    chapters = {"overview": text}
    for finding in found(zeros(chapters=chapters), "narrative"):
        assert "".join(finding.evidence.split()) in "".join(text.split())
