"""What a page says of itself is read with the words that say so: tags first, then labels."""

import pytest
from lxml import html

from gongkai.paperwork.old_pages.doors import page_of
from gongkai.paperwork.old_pages.telling import is_labels, labels_in, told_by
from tests.paperwork.old_pages.pages import AT, LAYOUT, page


def told(body: str, head: str = "") -> dict[str, str]:
    return {
        row.key: row.value for row in told_by(html.document_fromstring(page(body, head).decode()))
    }


def test_tags_and_the_table_of_facts_are_read():
    found = {row.key: row.value for row in page_of(LAYOUT.encode(), AT, "").told}
    assert found == {
        "title": "关于做好春耕的通知",
        "page_title": "关于做好春耕的通知",
        "published": "2019-03-06 10:00",
        "source": "党政办",
        "column": "通知公告",
        "index_number": "QS001/2019-0001",
        "theme": "农业、林业、水利",
        "organ": "青石镇人民政府",
        "made_on": "2019-03-05",
        "document_number": "青政〔2019〕3号",
    }


def test_tags_go_before_labels_and_every_value_shows_its_words():
    rows = page_of(LAYOUT.encode(), AT, "").told
    assert next(row for row in rows if row.key == "published").evidence == "网页标签 PubDate：2019-03-06 10:00"  # fmt: skip


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("发布时间：2019-03-06　来源：党政办　浏览次数：33", {"published": "2019-03-06", "source": "党政办"}),
        ("2019年3月6日来源：党政办 作者：张三", {"source": "党政办"}),
        ("【发布日期】 2019-3-6 【字体：大 中 小】", {"published": "2019-3-6"}),
        ("信息来源：县农业农村局 | 发布日期：2019/3/6", {"source": "县农业农村局", "published": "2019/3/6"}),
        ("资金来源：财政拨款", {}),
        ("有效性：有效", {"validity": "有效"}),
    ],
)  # fmt: skip
def test_labels_of_a_line_are_taken_apart(line, found):
    assert {row.key: row.value for row in labels_in(line)} == found


def test_a_label_in_a_cell_is_answered_by_the_cell_beside_it():
    assert told("<table><tr><td>文　号</td><td>青政〔2019〕3号</td></tr></table>") == {"document_number": "青政〔2019〕3号"}  # fmt: skip
    assert told("<table><tr><td>文号：</td><td>发布日期：2019-3-6</td></tr></table>") == {"published": "2019-3-6"}  # fmt: skip


def test_empty_tags_say_nothing():
    assert told("<p>一</p>", '<meta name="PubDate" content=" "><meta name="PubDate" content="2019-03-06">') == {"published": "2019-03-06"}  # fmt: skip


@pytest.mark.parametrize("title", ["关于某事的通知_青石镇", "关于某事的通知 - 青石镇 - 县政府", "关于某事的通知|青石镇", "关于某事的通知"])  # fmt: skip
def test_the_title_of_the_window_is_its_first_part(title):
    assert told("<p>一</p>", f"<title>{title}</title>") == {"page_title": "关于某事的通知"}


def test_sentences_are_no_labels():
    assert is_labels("来源：党政办")
    assert not is_labels("来源：党政办。各村要按时报送。")
