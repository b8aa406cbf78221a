"""Rows apply from their first day to their last, both included."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.in_force import InForce, NoRuleInForce, row_in_force, rows_in_force

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Rule:
    name: str
    in_force: InForce


OLD = Rule("old", InForce(date(2019, 5, 15), date(2021, 9, 25)))
NEW = Rule("new", InForce(date(2021, 9, 26)))


@pytest.mark.parametrize(
    ("day", "covered"),
    [
        (date(2019, 5, 14), False), (date(2019, 5, 15), True), (date(2019, 5, 16), True),
        (date(2021, 9, 24), True), (date(2021, 9, 25), True), (date(2021, 9, 26), False),
    ],
)  # fmt: skip
def test_first_and_last_day_are_included(day, covered):
    assert OLD.in_force.covers(day) is covered


@given(st.dates(min_value=date(2021, 9, 26)))
def test_a_row_without_an_end_stays_in_force(day):
    assert NEW.in_force.covers(day)


@pytest.mark.parametrize(("day", "name"), [(date(2021, 9, 25), "old"), (date(2021, 9, 26), "new")])
def test_the_law_of_the_day_is_found(day, name):
    assert row_in_force((OLD, NEW), day).name == name


def test_a_day_without_a_rule_is_said_with_its_date():
    with pytest.raises(NoRuleInForce, match="2019-05-14"):
        row_in_force((OLD, NEW), OLD.in_force.since - DAY)


def test_all_rows_of_a_day_come_in_their_order():
    twin = Rule("twin", NEW.in_force)
    assert rows_in_force((OLD, NEW, twin), date(2022, 1, 1)) == (NEW, twin)
    assert rows_in_force((OLD, NEW, twin), date(2000, 1, 1)) == ()
