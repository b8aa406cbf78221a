"""Days, numbers, genres, organs and lines one by one."""

from datetime import date

import pytest

from gongkai.paperwork.official_document.days import after, day_of, is_day
from gongkai.paperwork.official_document.document_numbers import document_number
from gongkai.paperwork.official_document.genres import genre_of
from gongkai.paperwork.official_document.lines import lines_of
from gongkai.paperwork.official_document.notes import attachments_of, attribute_of
from gongkai.paperwork.official_document.organs import organs


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024年3月5日", date(2024, 3, 5)),
        ("2024 年 03 月 05 日", date(2024, 3, 5)),
        ("２０２４年３月５日", date(2024, 3, 5)),
        ("二〇二四年三月五日", date(2024, 3, 5)),
        ("二○二四年十二月三十一日", date(2024, 12, 31)),
        ("二零一九年十月二十日", date(2019, 10, 20)),
        ("二O二四年元月廿五日", date(2024, 1, 25)),
        ("2024-03-05", date(2024, 3, 5)),
        ("2024.3.5", date(2024, 3, 5)),
        ("2024年2月30日", None),
        ("二〇二四年十三月五日", None),
        ("三月五日", None),
    ],
)
def test_days_are_read_as_they_are_written(words, day):
    assert day_of(words) == day


def test_a_line_is_a_day_only_if_it_says_no_more():
    assert is_day("二〇二四年三月五日")
    assert not is_day("2024年3月5日召开会议")


def test_a_span_ends_the_day_before_its_anniversary():
    assert after(date(2024, 4, 1), years=5) == date(2029, 3, 31)
    assert after(date(2024, 2, 29), years=1) == date(2025, 2, 28)
    assert after(date(2024, 1, 31), months=1) == date(2024, 2, 29)


@pytest.mark.parametrize(
    "typed",
    ["青政〔2024〕3号", "青政[2024]3号", "青政（2024）第03号", "青政【2024】3号", "青政﹝２０２４﹞３号", "文号：青政(2024)3号",
     "青政 〔2024〕 3 号　　签发人：王某", "（青政〔2024〕3号）"],
)  # fmt: skip
def test_numbers_with_wrong_brackets_are_put_right(typed):
    assert document_number(typed).value == "青政〔2024〕3号"


@pytest.mark.parametrize("typed", ["第12号", "2024年第3号", "第十二号"])
def test_numbers_of_orders_stay_as_they_are(typed):
    assert document_number(typed).value == typed


@pytest.mark.parametrize(
    "typed", ["根据青政〔2024〕3号文件", "2024年3月5日", "电话0376-1234567", "〔2024〕3号"]
)
def test_other_lines_are_no_number(typed):
    assert document_number(typed) is None


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("关于印发《补贴办法》的通知", "notice"),
        ("关于公布补贴名单的公告", "announcement"),
        ("关于张某任职的决定", "decision"),
        ("青石镇人民政府令", "order"),
        ("关于修路的请示的批复", "reply"),
        ("关于征求意见的函", "letter"),
        ("《补贴办法》政策解读", "interpretation"),
        ("补贴发放公示", "list_of_names"),
        ("2024年部门预算公开说明", "budget_report"),
        ("2023年国民经济和社会发展统计公报", "statistics_table"),
        ("补贴办法（试行）", None),
    ],
)
def test_the_end_of_a_title_says_the_genre(title, genre):
    found = genre_of(title)
    assert (found and found.value) == genre


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("青石镇 人民政府", ["青石镇人民政府"]),
        ("县教育局　县财政局", ["县教育局", "县财政局"]),
        ("县教育局、县财政局", ["县教育局", "县财政局"]),
        ("青石镇人民政府（印章）", ["青石镇人民政府"]),
        ("关于财政局", []),
        ("请报送县财政局。", []),
    ],
)
def test_lines_of_organs_give_their_names(line, names):
    assert organs(line.replace("\u3000", " ")) == names


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("此件公开发布", "proactive"),
        ("（此件主动公开）", "proactive"),
        ("公开属性：依申请公开", "on_request"),
        ("（此件不公开）", "withheld"),
        ("信息公开选项：□主动公开 ☑依申请公开 □不予公开", "on_request"),
        ("信息公开选项：□主动公开 □依申请公开 □不予公开", None),
        ("本镇依法主动公开政府信息", None),
    ],
)
def test_the_line_on_disclosure_gives_the_attribute(line, key):
    found = attribute_of(lines_of(f"<p>{line}</p>"))
    assert (found and found.value) == key


@pytest.mark.parametrize(
    "html",
    [
        "<p>附件：1.名单 2.申请表。</p>",
        "<p>附件：1．名单</p><p>2．申请表</p><p>青石镇</p>",
        "<p>附件：</p><ol><li>名单</li><li>申请表</li></ol><p>青石镇</p>",
        "<p>附件：1.名单<br>2.申请表</p>",
    ],
)
def test_attachments_are_named_however_they_are_listed(html):
    assert attachments_of(lines_of(html)) == ("名单", "申请表")
