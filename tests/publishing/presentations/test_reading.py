"""Walking through the data of a form."""

from gongkai.publishing.presentations import rewritten, texts_in, tokens_in, words_in
from gongkai.publishing.presentations.questions import QUESTIONS

DATA = {
    "questions": [{"question": "何时？", "answer": "明天"}, {"question": "哪里？", "answer": ""}]
}


def test_every_text_is_found_with_its_place_and_empty_ones_are_left_out():
    places = dict(texts_in(QUESTIONS, DATA))
    assert places == {
        "问题（第 1 处）": "何时？",
        "答复（第 1 处）": "明天",
        "问题（第 2 处）": "哪里？",
    }
    assert words_in(QUESTIONS, DATA) == "何时？\n明天\n哪里？"


def test_texts_are_rewritten_and_nothing_else():
    data = {**DATA, "other": "明天"}
    new = rewritten(QUESTIONS, data, lambda words: words.replace("明天", "***"))
    assert new["questions"][0]["answer"] == "***"
    assert new["other"] == "明天"


def test_files_are_found_wherever_they_stand_and_once():
    data = {
        "pictures": [{"file": "b"}, {"file": "a"}, {"file": "b"}],
        "poster": {"file": "c"},
        "x": {"file": ""},
    }
    assert tokens_in(data) == ["b", "a", "c"]
