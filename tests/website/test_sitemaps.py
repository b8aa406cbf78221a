"""The lists of addresses lead to every page that is there, each once, and grow at one end alone."""

from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest

from gongkai.website.kept import SHELF
from gongkai.website.views import sitemaps
from tests.website.released import NOW, release, release_report

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HOST = "http://testserver"


def named(client, address):
    """The addresses that a list names, without the host."""
    body = client.get(address).content
    return [loc.text.removeprefix(HOST) for loc in ET.fromstring(body).iter(f"{MAP}loc")]


def all_named(client, root="/"):
    """The addresses in all lists of a site."""
    return [each for part in named(client, f"{root}sitemap.xml") for each in named(client, part)]


def test_the_lists_lead_to_pages_that_are_there(client, town):
    release(town)
    release_report(town)
    found = all_named(client)
    assert "/reports/2024/" in found
    assert len(found) == len(set(found))
    assert all(client.get(each).status_code == 200 for each in found)


def test_each_month_has_a_list_of_its_own(client, town):
    for month in (1, 3):
        release(town, published_at=NOW.replace(month=month))
    found = named(client, "/sitemap.xml")
    assert found == ["/sitemap-places.xml", "/sitemap-2025-03.xml", "/sitemap-2025-01.xml"]


def test_an_organ_below_has_lists_of_its_own(client, town, cast):
    document = release(cast.other_town)
    root = f"/o/{cast.other_town.code}/"
    assert root + document.path in all_named(client, root)
    assert root + document.path not in all_named(client)
    assert root in named(client, "/sitemap-places.xml")


def test_a_long_month_stands_in_parts_from_the_oldest_on(client, town, monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST_ADDRESSES", 2)
    made = [release(town, published_at=NOW + timedelta(minutes=n)) for n in range(3)]
    assert named(client, "/sitemap-2025-01.xml") == [f"/{each.path}" for each in made[:2]]
    assert named(client, "/sitemap-2025-01-2.xml") == [f"/{made[2].path}"]
    assert len(all_named(client)) == len(sitemaps.PLACES) + len(all_organs(client)) + 3


def all_organs(client):
    """The sites of other organs."""
    return [each for each in named(client, "/sitemap-places.xml") if each.startswith("/o/")]


@pytest.mark.parametrize("address", ["2025-02", "2025-13", "2025-01-2", "2025-01-0", "2025-01-99999999999"])  # fmt: skip
def test_a_list_of_nothing_is_not_there(client, town, address):
    release(town)
    assert client.get(f"/sitemap-{address}.xml").status_code == 404


def test_one_more_document_leaves_full_lists_as_they_are(client, town, monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST_ADDRESSES", 2)
    for n in range(3):
        release(town, published_at=NOW + timedelta(minutes=n))
    before = client.get("/sitemap-2025-01.xml").content
    release(town, published_at=NOW + timedelta(minutes=5))
    SHELF.clear()
    assert client.get("/sitemap-2025-01.xml").content == before
    assert len(named(client, "/sitemap-2025-01-2.xml")) == 2


def test_the_index_says_when_the_newest_list_grew(client, town):
    release(town)
    body = client.get("/sitemap.xml").content
    assert [each.text for each in ET.fromstring(body).iter(f"{MAP}lastmod")] == [
        "2025-01-20T09:30:00+08:00"
    ]
