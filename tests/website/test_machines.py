"""Lists of addresses and the tags in the head are what programs expect."""

import pytest
from lxml import html

from tests.website.released import release, release_report


def tags(response):
    """The meta tags of the page by name."""
    page = html.fromstring(response.content)
    return {tag.get("name"): tag.get("content") for tag in page.xpath("//meta[@name]")}


def test_crawlers_are_told_where_the_lists_of_every_organ_are(client, cast, town):
    said = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in said
    assert f"Sitemap: http://testserver/o/{cast.other_town.code}/sitemap.xml" in said


def test_crawlers_are_told_where_the_list_is_before_any_organ(client, db):
    said = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in said
    assert "Disallow: /desk/" in said


def test_the_home_page_carries_the_tags_of_the_site(client, town):
    found = tags(client.get("/"))
    assert found["SiteName"] == "青石镇人民政府"
    assert found["SiteDomain"] == "www.qingshi.gov.cn"
    assert found["SiteIDCode"] == "3200010001"
    assert "ColumnName" not in found


def test_a_column_carries_its_own_tags(client, town):
    found = tags(client.get("/systems/"))
    assert found["ColumnName"] == "政府信息公开制度"
    assert "ArticleTitle" not in found


@pytest.mark.parametrize("make", [release, release_report])
def test_an_article_carries_title_time_and_source(client, town, make):
    document = make(town)
    found = tags(client.get(f"/{document.path}"))
    assert found["ArticleTitle"] == document.title
    assert found["PubDate"] == "2025-01-20 09:30"
    assert found["ContentSource"] == "青石镇人民政府"
    assert found["Url"] == f"http://testserver/{document.path}"
