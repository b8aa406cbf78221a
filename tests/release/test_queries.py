"""Reads of the public copies."""

import pytest

from gongkai.common.outbox import deliver_due
from gongkai.release import queries
from tests.publishing.items import later, published


@pytest.fixture
def two(cast):
    """A guide and a rule, both public."""
    made = (
        published(cast, title="公开指南", body="<p>副市长分管　申请到一楼大厅</p>"),
        published(cast, title="信政〔2024〕3号", body="<p>乡村振兴</p><p>工作制度</p>"),
    )
    deliver_due(later(24))
    return made


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("市长", [0]),
        ("信政20243号", [1]),
        ("大厅 副市长", [0]),
        ("大厅 乡村", []),
        ("振兴工作", []),
        ("%", []),
        ("", []),
        ("〔〕", []),
    ],
)
def test_every_word_must_stand_in_the_text(two, words, found):
    assert [hit.item_id for hit in queries.search(words)] == [two[n].pk for n in found]


def test_search_in_another_organ_finds_nothing(two, cast):
    assert not queries.search("大厅", cast.county)
    assert queries.search("大厅", cast.town)


def test_lists_are_one_query_however_long(two, cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert [each.agency.name for each in queries.documents()] == ["青石镇人民政府"] * 2
    with django_assert_num_queries(1):
        assert len(queries.newest(cast.town, 10)) == 2


def test_a_column_lists_its_own(two, cast):
    assert queries.in_column(cast.town, "guide").count() == 2
    assert not queries.in_column(cast.town, "systems")
    assert not queries.reports(cast.town)
    assert queries.report_of(cast.town, 2023) is None
