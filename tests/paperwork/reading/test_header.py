"""Title, organ, year and date of signature, each None where the source does not say."""

from datetime import date

import pytest

from gongkai.paperwork.reading.header import is_signature, is_title, read_header

TITLE = "柳林镇人民政府2024年政府信息公开工作年度报告"


def header(head, foot=(), text="", container=""):
    found = read_header(list(head), list(foot), text, container)
    return found.title, found.organ, found.year, found.signed_on


def test_the_title_names_organ_and_year():
    assert header([TITLE]) == (TITLE, "柳林镇人民政府", 2024, None)


@pytest.mark.parametrize(
    "head",
    [
        ["柳林镇人民政府", "2024年政府信息公开工作年度报告"],
        ["柳林镇人民政府2024年", "政府信息公开工作年度报告"],
        ["柳林镇人民政府", "2024年政府信息公开", "工作年度报告"],
        ["柳林镇人民政府 2024 年政府信息公开工作年度报告"],
        ["当前位置：首页 > 政府信息公开年报", TITLE, "发布日期：2025-01-20"],
        [
            TITLE,
            "根据《中华人民共和国政府信息公开条例》编制柳林镇人民政府2024年政府信息公开工作年度报告。",
        ],
    ],
)
def test_a_title_is_found_broken_over_lines_and_among_page_data(head):
    assert header(head)[:3] == (TITLE, "柳林镇人民政府", 2024)


def test_the_title_of_the_file_is_only_the_second_choice():
    assert header([], container=TITLE)[0] == TITLE
    assert header([TITLE], container="年报2019年政府信息公开工作年度报告")[0] == TITLE


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("柳林镇2024年度政府信息公开工作年度报告", 2024),
        ("二〇二四年政府信息公开工作年度报告", 2024),
        ("二○二四年政府信息公开工作年度报告", 2024),
        ("柳林镇政府信息公开工作年度报告（2024年）", 2024),
        ("柳林镇２０２４年政府信息公开工作年度报告", 2024),
        ("柳林镇202年政府信息公开工作年度报告", None),
        ("柳林镇政府信息公开工作年度报告", None),
    ],
)
def test_the_year_is_read_and_not_guessed_where_digits_are_lost(title, year):
    assert header([title])[2] == year


def test_the_period_of_the_statistics_gives_a_year_the_title_lost():
    text = "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。"
    assert header(["柳林镇202年政府信息公开工作年度报告"], text=text)[2] == 2024


@pytest.mark.parametrize(
    "day",
    [
        "2025年1月20日",
        "2025 年 1 月 20 日",
        "２０２５年１月２０日",
        "二〇二五年一月二十日",
        "二○二五年一月二十日",
        "2025年01月20日",
    ],
)
def test_the_date_of_signature_is_read_in_digits_and_in_chinese(day):
    assert header([TITLE], ["柳林镇人民政府", day])[3] == date(2025, 1, 20)


def test_organ_and_date_may_stand_on_one_line_and_under_a_seal():
    assert header([], ["县民政局2025年1月20日"])[1::2] == ("县民政局", date(2025, 1, 20))
    assert header([], ["县民政局（盖章）", "2025年1月20日"])[1] == "县民政局"


def test_the_fuller_name_of_the_organ_is_taken():
    assert (
        header(["柳林镇2024年政府信息公开工作年度报告"], ["柳林镇人民政府", "2025年1月20日"])[1]
        == "柳林镇人民政府"
    )


def test_a_day_that_does_not_exist_is_no_date():
    assert header([TITLE], ["柳林镇人民政府", "2025年2月30日"])[3] is None


def test_a_date_inside_a_sentence_is_no_signature():
    assert (
        header([TITLE], ["我镇于2025年1月20日召开了政府信息公开工作会议，部署有关工作。"])[3]
        is None
    )


def test_nothing_gives_nothing():
    assert header([]) == (None, None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "根据2024年政府信息公开工作年度报告格式编制。",
        "政府信息公开年报 > 2024年",
        "一、政府信息公开工作报告",
    ],
)
def test_sentences_crumbs_and_headings_are_no_titles(text):
    assert not is_title(text)


def test_signatures_are_organs_and_dates():
    assert is_signature("柳林镇人民政府")
    assert is_signature("2025年1月20日")
    assert not is_signature("下一步将加强培训。")
