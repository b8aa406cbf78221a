"""Promises: sentences that look like one are proposed, numbers tell what they can, the answer is one sentence."""

import pytest

from gongkai.annual_reports.editing.promising import answer, promising, shown, totals
from gongkai.law.annual_report.fields import BY_NAME, Numbers
from tests.annual_reports.promising import PROBLEMS


def test_sentences_that_look_ahead_are_proposed_and_headings_and_problems_are_not():
    assert list(promising(PROBLEMS)) == [
        "下一步，继续丰富解读形式，公开解读不少于 10 条",
        "将规范办理流程，不再发生逾期答复",
    ]


def test_nothing_is_proposed_of_nothing():
    assert list(promising("")) == []
    assert len(next(promising("下一步" + "改" * 500))) == 300


@pytest.mark.parametrize(
    ("direction", "target", "before", "now", "reached"),
    [
        ("less", None, 3, 2, True),
        ("less", None, 3, 3, False),
        ("less", 0, 3, 0, True),
        ("less", 0, 3, 1, False),
        ("more", None, 3, 4, True),
        ("more", None, 3, 3, False),
        ("more", 10, 3, 10, True),
        ("more", 10, 30, 9, False),
        ("more", 10, None, 10, True),
        ("less", None, None, 2, None),
        ("less", 0, 3, None, None),
        ("", None, 3, 2, None),
    ],
)
def test_numbers_tell_whether_it_was_kept(direction, target, before, now, reached):
    last_year, this_year = (Numbers({}, {"逾期答复": number}) for number in (before, now))
    seen = shown("逾期答复", direction, target, last_year, this_year)
    assert (seen.last_year, seen.this_year, seen.reached) == (before, now, reached)


def test_without_a_number_nothing_is_told():
    assert shown("", "", None, Numbers({}, {}), Numbers({}, {})).reached is None


def test_the_answer_says_last_years_number_and_names_this_years():
    said = answer("不再逾期", "逾期答复", 3, "已经做到", "增加了提醒。")
    assert (
        said == "上年提出“不再逾期”，已经做到，逾期答复由上年的3变为本年的{逾期答复}，增加了提醒。"
    )
    assert answer("多培训", "", None, "", "") == "上年提出“多培训”，【请补写：是否做到】。"


def test_a_promise_is_measured_by_totals_of_the_form():
    assert {name for name, _ in totals()} <= set(BY_NAME)
    assert ("新收", "新收（表三）") in totals()
