"""The choices of the standard catalogue's columns."""

import pytest

from gongkai.law.catalogue.standard import CHOICES, choice_label, choices_of


def test_each_choice_is_there_once_and_says_that_no_national_list_was_seen():
    assert len({(row.column, row.key) for row in CHOICES}) == len(CHOICES)
    assert all(row.doubt for row in CHOICES)


@pytest.mark.parametrize(
    ("column", "number"), [("channel", 12), ("audience", 2), ("way", 2), ("level", 2)]
)
def test_each_column_has_its_choices(column, number):
    assert len(choices_of(column)) == number


def test_a_choice_is_known_by_column_and_key():
    assert choice_label("audience", "whole_society") == "全社会"
    with pytest.raises(KeyError):
        choice_label("audience", "county_level")
