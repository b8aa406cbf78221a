"""Nothing that contains the typed words is missed, and nothing else is found: compared with a plain look into every text."""

import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.release.search.embedded import finding
from gongkai.release.search.embedded.engine import EmbeddedEngine
from gongkai.release.search.question import Question
from gongkai.release.words import folded
from tests.release.search.written import entry, filled, words

SIGNS = "市长副政信〔2024〕[]（）３号aAｂ.*\\x é𠀀\n 　"
TEXTS = st.lists(st.text(SIGNS, max_size=14), min_size=1, max_size=7)
CUTS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 13), st.integers(1, 7)), max_size=12)
TYPED = st.lists(st.text(SIGNS, min_size=1, max_size=4), max_size=6)


@pytest.fixture(scope="module")
def engine():
    with tempfile.TemporaryDirectory() as folder:
        yield EmbeddedEngine(Path(folder))


def holding(texts, word):
    """What a plain look into every text finds."""
    return {n for n, text in enumerate(texts) if word in folded(text)}


def typed_words(texts, cuts, typed):
    """Pieces that stand in the texts, and words that may stand nowhere."""
    pieces = [texts[n % len(texts)][at : at + length] for n, at, length in cuts]
    folded_ones = (folded(each) for each in (*pieces, *typed))
    return [each for each in folded_ones if each and "\n" not in each]


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, CUTS, TYPED)
def test_what_is_found_is_what_holds_the_words(engine, texts, cuts, typed):
    filled(engine, *(entry(n, text, title="") for n, text in enumerate(texts)))
    found_words = typed_words(texts, cuts, typed)
    for word in found_words:
        found = engine.find(Question(words(word)))
        assert set(found.items) == holding(texts, word)
        assert found.total == len(found.items)
    for one, other in pairwise(found_words):
        found = engine.find(Question(words(one, other)))
        assert set(found.items) == holding(texts, one) & holding(texts, other)


@pytest.mark.parametrize("newest", [True, False])
@pytest.mark.parametrize("word", ["市长", "信政2024", "市", "副市长"])
def test_nothing_is_missed_where_very_many_documents_hold_a_word(engine, monkeypatch, word, newest):
    for name in ("EXACT", "FEW"):
        monkeypatch.setattr(finding, name, 5)
    texts = ["副市长", "信政〔2024〕3号", "市\n长", "市长信政2024"] * 8
    filled(
        engine,
        *(entry(n, text, title="市长" if n % 5 == 0 else "") for n, text in enumerate(texts)),
    )
    found = [
        item
        for first in range(0, 42, 7)
        for item in engine.find(Question(words(word), newest=newest, first=first, most=7)).items
    ]
    titles = {n for n in range(32) if n % 5 == 0} if word in "市长" else set()
    assert sorted(found) == sorted(holding(texts, word) | titles)


@pytest.mark.parametrize(
    "typed", ["信政〔2024〕3号", "信政20243号", "信政[2024]3号", "信政（２０２４）３号"]
)
def test_a_document_number_is_found_however_it_is_typed(engine, typed):
    filled(engine, entry(1, number="信政〔2024〕3号"), entry(2, number="信政〔2024〕13号"))
    assert engine.find(Question(words(typed))).items == (1,)


def test_a_document_number_typed_in_two_words_comes_first(engine):
    filled(engine, entry(1, "信政2024年工作第3项" * 9), entry(2, number="信政〔2024〕3号"))
    assert engine.find(Question(words("信政2024", "3"))).items == (2, 1)
