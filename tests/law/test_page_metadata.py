"""The tags of a page are those of its level, in order, and a mistaken value does not get lost."""

from datetime import date, timedelta

import pytest

from gongkai.law.page_metadata import METADATA_TAGS, rendered, tags_of

FIRST_DAY = date(2017, 5, 15)
TODAY = date(2026, 1, 1)


def names(level, on=TODAY):
    return [tag.name for tag in tags_of(level, on)]


def test_a_home_page_carries_the_tags_of_the_site():
    assert names("site") == ["SiteName", "SiteDomain", "SiteIDCode"]


def test_a_column_adds_its_own_four():
    assert names("column") == [
        *names("site"),
        "ColumnName",
        "ColumnDescription",
        "ColumnKeywords",
        "ColumnType",
    ]


def test_an_article_carries_every_tag():
    assert names("article") == [tag.name for tag in METADATA_TAGS]


def test_required_tags_stand_even_without_a_value_and_optional_ones_do_not():
    found = dict(rendered("article", {"ArticleTitle": "年度报告", "Image": ""}, TODAY))
    assert found["SiteIDCode"] == ""
    assert found["ArticleTitle"] == "年度报告"
    assert "Image" not in found


def test_a_value_stands_on_one_line():
    assert dict(rendered("site", {"SiteName": "青石镇\n  人民政府"}, TODAY))["SiteName"] == (
        "青石镇 人民政府"
    )


@pytest.mark.parametrize("name", ["ArticleTitle", "articletitle", "Title"])
def test_a_value_without_a_tag_of_that_level_is_refused(name):
    with pytest.raises(KeyError, match="no tag of this level"):
        rendered("column", {name: "题"}, TODAY)


def test_the_tags_apply_from_the_first_day_of_their_instrument():
    assert names("site", FIRST_DAY)
    assert not names("site", FIRST_DAY - timedelta(days=1))


def test_tags_recalled_from_memory_say_so():
    assert all("凭记忆" in tag.doubt for tag in METADATA_TAGS)
