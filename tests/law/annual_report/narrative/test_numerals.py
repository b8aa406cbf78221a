"""Numbers as reports write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.annual_report.narrative.numerals import read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("26", 26), ("1,234", 1234), ("12,345,678", 12345678), ("0", 0), ("零", 0), ("〇", 0), ("三", 3), ("两", 2),
        ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("一百零五", 105), ("一百一十", 110), ("三千二百", 3200),
        ("2.3万", 23000), ("两万", 20000), ("0.75亿", 75_000_000), ("4.043", Decimal("4.043")),
    ],
)  # fmt: skip
def test_numbers_are_read(text, value):
    assert read_number(text).value == value


@pytest.mark.parametrize("text", ["一二", "百", "十百", "二二十", "千十千"])
def test_what_is_no_numeral_is_not_read(text):
    assert read_number(text) is None


@given(st.integers(0, 10**9))
def test_digits_are_read_with_and_without_thousands(number):
    assert read_number(str(number)).value == read_number(f"{number:,}").value == number


@pytest.mark.parametrize(
    ("figure", "agrees"), [(22_499, False), (22_500, True), (23_499, True), (23_501, False)]
)
def test_a_rounded_number_agrees_with_what_rounds_to_it(figure, agrees):
    assert read_number("2.3万").agrees_with(figure) is agrees


@pytest.mark.parametrize(("figure", "agrees"), [(25, False), (26, True), (27, False)])
def test_a_whole_number_agrees_with_itself_alone(figure, agrees):
    assert read_number("26").agrees_with(figure) is agrees


def test_a_number_is_shown_whole_where_it_is_whole():
    assert read_number("26").side == 26
    assert isinstance(read_number("26").side, int)
    assert read_number("4.5").side == Decimal("4.5")
