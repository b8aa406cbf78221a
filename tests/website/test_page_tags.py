"""The tags that 网站发展指引 asks for stand on every page of the site, and the feed is Atom that any reader takes."""

from datetime import datetime
from xml.etree import ElementTree as ET

import pytest

from gongkai.law.page_metadata import METADATA_TAGS
from tests.website.released import release, release_report
from tests.website.test_feeds import ATOM
from tests.website.test_machines import tags
from tests.website.test_pages import PAGES

COLUMNS = {"guide/", "systems/", "content/", "reports/", "reports/compare/"}
HTML = [page for page in PAGES if not page.endswith(".xml")]


def required(level: str) -> set[str]:
    """The names of the tags that must be there."""
    return {row.name for row in METADATA_TAGS if row.level == level and row.required}


@pytest.mark.parametrize("page", [*HTML, "nothing-here/"])
def test_every_page_carries_the_tags_of_the_site(client, town, page):
    found = tags(client.get(f"/{page}"))
    assert {name for name in required("site") if found.get(name)} == required("site")


@pytest.mark.parametrize("page", sorted(COLUMNS))
def test_every_column_carries_its_tags(client, town, page):
    found = tags(client.get(f"/{page}"))
    assert {name for name in required("column") if found.get(name)} == required("column")


@pytest.mark.parametrize("address", ["/feed.xml", "/reports/feed.xml"])
def test_the_feed_is_atom(client, town, address):
    release(town)
    release_report(town)
    answer = client.get(address)
    feed = ET.fromstring(answer.content)
    entries = feed.findall(f"{ATOM}entry")
    assert feed.tag == f"{ATOM}feed"
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    for one in (feed, *entries):
        assert one.findtext(f"{ATOM}id")
        assert one.findtext(f"{ATOM}title")
        assert datetime.fromisoformat(one.findtext(f"{ATOM}updated")).tzinfo
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries) > 0
