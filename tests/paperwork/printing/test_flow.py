"""What stands in a print-out, in which order, and what is left out."""

from dataclasses import replace
from datetime import date

import pytest

from gongkai.law.annual_report.report import empty_report
from gongkai.paperwork.printing.flow import Text, flow, printable, title_of

REPORT = replace(
    empty_report(),
    organ="柳林镇人民政府",
    year=2024,
    signed_on=date(2024, 12, 31),
    chapters={"other": "没有。", "overview": "第一段。\n\n（一）主动公开\n第二段。", "requests": "表外的话。"},
)  # fmt: skip


def roles(report):
    return [(p.role, p.text) if isinstance(p, Text) else ("table", p.number) for p in flow(report)]


def test_everything_stands_in_the_order_of_the_form():
    assert roles(REPORT) == [
        ("title", "柳林镇人民政府2024年政府信息公开工作年度报告"),
        ("heading", "一、总体情况"),
        ("paragraph", "第一段。"), ("subhead", "（一）主动公开"), ("paragraph", "第二段。"),
        ("heading", "二、主动公开政府信息情况"), ("table", 2),
        ("heading", "三、收到和处理政府信息公开申请情况"), ("table", 3), ("paragraph", "表外的话。"),
        ("heading", "四、政府信息公开行政复议、行政诉讼情况"), ("table", 4),
        ("heading", "六、其他需要报告的事项"), ("paragraph", "没有。"),
        ("signature", "柳林镇人民政府"), ("signature", "2024年12月31日"),
    ]  # fmt: skip


def test_a_chapter_without_text_keeps_its_heading_and_an_absent_one_has_none():
    headings = {text for role, text in roles(replace(REPORT, chapters={"problems": ""}))}
    assert "五、存在的主要问题及改进情况" in headings
    assert "六、其他需要报告的事项" not in headings


def test_a_preface_stands_between_title_and_first_heading():
    chapters = {"preface": "（一）按要求编制\n正文。", "overview": "好。"}
    assert [role for role, _ in roles(replace(REPORT, chapters=chapters))][:4] == [
        "title", "paragraph", "paragraph", "heading",
    ]  # fmt: skip


def test_a_report_without_a_head_is_printed_all_the_same():
    printed = roles(empty_report())
    assert printed[0] == ("title", "政府信息公开工作年度报告")
    assert "signature" not in {role for role, _ in printed}


def test_the_title_of_the_report_itself_comes_first():
    assert title_of(replace(REPORT, title="年报\n2024年")) == "年报 2024年"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("（一）主动公开", "subhead"), ("(二)监督保障", "subhead"), ("（十二）其他", "subhead"),
        ("（一）主动公开。全年公开12件。", "paragraph"), ("（一）", "paragraph"), ("一是主动公开", "paragraph"),
    ],
)  # fmt: skip
def test_a_numbered_line_alone_is_a_subhead(line, role):
    assert (role, line) in roles(replace(REPORT, chapters={"overview": line}))


def test_what_xml_and_html_cannot_hold_is_dropped_and_nothing_else():
    assert printable("a\x00\x07\x1b\x7f\x85\ud800\ufffe\U0001ffff\ufeffb") == "ab"
    kept = "# * _ $ ` @ < > \\ & \t “三安全一稳定” 𠀀 é \u3000"
    assert printable(kept) == kept
