"""The fifteen kinds of official document, and what is none."""

from datetime import date

import pytest

from gongkai.law.genres import GENRES, genre, genres_on


def test_the_official_kinds_are_the_fifteen_of_article_8_in_their_order():
    official = [row for row in GENRES if row.official]
    assert [row.cite.item for row in official] == list(range(1, 16))
    assert (official[0].label, official[14].label) == ("决议", "纪要")


def test_the_official_kinds_hold_from_the_first_of_july_2012():
    assert genres_on(date(2012, 6, 30)) == ()
    assert [row.official for row in genres_on(date(2012, 7, 1))] == [True] * 15
    assert len(genres_on(date(2012, 7, 2))) == 15
    assert genres_on(date(2019, 5, 15)) == GENRES


def test_what_is_no_official_document_says_where_its_name_comes_from():
    assert all(row.doubt for row in GENRES if not row.official)


def test_a_genre_is_known_by_its_key():
    assert genre("notice").label == "通知"
    with pytest.raises(KeyError):
        genre("poem")
