"""Rows found one after another are given their places in the form without ever changing the order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.paperwork.reading.align import align, fill_gaps, likeness, total

scores = st.integers(1, 6).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from([0.0, 0.5, 0.7, 0.9, 1.0]), min_size=width, max_size=width),
        max_size=6,
    )
)


def test_likeness_is_that_of_the_best_spelling():
    assert likeness("重复申请", ["2重复申请", "重复申请"]) == 1.0
    assert likeness("重夏申请", ["重复申请"]) == pytest.approx(0.75)
    assert likeness("", ["重复申请"]) == 0.0
    assert likeness("重复申请", []) == 0.0


def test_equal_labels_find_their_places_by_their_neighbours():
    other = [1.0, 0.0, 1.0]
    assert align([[0.0, 1.0, 0.0], other]) == [1, 2]
    assert align([other, [0.0, 1.0, 0.0]]) == [0, 1]


def test_nothing_is_assigned_below_the_least_likeness():
    assert align([[0.59, 0.0], [0.0, 0.6]]) == [None, 1]


def test_no_rows_have_no_places():
    assert align([]) == []


@given(scores)
def test_places_are_used_once_and_in_order(table):
    assigned = [place for place in align(table) if place is not None]
    assert assigned == sorted(set(assigned))


@given(scores)
def test_no_single_change_makes_an_assignment_better(table):
    assigned = align(table)
    for row, scored in enumerate(table):
        for place in range(len(scored)):
            other = [*assigned[:row], place, *assigned[row + 1 :]]
            known = [p for p in other if p is not None]
            if scored[place] >= 0.6 and known == sorted(set(known)):
                assert total(table, other) <= total(table, assigned) + 1e-9


def test_rows_without_a_name_fill_a_gap_of_their_number():
    assert fill_gaps([0, None, None, 3], [True] * 4, [frozenset()]) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("assigned", "rows"),
    [
        ([0, None, 3], [True, True, True]),
        ([0, None, None, 2], [True] * 4),
        ([None, 1], [True, True]),
        ([0, None], [True, True]),
        ([0, None, 2], [True, False, True]),
    ],
)
def test_a_gap_of_another_number_or_an_open_end_stays(assigned, rows):
    assert fill_gaps(assigned, rows, [frozenset()]) == assigned


def test_of_two_ways_to_print_a_group_the_one_that_fits_is_taken():
    divided_or_not = [frozenset({1}), frozenset({2, 3, 4})]
    assert fill_gaps([0, None, 5], [True] * 3, divided_or_not) == [0, 1, 5]
    assert fill_gaps([0, None, None, None, 5], [True] * 5, divided_or_not) == [0, 2, 3, 4, 5]
