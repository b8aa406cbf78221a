"""Pairs of signs: what they cover, and that lines stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.release.search.bigrams import EDGE, pieces, tokens
from gongkai.release.words import folded


def test_every_pair_is_a_token_and_lines_have_edges():
    assert tokens("市长\n政").split() == [
        f"{EDGE}市",
        "市长",
        f"长{EDGE}",
        f"{EDGE}政",
        f"政{EDGE}",
    ]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("市长", [(0, "市长")]),
        ("副市长", [(0, "副市"), (1, "市长")]),
        ("乡村振兴", [(0, "乡村"), (2, "振兴")]),
        ("乡村振兴局", [(0, "乡村"), (2, "振兴"), (3, "兴局")]),
    ],
)
def test_a_word_is_covered_by_few_pairs(word, found):
    assert pieces(word) == found


@given(st.text(min_size=2, max_size=20))
def test_the_pairs_together_are_the_word(word):
    signs = {place + n: sign for place, pair in pieces(word) for n, sign in enumerate(pair)}
    assert "".join(signs[place] for place in sorted(signs)) == word


@given(st.text(), st.text())
def test_a_piece_of_a_text_is_a_piece_of_the_folded_text(before, after):
    assert folded(after).replace("\n", "") in folded(before + after).replace("\n", "")


@given(st.text())
def test_a_folded_text_stays_as_it_is_and_holds_no_edge(text):
    assert folded(folded(text)) == folded(text)
    assert EDGE not in folded(text)
