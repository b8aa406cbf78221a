"""Days and sums in Chinese figures, checked by hand and read back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.letters.figures import amount_in_capitals, date_in_figures
from gongkai.paperwork.official_document.days import day_of

DIGITS = {sign: number for number, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
PLACES = {"拾": 10, "佰": 100, "仟": 1000}


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 11, 2), "二〇二六年十一月二日"),
        (date(2024, 1, 1), "二〇二四年一月一日"),
        (date(2020, 10, 10), "二〇二〇年十月十日"),
        (date(2030, 12, 20), "二〇三〇年十二月二十日"),
        (date(2025, 5, 31), "二〇二五年五月三十一日"),
        (date(2019, 2, 19), "二〇一九年二月十九日"),
    ],
)
def test_days_are_written_as_above_a_seal(day, written):
    assert date_in_figures(day) == written


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_a_day_is_read_back(day):
    assert day_of(date_in_figures(day)) == day


@pytest.mark.parametrize(
    ("yuan", "written"),
    [
        (0, "零元整"),
        (1, "壹元整"),
        (10, "壹拾元整"),
        (100, "壹佰元整"),
        (1_020, "壹仟零贰拾元整"),
        (2_200, "贰仟贰佰元整"),
        (10_000, "壹万元整"),
        (10_010, "壹万零壹拾元整"),
        (14_700, "壹万肆仟柒佰元整"),
        (100_000_001, "壹亿零壹元整"),
        (100_050_000, "壹亿零伍万元整"),
        (120_003_400, "壹亿贰仟万叁仟肆佰元整"),
    ],
)
def test_sums_are_written_as_on_a_bill(yuan, written):
    assert amount_in_capitals(yuan) == written


def value_of(capitals: str) -> int:
    """The number that capitals say, counted place by place."""
    total = group = digit = 0
    for sign in capitals.removesuffix("元整"):
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign in PLACES:
            group, digit = group + digit * PLACES[sign], 0
        else:
            total, group, digit = total + (group + digit) * {"万": 10**4, "亿": 10**8}[sign], 0, 0
    return total + group + digit


@given(st.integers(0, 10**12 - 1))
def test_a_sum_is_read_back(yuan):
    written = amount_in_capitals(yuan)
    assert value_of(written) == yuan
    assert "零零" not in written


@pytest.mark.parametrize("yuan", [-1, 10**12])
def test_a_sum_out_of_reach_is_refused(yuan):
    with pytest.raises(ValueError, match="金额"):
        amount_in_capitals(yuan)
