"""What is taken away from text before it is compared, and what is kept because people will read it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.paperwork.reading.normalise import bare, squeeze, tidy


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("  一、 总体　情况 \n", "一、总体情况"),
        ("共 95 件", "共95件"),
        ("new  media 平台", "new media平台"),
        ("行政\u200b许可\ufeff", "行政许可"),
        ("（ 一 ）", "（一）"),
        ("\xa0", ""),
    ],
)
def test_spaces_beside_chinese_are_dropped_and_others_folded(text, tidied):
    assert tidy(text) == tidied


def test_full_width_digits_and_brackets_become_plain_ones():
    assert squeeze("（１２，３） Ａ") == "(12,3)A"


@pytest.mark.parametrize(
    "label", ["1.属于国家秘密", "1、属于国家秘密", "１．属于 国家秘密", "1 属于国家秘密"]
)
def test_punctuation_does_not_tell_labels_apart(label):
    assert bare(label) == "1属于国家秘密"


def test_a_sign_and_a_point_are_no_part_of_a_bare_label():
    assert bare("本年增/减（“三安全一稳定”）") == "本年增减三安全一稳定"


@given(st.text())
def test_tidying_twice_changes_nothing_more(text):
    assert tidy(tidy(text)) == tidy(text)


@given(st.text())
def test_a_bare_label_has_no_space_and_stays_as_it_is(text):
    assert bare(bare(text)) == bare(text)
    assert not any(character.isspace() for character in bare(text))
