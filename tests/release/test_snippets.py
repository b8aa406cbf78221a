"""Passages with the words marked."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from gongkai.release.models import PublicDocument
from gongkai.release.snippets import LENGTH, marked, snippet


def document(body="", **payload):
    return PublicDocument(title="标题", body=body, payload=payload)


def test_the_words_are_marked_where_they_stand():
    shown = snippet(document("<p>信政〔2024〕3号规定了办法。</p>"), "信政20243号 办法")
    assert shown == "<mark>信政〔2024〕3号</mark>规定了<mark>办法</mark>。"


def test_mark_up_in_the_text_is_shown_as_words():
    assert snippet(document("<p>&lt;script&gt;甲</p>"), "script") == "&lt;<mark>script</mark>&gt;甲"


def test_a_long_text_is_cut_around_the_first_word():
    shown = snippet(document(f"<p>{'前' * 200}要找{'后' * 200}</p>"), "要找")
    assert shown.startswith("…前")
    assert "<mark>要找</mark>" in shown
    assert shown.endswith("后…")
    assert len(re.sub("<[^>]*>", "", shown)) == LENGTH + 2


def test_chapters_of_a_report_are_searched():
    shown = snippet(document(report={"chapters": {"overview": "推进基层公开"}}), "基层")
    assert shown == "推进<mark>基层</mark>公开"


def test_words_that_stand_in_the_title_alone_show_the_beginning():
    assert snippet(document("<p>正文</p>"), "标题") == "正文"


def test_a_title_is_marked_whole():
    assert marked("政府信息公开指南", "信息 指南") == "政府<mark>信息</mark>公开<mark>指南</mark>"


@given(st.text(max_size=80), st.text(max_size=10))
def test_marking_changes_no_character(text, words):
    shown = marked(text, words)
    assert unescape(re.sub("</?mark>", "", shown)) == text or "&" in text
    assert "<" not in re.sub("</?mark>", "", shown)
