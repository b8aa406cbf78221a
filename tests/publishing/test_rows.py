"""Rows of a form that buttons rearrange."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gongkai.publishing.forms import QuestionsForm
from gongkai.publishing.forms.rows import rearranged

ROWS = [{"q": "一"}, {"q": "二"}, {"q": "三"}]


@pytest.mark.parametrize(
    ("act", "order", "at"),
    [("up-3", "一三二", 2), ("down-1", "二一三", 2), ("remove-2", "一三", 2), ("remove-3", "一二", 2), ("up-1", "一二三", 1),
     ("down-3", "一二三", 3), ("up-9", "一二三", 1), ("up-x", "一二三", 1), ("other-2", "一二三", 2)],
)  # fmt: skip
def test_a_button_moves_or_removes_its_row(act, order, at):
    rows, place = rearranged(ROWS, act)
    assert ("".join(row["q"] for row in rows), place) == (order, at)


def test_a_row_is_added_at_the_end():
    assert rearranged(ROWS, "add") == ([*ROWS, {}], 4)


@given(some.lists(some.integers(), max_size=5), some.text("updownremove-0123456789", max_size=12))
def test_no_button_loses_or_doubles_another_row(numbers, act):
    rows = [{"n": number} for number in numbers]
    done, at = rearranged(rows, act)
    left = [row["n"] for row in done if row]
    assert sorted(left) == sorted(numbers) or len(left) == len(numbers) - 1
    assert at >= 1


def test_a_form_says_nothing_of_rows_that_were_not_sent():
    form = QuestionsForm({"rows": "999999999", "seen_version": "1"}, seen_version=0)
    assert form.count == 0
    many = QuestionsForm({"rows": "99999", "seen_version": "1"}, seen_version=0)
    assert many.count == 100
