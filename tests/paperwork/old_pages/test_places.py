"""The text is found where the officer says, where makers of sites keep it, else by the layout; what is not sure is said."""

import pytest
from lxml import html

from gongkai.paperwork.old_pages.doors import page_of
from gongkai.paperwork.old_pages.places import is_place, place_of
from tests.paperwork.old_pages.pages import AT, FOOT, LAYOUT, MENU, SAID, boxed, page


def read(body: str, place: str = ""):
    return page_of(page(body), AT, place)


def test_a_page_laid_out_by_tables_gives_its_text_alone():
    found = page_of(LAYOUT.encode("gb18030"), AT, "")
    assert found.doubts == ()
    for other in ("首页", "办事指南", "浏览次数", "分享到", "上一篇", "版权所有", "索 引 号"):
        assert other not in found.html
    assert "</h1><p>各村（居）<strong>委会</strong>：</p>" in found.html
    assert found.html.endswith("<p>青石镇人民政府</p><p>2019年3月5日</p>")


@pytest.mark.parametrize("names", [{"id": "zoom"}, {"_class": "view TRS_UEDITOR trs_web"}, {"_class": "v_news_content"}, {"id": "UCAP-CONTENT"}])  # fmt: skip
def test_known_places_are_sure(names):
    found = read(boxed(f"<p>{SAID}</p>", **names) + f"<div><p>{SAID * 5}</p></div>")
    assert (found.html, found.doubts) == (f"<p>{SAID}</p>", ())


@pytest.mark.parametrize("place", ["#text", ".words", "div.words", "text", "words", ".none, #text"])
def test_the_officers_place_goes_before_all_others(place):
    body = boxed(f"<p>{SAID}</p>", id="text", _class="a words")
    found = read(body + f'<div id="zoom"><p>{SAID * 2}</p></div>', place)
    assert (found.html, found.doubts) == (f"<p>{SAID}</p>", ())


def test_a_place_that_a_page_has_not_is_said_and_the_text_is_found_otherwise():
    found = read(boxed(f"<p>{SAID}</p>", id="zoom"), ".words")
    assert found.html == f"<p>{SAID}</p>"
    assert found.doubts == ("页面上没有“.words”，正文另外找",)


def test_of_several_places_of_one_name_the_largest_is_taken_and_said():
    found = read('<p class="t">一行。</p>' + boxed(f"<p>{SAID}</p>", _class="t"), ".t")
    assert (found.html, found.doubts) == (f"<p>{SAID}</p>", ("页面上有几处“.t”，取了字数最多的一处",))  # fmt: skip


@pytest.mark.parametrize("wrap", ["<div>{}</div>", "<table><tr><td>{}</td></tr></table>", "<center><font>{}</font></center>", "<div class=right><div><div>{}</div></div></div>"])  # fmt: skip
def test_boxes_without_names_are_found_by_the_layout(wrap):
    text = f"<p>{SAID}</p><p>青石镇人民政府</p><p>2019年3月5日</p>"
    found = read(boxed(wrap.format(text)))
    assert (found.html, found.doubts) == (text, ())


def test_a_short_text_beside_a_long_foot_is_found_and_nothing_of_it_is_lost():
    found = read(
        boxed("<p>镇卫生院今日停诊，请各村转告。</p><p>青石镇卫生院</p><p>2019年3月5日</p>")
    )
    assert (
        found.html == "<p>镇卫生院今日停诊，请各村转告。</p><p>青石镇卫生院</p><p>2019年3月5日</p>"
    )
    assert found.doubts == ()


def test_a_table_of_data_between_paragraphs_stays_between_them():
    rows = "".join(
        f"<tr><td>第{n}村</td><td>{n}亩，水田和旱地都算在内</td></tr>" for n in range(60)
    )
    text = f"<p>各村面积如下。</p><table><tbody>{rows}</tbody></table><p>2019年3月5日</p>"
    assert read(boxed(text)).html == text


LISTED = "".join(
    f'<p>2019-03-{day:02} <a href="{day}.html">关于第{day}件事的通知</a>，请各村按时办理。</p>'
    for day in range(1, 20)
)


@pytest.mark.parametrize(
    ("body", "doubt"),
    [
        (boxed("<p>详见附件。</p>"), "正文很短"),
        (boxed(LISTED), "链接很多"),
        (boxed(f"<p>{SAID * 4}</p>") + f'<div class="relate"><p>{SAID}{SAID}</p></div>', "没有取"),
    ],
)
def test_what_is_not_sure_is_said(body, doubt):
    assert any(doubt in said for said in read(body).doubts)


def test_menus_between_parts_of_the_text_are_left_out():
    text = read(f"<p>{SAID}</p><div>{MENU * 9}</div><p>{FOOT}</p><p>{SAID}</p>").html
    assert text == f"<p>{SAID}</p><p>{SAID}</p>"


@pytest.mark.parametrize("words", ["#zoom", ".TRS_Editor", "div.text", "zoom", "#a, .b", "正文"])
def test_names_of_places_are_known(words):
    assert is_place(words)


@pytest.mark.parametrize("words", ["", "#", "div > p", "#a,,", "a:hover", "p[id]", "#a b"])
def test_what_names_no_place_is_known_too(words):
    assert not is_place(words)


def test_a_place_without_a_name_is_called_by_its_tag():
    root = html.document_fromstring(page(f"<div><p>{SAID}</p></div>"))
    assert place_of(root, "").name == "div"
