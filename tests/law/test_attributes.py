"""What is decided at the source: published, on request, withheld, and on which ground."""

from datetime import date

import pytest

from gongkai.law.attributes import ATTRIBUTES, GROUNDS, attribute, ground, grounds_of

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("key", "line"),
    [("proactive", "此件公开发布"), ("on_request", "此件依申请公开"), ("withheld", "此件不公开")],
)
def test_the_line_is_printed_as_officials_know_it(key, line):
    assert attribute(key).line == line


def test_only_what_is_published_needs_no_ground():
    assert [row.key for row in ATTRIBUTES if not row.grounds] == ["proactive"]
    for row in ATTRIBUTES:
        assert bool(grounds_of(row.key, TODAY)) == row.grounds


@pytest.mark.parametrize(
    ("key", "article", "bound"),
    [
        ("state_secret", 14, "must"),
        ("third_party_rights", 15, "must"),
        ("internal_affairs", 16, "may"),
        ("process_information", 16, "may"),
    ],
)
def test_a_ground_is_bound_as_its_article_says(key, article, bound):
    assert (ground(key).cite.article, ground(key).bound) == (article, bound)


def test_the_grounds_hold_from_the_day_of_the_regulations():
    assert grounds_of("withheld", date(2019, 5, 14)) == ()
    assert len(grounds_of("withheld", date(2019, 5, 15))) == len(GROUNDS) - 1
    assert len(grounds_of("withheld", date(2019, 5, 16))) == len(GROUNDS) - 1
