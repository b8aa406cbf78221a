"""Where each table begins and ends among lines and tables."""

import pytest

from gongkai.paperwork.reading.from_html import from_html
from gongkai.paperwork.reading.from_text import from_text
from gongkai.paperwork.reading.places import find_places, find_starts, is_prose

TEXT = """二、主动公开政府信息情况
第二十条第（一）项
规章 1 2 3
三、收到和处理政府信息公开申请情况
申请人情况
一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1
四、结转下年度继续办理 0 0 0 0 0 0 0
注：本年新收申请中网络申请1件。
四、政府信息公开行政复议、行政诉讼情况
行政复议 行政诉讼
1 0 0 0 1 0 0 0 0 0 0 0 0 0 0
五、存在的主要问题及改进情况
结果维持率较高。"""


def test_tables_begin_at_their_first_words_in_order():
    assert find_starts(from_text(TEXT).blocks) == {"proactive": 1, "requests": 4, "remedies": 9}


def test_tables_end_at_headings_and_before_notes():
    blocks = from_text(TEXT).blocks
    places = find_places(blocks, find_starts(blocks), [0, 3, 8, 11])
    assert places.ends == {"proactive": 3, "requests": 7, "remedies": 11}
    assert list(places.blocks("requests")) == [4, 5, 6]


def test_a_table_that_is_not_there_has_no_place():
    blocks = from_text("一、总体情况\n规章三件。").blocks
    assert list(find_places(blocks, find_starts(blocks), []).blocks("requests")) == []


def test_a_sentence_that_mentions_a_row_begins_no_table():
    sentence = (
        "一、本年新收政府信息公开申请数量比上年有所增加；上年结转政府信息公开申请数量为零；" * 2
    )
    assert find_starts(from_text(sentence).blocks) == {}


@pytest.mark.parametrize(
    "mark",
    ["申请人情况", "一、本年新收政府信息", "自然人 法人或其他组织 总计", "商业企业 科研机构"],
)
def test_table_three_is_found_by_any_of_its_heads(mark):
    assert find_starts(from_text(f"甲\n{mark}\n乙").blocks) == {"requests": 1}


def test_a_ruled_table_is_found_by_its_cells():
    page = "<p>甲</p><table><tr><td>信息内容</td><td>本年制发件数</td></tr></table>"
    assert find_starts(from_html(page).blocks) == {"proactive": 1}


@pytest.mark.parametrize(
    "text", ["注：数据含派出机构。", "* 数据含派出机构", "工作平稳有序；无投诉。", "备注:无"]
)
def test_sentences_and_notes_are_prose(text):
    assert is_prose(from_text(text).blocks[0])


@pytest.mark.parametrize("text", ["规章 1 2 3", "（一）予以公开 1 0 0 0 0 0 1。", "总计"])
def test_rows_are_none(text):
    assert not is_prose(from_text(text).blocks[0])
