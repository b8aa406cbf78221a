"""Passages: short, whole, marked as the text is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.release.words import folded, wanted
from gongkai.website.passages import LONG, PASSAGES, marked, passages

WORDS = st.lists(st.text(min_size=1, max_size=5), max_size=4).map(
    lambda typed: tuple(wanted(" ".join(typed)))
)


def hits(text, *words):
    return [piece.text for piece in marked(text, words) if piece.hit]


@pytest.mark.parametrize(
    ("text", "word", "hit"),
    [
        ("发文信政〔2024〕3号", "信政20243号", "信政〔2024〕3号"),
        ("Ｗord 文件", "word文件", "Ｗord 文件"),
        ("“三公”经费", "三公经费", "三公”经费"),
        ("通    知", "通知", "通    知"),
    ],
)
def test_a_word_is_marked_in_the_form_in_which_it_stands(text, word, hit):
    assert hits(text, word) == [hit]


@given(st.text(max_size=60), WORDS)
def test_pieces_put_together_are_the_text(text, words):
    assert "".join(piece.text for piece in marked(text, words)) == text


@given(st.text(max_size=400), WORDS)
def test_passages_are_short(text, words):
    assert sum(len(piece.text) for piece in passages(text, words)) <= PASSAGES * (LONG + 1) + 1


@given(st.text("市长政〔〕（）3３aＡ ", max_size=30), st.text("市长政3a", min_size=1, max_size=3))
def test_what_the_search_finds_is_marked(text, word):
    assert bool(hits(text, folded(word))) == (folded(word) in folded(text))


def test_a_second_word_far_away_has_a_passage_of_its_own():
    text = "低保" + "甲" * 200 + "名单" + "乙" * 200
    shown = "".join(piece.text for piece in passages(text, ("低保", "名单")))
    assert shown.startswith("低保")
    assert "…甲" in shown
    assert "名单" in shown
