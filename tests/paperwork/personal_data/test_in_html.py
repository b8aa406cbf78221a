"""Personal data in a text with mark-up: found across bold and cells, masked without harm to the rest."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.paperwork.clean_html import clean
from gongkai.paperwork.personal_data import mark_of
from gongkai.paperwork.personal_data.finding import Found
from gongkai.paperwork.personal_data.in_html import finds_in_html, masked_html
from gongkai.paperwork.personal_data.labelled import found_in, masked_text
from gongkai.paperwork.personal_data.spread import spread
from tests.paperwork.personal_data.test_finding import CARDS, IDS, MOBILES, TEXTS

ID = "11010519491231002X"
TABLE = "<table><tr><th>姓名</th><th>银行账号</th></tr><tr><td>张某</td><td>320012345678</td></tr></table>"


def everything(found: Found) -> bool:
    return True


@pytest.mark.parametrize(
    ("html", "place", "masked"),
    [
        (f"<p>甲</p><p>证号{ID}。</p>", "正文第 2 段", "<p>甲</p>\n<p>证号110105************。</p>"),
        ("<p>证号110105<strong>1949123</strong>1002X。</p>", "正文第 1 段", "<p>证号110105************<strong></strong>。</p>"),
        (f"<ul><li>甲</li><li>{ID}</li></ul>", "正文第 1 段", "<ul><li>甲</li><li>110105************</li></ul>"),
        (TABLE, "正文第 1 段表格第 2 行第 2 列", TABLE.replace("320012345678", "*" * 16)),
        (f'<p><img src="/files/a" alt="{ID}"></p>', "正文第 1 段的图片说明", '<p><img src="/files/a" alt="110105************"></p>'),
        ('<p><a href="mailto:li@qq.com">信</a></p>', "正文第 1 段的链接地址", '<p><a href="mailto:***@***">信</a></p>'),
    ],
)  # fmt: skip
def test_each_place_is_named_and_masked(html, place, masked):
    assert [stand.place for stand in finds_in_html(html)] == [place]
    assert masked_html(html, everything) == masked


def test_a_line_end_keeps_numbers_apart():
    assert [stand.found.text for stand in finds_in_html("<p>2024<br>13812345678</p>")] == [
        "13812345678"
    ]


def test_only_what_is_wanted_is_masked():
    html = f"<p>{ID}，电话13812345678</p>"
    (first, _) = (stand.found for stand in finds_in_html(html))
    masked = masked_html(html, lambda found: mark_of(found) == mark_of(first))
    assert masked == "<p>110105************，电话13812345678</p>"


MARKS = st.sampled_from(["<p>", "</p>", "<strong>", "</strong>", "<br>", "<td>", "<table><tr>", "</tr></table>", "<li>"])  # fmt: skip
PAGES = st.lists(st.one_of(IDS, CARDS, MOBILES, TEXTS, MARKS), max_size=10).map("".join).map(clean)


@given(PAGES)
def test_masking_a_text_leaves_nothing_to_be_found(html):
    assert finds_in_html(masked_html(html, everything)) == []


@given(
    TEXTS, st.sampled_from(["身份证号码", "银行账号", "联系电话", "家庭住址", "出生年月", "姓名"])
)
def test_masking_a_cell_leaves_nothing_to_be_found_under_its_head(text, head):
    assert found_in(masked_text(text, (head,)), (head,)) == ()


@given(TEXTS, st.lists(st.integers(0, 60), max_size=6))
def test_however_a_text_lies_in_pieces_it_is_masked_the_same(text, cuts):
    places = sorted({min(cut, len(text)) for cut in (0, *cuts, len(text))})
    pieces = [text[a:b] for a, b in pairwise(places)] or [""]
    finds = found_in(text)
    assert "".join(spread(pieces, finds)) == "".join(spread([text], finds))
