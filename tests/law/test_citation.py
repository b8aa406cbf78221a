"""Citations print as statutes do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.citation import Cite, chinese_numeral

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}


def value_of(numeral: str) -> int:
    """Read a Chinese numeral below a thousand, by a way that shares nothing with the writer."""
    total = current = 0
    for sign in numeral:
        if sign in DIGITS:
            current = DIGITS[sign]
        else:
            total += (current or 1) * {"十": 10, "百": 100}[sign]
            current = 0
    return total + current


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (19, "十九"), (20, "二十"), (21, "二十一"), (33, "三十三"),
        (99, "九十九"), (100, "一百"), (101, "一百零一"), (105, "一百零五"), (110, "一百一十"), (111, "一百一十一"),
        (120, "一百二十"), (200, "二百"), (999, "九百九十九"),
    ],
)  # fmt: skip
def test_numerals_are_spelled_as_in_a_statute(number, numeral):
    assert chinese_numeral(number) == numeral


@given(st.integers(1, 999))
def test_every_numeral_can_be_read_back(number):
    assert value_of(chinese_numeral(number)) == number


@pytest.mark.parametrize("number", [-1, 0, 1000])
def test_a_number_no_article_bears_is_refused(number):
    with pytest.raises(ValueError, match="1 至 999"):
        chinese_numeral(number)


@pytest.mark.parametrize(
    ("cite", "text"),
    [
        (Cite("条例"), "《条例》"),
        (Cite("条例", 33), "《条例》第三十三条"),
        (Cite("条例", 33, 2), "《条例》第三十三条第二款"),
        (Cite("条例", 36, None, 4), "《条例》第三十六条第（四）项"),
        (Cite("条例", 50, 1, 2), "《条例》第五十条第一款第（二）项"),
        (Cite("年报格式", part="表三（五）5"), "《年报格式》表三（五）5"),
    ],
)
def test_a_place_prints_article_paragraph_item_and_part(cite, text):
    assert str(cite) == text


def test_the_place_alone_leaves_the_instrument_out():
    assert Cite("条例", 33, 2).place == "第三十三条第二款"
