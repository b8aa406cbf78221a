"""Who stands out, by a rule that a few extreme organs cannot bend."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.annual_reports.comparing.standing_out import in_words, sides, spread

USUAL = [10.0, 12.0, 9.0, 11.0, 13.0, 10.0, 8.0, 12.0]


def test_one_far_from_the_others_stands_out_however_extreme():
    for far in (300.0, 1e9):
        assert sides([*USUAL, far], by_times=True) == [""] * 8 + ["high"]
    assert sides([*USUAL, 0.0], by_times=True)[-1] == "low"


def test_several_extreme_ones_do_not_hide_one_another():
    assert sides([*USUAL, 300.0, 400.0, 500.0], by_times=True)[-3:] == ["high"] * 3


def test_among_fewer_than_eight_nobody_stands_out():
    assert sides([*USUAL[:6], 300.0], by_times=True) == [""] * 7
    assert "不足 8 个" in in_words(7, by_times=True)


def test_where_most_are_equal_nobody_stands_out():
    assert sides([0.0] * 8 + [500.0], by_times=True) == [""] * 9


def test_counts_are_compared_by_times_and_shares_by_steps():
    doubling = [2.0**power for power in range(12)]
    assert set(sides(doubling, by_times=True)) == {""}
    assert "high" in sides(doubling, by_times=False)


@pytest.mark.parametrize(
    ("numbers", "found"),
    [([], None), ([4.0], (4, 4, 4)), ([1.0, 2.0, 3.0, 4.0], (2.5, 1.75, 3.25))],
)
def test_the_spread_is_the_median_and_the_middle_half(numbers, found):
    got = spread(numbers)
    assert (got and (got.middle, got.lower, got.upper)) == found


@given(st.lists(st.floats(0, 1e6), max_size=40))
def test_the_order_does_not_matter(numbers):
    told = dict(zip(numbers, sides(numbers, by_times=True), strict=True))
    assert sides(sorted(numbers), by_times=True) == [told[number] for number in sorted(numbers)]
