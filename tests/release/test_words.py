"""Words as they are looked for."""

from gongkai.release.words import MOST_WORDS, folded, wanted


def test_width_case_brackets_and_spaces_make_no_difference():
    assert folded("信政〔２０２４〕3号  Word") == "信政20243号word"


def test_nothing_is_joined_across_lines():
    assert folded("市\n长") == "市\n长"


def test_each_word_is_looked_for_once():
    assert wanted(" 指南 指南　年报 《》 ") == ["指南", "年报"]


def test_a_query_has_no_end_of_words():
    assert len(wanted(" ".join(f"词{n}" for n in range(100)))) == MOST_WORDS
