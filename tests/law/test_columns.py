"""The four columns that every organ's pages have."""

from datetime import date

import pytest

from gongkai.law.columns import COLUMNS, column, columns_on


def test_the_four_columns_stand_in_their_order():
    assert [row.key for row in COLUMNS] == ["guide", "systems", "content", "reports"]


def test_the_columns_hold_from_the_day_of_the_notice():
    assert columns_on(date(2019, 12, 30)) == ()
    assert columns_on(date(2019, 12, 31)) == COLUMNS
    assert columns_on(date(2020, 1, 1)) == COLUMNS


def test_what_could_not_be_read_says_so():
    assert all(row.doubt for row in COLUMNS)


def test_a_column_is_known_by_its_key():
    assert column("guide").title == "政府信息公开指南"
    with pytest.raises(KeyError):
        column("news")
