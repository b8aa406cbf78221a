"""The themes of the catalogue."""

from datetime import date

import pytest

from gongkai.law.themes import THEMES, theme, themes_on


def test_every_theme_is_there_once_and_says_that_it_is_from_memory():
    assert len({row.key for row in THEMES}) == len({row.label for row in THEMES}) == len(THEMES)
    assert all(row.doubt for row in THEMES)


def test_the_themes_hold_from_the_day_of_the_regulations():
    assert themes_on(date(2019, 5, 14)) == ()
    assert themes_on(date(2019, 5, 15)) == THEMES
    assert themes_on(date(2019, 5, 16)) == THEMES


def test_a_theme_is_known_by_its_key():
    assert theme("civil_affairs").label == "民政、扶贫、救灾"
    with pytest.raises(KeyError):
        theme("sport")
