"""Near copies: what was planted among three years of a hundred organs is found, all of it, and nothing else."""

import pytest

from gongkai.annual_reports.comparing.families import families, own_copies
from gongkai.annual_reports.comparing.near_copies import Text, beside, near_copies, own_sentences
from tests.annual_reports.comparing.narratives import COPIES, chapter, with_standard_words

YEAR = 2024


def county(number=100, years=(2022, 2023, 2024)):
    """Texts by organ and year, no two related."""
    return {(organ, year): chapter(organ * 10 + year) for organ in range(number) for year in years}


def texts(written):
    return [Text.of(organ, year, "problems", text) for (organ, year), text in written.items()]


def found(written):
    return {
        frozenset({(p.one.organ, p.one.year), (p.other.organ, p.other.year)})
        for p in near_copies(texts(written), YEAR)
    }


def test_unrelated_chapters_are_not_told_of():
    assert found(county()) == set()


def test_every_planted_copy_is_found_and_nothing_else():
    written, planted = county(), set()
    for place, change in enumerate(COPIES):
        here, there, last = (2 * place, YEAR), (2 * place + 1, YEAR), (50 + place, YEAR - 1)
        written[there] = change(written[here])
        written[50 + place, YEAR] = change(written[last])
        planted |= {frozenset({here, there}), frozenset({(50 + place, YEAR), last})}
    assert found(written) == planted


def test_copies_of_other_years_alone_are_not_asked_for():
    written = county(10)
    written[1, 2023] = written[0, 2022]
    assert found(written) == set()


def test_what_the_format_says_makes_no_copy():
    standard = with_standard_words("少。") * 5
    assert found({(organ, YEAR): standard for organ in range(5)}) == set()
    assert list(own_sentences("（一）存在的问题\n本报告依照条例编制。形式单一。")) == ["形式单一。"]


def test_a_text_too_short_to_tell_is_left_alone():
    assert found({(organ, YEAR): "形式单一，下一步加强培训。" for organ in range(5)}) == set()


def test_copies_of_one_text_are_one_family():
    written = county(20, (YEAR,))
    for organ in (3, 7, 11):
        written[organ, YEAR] = written[2, YEAR]
    kin = families(near_copies(texts(written), YEAR))
    assert [sorted(member.text.organ for member in family.members) for family in kin] == [
        [2, 3, 7, 11]
    ]
    assert kin[0].percent == 100


def test_what_an_organ_took_from_itself_is_told_apart():
    written = county(5, (2023, YEAR))
    written[1, YEAR] = written[1, 2023]
    pairs = near_copies(texts(written), YEAR)
    assert [(pair.one.year, pair.other.year) for pair in own_copies(pairs)] == [(YEAR, 2023)]
    assert families(pairs) == []


def test_sentences_that_are_alike_have_one_number_on_both_sides():
    left, right = beside(
        "解读形式单一，共5件。本地特有的一句话在这里。",
        "新写的开头在这一句里。解读形式单一，共8件。",
    )
    assert [stretch.number for stretch in left] == [1, None]
    assert [stretch.number for stretch in right] == [None, 1]


@pytest.mark.parametrize(("one", "other"), [("", ""), ("一句话。", ""), ("", "一句话。")])
def test_nothing_is_alike_with_nothing(one, other):
    left, right = beside(one, other)
    assert not [stretch for stretch in (*left, *right) if stretch.number]
    assert "".join(stretch.text for stretch in left) == one


def test_a_sentence_said_twice_is_paired_once():
    left, right = beside("解读形式比较单一。解读形式比较单一。", "解读形式比较单一。")
    assert [stretch.number for stretch in left] == [1, None]
    assert [stretch.number for stretch in right] == [1]
