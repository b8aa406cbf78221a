"""Where chapters begin: headings are known by their words, their number only helps."""

import pytest

from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.paperwork.reading.headings import find_headings

TABLES = {"proactive": 3, "requests": 5, "remedies": 7}
REPORT = [
    "柳林镇2024年政府信息公开工作年度报告",
    "一、总体情况",
    "二、主动公开政府信息情况",
    "（表）",
    "三、收到和处理政府信息公开申请情况",
    "（表）",
    "四、政府信息公开行政复议、行政诉讼情况",
    "（表）",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
]


def found(texts, tables=TABLES):
    return [(heading.chapter, heading.at) for heading in find_headings(texts, tables)]


def test_the_six_headings_are_found_in_their_order():
    assert found(REPORT) == list(
        zip((chapter.key for chapter in CHAPTERS), (1, 2, 4, 6, 8, 9), strict=True)
    )


@pytest.mark.parametrize(
    ("at", "heading"),
    [
        (1, "一、工作总体情况"),
        (1, "总体情况"),
        (1, "第一部分 概述"),
        (1, "1.总体情况"),
        (2, "二、行政机关主动公开政府信息情况"),
        (2, "二 主动公开政府信息的情况"),
        (4, "三、收到和处理政府信息公开申请的情况"),
        (6, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
        (8, "五、政府信息公开工作存在的主要问题及改进情况"),
        (8, "五、存在的问题和改进情况"),
        (9, "六、需要报告的其他事项"),
        (9, "其他需要报告的事项"),
        (9, "四、其他需要报告的事项"),
    ],
)
def test_headings_vary_in_words_and_numbers(at, heading):
    texts = [*REPORT[:at], heading, *REPORT[at + 1 :]]
    assert found(texts) == found(REPORT)


@pytest.mark.parametrize("at", [1, 2, 4, 6, 8, 9])
def test_a_missing_heading_leaves_the_others(at):
    texts = [*REPORT[:at], "", *REPORT[at + 1 :]]
    assert found(texts) == [pair for pair in found(REPORT) if pair[1] != at]


def test_with_two_numberings_the_heading_right_above_the_table_is_meant():
    narrative = ["一、总体情况", "二、主动公开情况", "三、依申请公开情况"]
    texts = [
        *narrative,
        "一、主动公开政府信息情况",
        "（表）",
        "二、收到和处理政府信息公开申请情况",
        "（表）",
    ]
    assert found(texts, {"proactive": 4, "requests": 6}) == [
        ("overview", 0),
        ("proactive", 3),
        ("requests", 5),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "（二）主动公开政府信息情况",
        "主动公开政府信息情况，",
        "第二条 主动公开政府信息情况",
        "2024年，本机关认真做好主动公开政府信息的各项工作，情况如下",
        "一、本年新收政府信息公开申请数量",
        "行政复议 行政诉讼",
    ],
)
def test_sub_headings_sentences_and_rows_are_no_chapters(text):
    assert found(["一、总体情况", text], {}) == [("overview", 0)]


@pytest.mark.parametrize(
    "text",
    ["六、其他需要报告的事项：无。", "六、其他需要报告的事项。无。", "六、其他需要报告的事项无。"],
)
def test_text_that_goes_on_behind_a_heading_is_kept(text):
    [heading] = find_headings([text], {})
    assert (heading.chapter, heading.rest) == ("other", "无。")


def test_a_misspelt_row_of_the_table_does_not_stand_in_for_its_missing_heading():
    assert found(
        ["一、总体情况", "申请人情况", "一、本年新收政府信公开申请数量"], {"requests": 1}
    ) == [("overview", 0)]


def test_an_empty_document_has_none():
    assert found([], {}) == []
