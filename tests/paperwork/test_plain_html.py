"""A clean text as lines in a box, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.paperwork.clean_html import clean, plain
from gongkai.paperwork.plain_html import from_lines, to_lines

TABLE = '<table><tbody><tr><th>甲</th><td colspan="2">乙</td></tr></tbody></table>'


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>申请到一楼。</p><p>电话见下。</p>", "申请到一楼。\n电话见下。"),
        ("<h2>机构</h2><h3>地址</h3>", "# 机构\n## 地址"),
        ("<ul><li>一</li><li>二</li></ul>", "- 一\n- 二"),
        ("<p>请<strong>当面</strong>提交</p>", "请**当面**提交"),
        ('<p>见<a href="/guide/">指南</a></p>', "见[指南](/guide/)"),
        ("<p>1. 申请</p>", "1. 申请"),
        ("<p>甲&lt;乙&amp;丙</p>", "甲<乙&丙"),
        ("", ""),
    ],
)
def test_a_text_is_lines_and_comes_back(html, lines):
    assert to_lines(html) == lines
    assert clean(from_lines(lines, html)).replace("\n", "") == html


@pytest.mark.parametrize(
    "kept",
    [
        TABLE,
        "<ol><li>一</li></ol>",
        "<p>米<sup>2</sup></p>",
        "<p># 不是标题</p>",
        "<p>一**二**三</p>",
        "<ul><li>一<ul><li>二</li></ul></li></ul>",
    ],
)
def test_what_lines_cannot_say_stays_as_it_is(kept):
    html = f"<p>前</p>{kept}<p>后</p>"
    lines = to_lines(html).split("\n")
    assert lines[1].startswith("〔原样 2：")
    assert clean(from_lines("\n".join(["新", lines[1], "后"]), html)).replace(
        "\n", ""
    ) == html.replace("前", "新")


def test_a_kept_line_may_be_moved_or_taken_out():
    html = f"<p>前</p>{TABLE}"
    assert from_lines("〔原样 2〕\n前", html) == f"{TABLE}\n<p>前</p>"
    assert "table" not in from_lines("前", html)


def test_a_line_that_keeps_nothing_is_words():
    assert from_lines("〔原样 9：表格〕", "") == "<p>〔原样 9：表格〕</p>"


def test_typed_mark_up_is_words():
    assert plain(clean(from_lines("<script>alert(1)</script>", ""))) == "<script>alert(1)</script>"


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Z"))),
        max_size=8,
    )
)
def test_whatever_is_typed_comes_back_the_same(typed):
    html = clean(from_lines("\n".join(typed), ""))
    again = clean(from_lines(to_lines(html), html))
    assert again.replace("\n", "") == html.replace("\n", "")
