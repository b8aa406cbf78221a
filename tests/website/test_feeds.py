"""Feeds are Atom, say what their page says, and hold only what is public."""

from xml.etree import ElementTree as ET

import pytest
from lxml import html

from gongkai.release.models import PublicColumn
from gongkai.release.search import rebuild
from tests.website.released import NOW, release, release_report

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "http://testserver"


def feed_at(client, address):
    """The feed, parsed."""
    answer = client.get(address)
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(answer.content)


def links(feed):
    """The addresses of the entries, without the host."""
    found = [entry.find(f"{ATOM}link").get("href") for entry in feed.findall(f"{ATOM}entry")]
    return [link.removeprefix(SITE) for link in found]


def listed(client, address):
    """The addresses of the list of a page."""
    page = html.fromstring(client.get(address).content)
    return [link.get("href") for link in page.xpath("//main//ul[@class='list']/li//a")]


@pytest.fixture
def column(town):
    """A column of the town's own, with one below it."""
    own = {"agency": town, "national": "content"}
    PublicColumn.objects.create(key="own-2", title="农机购置", parent_key="own-1", place=1, **own)
    release(town, column_key="own-1", title="耕地补贴")
    release(town, column_key="own-2", title="农机补贴")
    return PublicColumn.objects.create(key="own-1", title="惠民补贴", parent_key="content", **own)


def test_the_newest_are_listed_with_absolute_addresses(client, town):
    document = release(town, title="通知", summary="概述")
    feed = feed_at(client, "/feed.xml")
    entry = feed.find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "通知"
    assert entry.find(f"{ATOM}link").get("href") == f"{SITE}/{document.path}"
    assert entry.find(f"{ATOM}updated").text.startswith("2025-01-20T01:30:00")


def test_the_feed_of_reports_lists_reports_alone(client, town):
    release(town, title="通知")
    release_report(town)
    assert links(feed_at(client, "/reports/feed.xml")) == ["/reports/2024/"]


@pytest.mark.parametrize("key", ["content", "systems"])
def test_a_national_columns_feed_says_what_its_page_says(client, town, key):
    for kind in ("content", "systems", "systems"):
        release(town, kind)
    assert links(feed_at(client, f"/{key}/feed.xml")) == listed(client, f"/{key}/")


def test_the_feed_of_an_own_column_holds_what_stands_below_it_too(client, column):
    assert links(feed_at(client, "/columns/own-1/feed.xml")) == listed(client, "/columns/own-1/")
    assert len(links(feed_at(client, "/columns/own-1/feed.xml"))) == 2
    assert len(links(feed_at(client, "/columns/own-2/feed.xml"))) == 1


def test_a_column_that_is_not_there_has_no_feed(client, town):
    assert client.get("/columns/none/feed.xml").status_code == 404


@pytest.mark.parametrize("built", [True, False])
def test_a_searchs_feed_finds_what_its_page_finds(client, town, cast, built):
    release(town, "systems", title="低保制度", genre="notice")
    release(town, title="低保名单")
    release(cast.county, title="低保标准")
    if built:
        rebuild(NOW)
    for filters in ("", "&column=systems", "&genre=notice", "&organ=all", "&organ=320000"):
        asked = f"q=低保{filters}"
        feed = feed_at(client, f"/search/feed.xml?{asked}")
        assert sorted(links(feed)) == sorted(listed(client, f"/search?{asked}"))
    assert links(feed_at(client, "/search/feed.xml")) == []


def test_a_searchs_feed_has_one_address_however_it_was_asked(client, town):
    feed = feed_at(client, "/search/feed.xml?utm=1&q=低保&page=3&order=newest&column=content")
    own = next(link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self")
    assert own.get("href") == f"{SITE}/search/feed.xml?q=%E4%BD%8E%E4%BF%9D&column=content"


def test_a_feed_holds_no_more_than_the_newest(client, town):
    for number in range(31):
        release(town, title=f"低保{number}")
    assert len(links(feed_at(client, "/content/feed.xml"))) == 30
    assert len(links(feed_at(client, "/search/feed.xml?q=低保"))) == 30


def test_signs_that_xml_cannot_hold_break_no_feed(client, town):
    release(town, title="低保\x01标准", summary="\x0e\ud83d"[:1])
    assert len(links(feed_at(client, "/search/feed.xml?q=%01低保%00"))) == 1
    assert len(links(feed_at(client, "/feed.xml"))) == 1


def test_a_feed_without_entries_is_the_same_whenever_it_is_drawn(client, town):
    said = feed_at(client, "/content/feed.xml").find(f"{ATOM}updated").text
    assert said == "1970-01-01T00:00:00+00:00"


@pytest.mark.parametrize("address", ["/content/", "/columns/own-1/", "/search?q=低保"])
def test_pages_name_their_feed_in_the_head_and_to_people(client, column, address):
    page = html.fromstring(client.get(address).content)
    named = page.xpath("//link[@type='application/atom+xml']/@href")[-1]
    assert named in page.xpath("//main//a/@href")
    assert client.get(named).status_code == 200
