"""Looking for things: filters, snippets, empty answers that help, and any nonsense in the address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from gongkai.website.search import marked, snippet
from tests.website.released import release, release_report

WORDS = st.lists(st.text(min_size=1, max_size=5).filter(lambda word: word.strip()), max_size=4)


def found(response):
    """The titles of the list."""
    page = html.fromstring(response.content)
    return [link.text_content() for link in page.xpath("//main//ul[@class='list']/li/a")]


def test_every_word_must_stand_in_the_document(client, town):
    release(town, title="低保标准通知")
    release(town, title="低保名单公示")
    assert found(client.get("/search?q=低保 名单")) == ["低保名单公示"]


def test_the_words_are_marked_in_title_and_text(client, town):
    release(town, title="低保通知", body="<p>提高低保标准。</p>")
    page = client.get("/search?q=低保").content.decode()
    assert page.count("<mark>低保</mark>") == 2


def test_the_text_of_reports_is_shown(client, town):
    release_report(town, search_text="主动公开")
    assert "<mark>主动公开</mark>" in client.get("/search?q=主动公开").content.decode()


def test_filters_narrow_the_list(client, town):
    release(town, "systems", title="低保制度")
    release(town, "content", title="低保名单")
    assert found(client.get("/search?q=低保&column=systems")) == ["低保制度"]
    assert found(client.get("/search?q=低保&year=2025")) == ["低保名单", "低保制度"]
    assert found(client.get("/search?q=低保&year=2024")) == []


def test_an_empty_answer_says_what_to_do(client, town):
    page = client.get("/search?q=没有的词&year=2020").content.decode()
    assert "没有找到含有“没有的词”的信息" in page
    assert "不限栏目和年份再找一次" in page
    assert "申请公开" in page


@pytest.mark.parametrize(
    "query",
    [
        "q=" + "长" * 10_000,
        "q=%00",
        "q=a%00b",
        "q=%ff%fe",
        "q=%ED%A0%80",
        "q=%25&column=%00&year=%00",
        "q=x&year=99999",
        "q=x&year=0000",
        "q=x&year=9999",
        "q=x&year=٢٠٢٤",
        "q=x&column=nowhere&page=-3",
        "q=x&q=y&page=99999999999999999999999",
        "q=" + "%20a" * 3000,
        "q=_%25%5C'\"",
        "q=<script>alert(1)</script>",
    ],
)
def test_nonsense_is_answered_sanely(client, town, query):
    release(town)
    response = client.get(f"/search?{query}")
    assert response.status_code in {200, 400}
    assert b"<script>alert" not in response.content


@given(st.text(max_size=60), WORDS)
def test_pieces_put_together_are_the_text(text, words):
    assert "".join(piece.text for piece in marked(text, words)) == text


@given(st.text(max_size=400), WORDS)
def test_a_snippet_is_short(text, words):
    assert sum(len(piece.text) for piece in snippet(text, words)) <= 122
