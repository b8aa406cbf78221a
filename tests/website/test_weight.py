"""The first view of a page on a phone: 60 kB at most without pictures, and nothing to wait for before it is shown."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from lxml import html

from tests.website.released import NOW, release, release_report

MOST = 60_000
ITEM = 4_812
PAGES = (
    "/",
    "/content/",
    "/content/2025-01/",
    f"/items/{ITEM}/",
    "/reports/2024/",
    "/guide/",
    "/live/",
)


@pytest.fixture
def full(town):
    """A site whose pages are as long as they get."""
    paragraph = (
        "<p>为规范城乡居民最低生活保障工作，根据有关规定，结合本镇实际，现将有关事项通知如下。</p>"
    )
    for number in range(100):
        title = f"关于做好二〇二五年第{number}批耕地地力保护补贴和农机购置补贴有关事项的通知"
        release(town, title=title, document_number=f"青政发〔2025〕{number}号", validity="valid")
    for month in range(1, 13):
        release(town, published_at=NOW.replace(year=2024, month=month))
    release(town, number=ITEM, body=paragraph * 100)
    release_report(town, 2024, requests={"received": 12, "concluded": 12, "granted": 12})


def packed(content):
    """Bytes on the wire."""
    return len(gzip.compress(content, 6))


def linked(page):
    """The style sheets and scripts that a page asks for."""
    found = page.xpath("//link[@rel='stylesheet']/@href | //script/@src")
    return [finders.find(each.removeprefix("/static/")) for each in found]


@pytest.mark.parametrize("address", PAGES)
def test_the_first_view_of_a_page_is_light(client, full, address):
    answer = client.get(address)
    assert answer.status_code == 200
    parts = [packed(Path(each).read_bytes()) for each in linked(html.fromstring(answer.content))]
    assert parts
    assert packed(answer.content) + sum(parts) <= MOST


@pytest.mark.parametrize("address", PAGES)
def test_no_script_keeps_a_page_from_being_shown(client, full, address):
    scripts = html.fromstring(client.get(address).content).xpath("//script[@src]")
    assert all(each.get("defer") is not None or each.get("type") == "module" for each in scripts)


@pytest.mark.parametrize("address", [*PAGES, "/not-found/", "/maintenance/", "/catalogue/", "/apply/", "/sitemap/"])  # fmt: skip
def test_a_page_says_nothing_of_what_stands_behind_the_question_mark(client, full, address):
    plain = client.get(address).content
    assert client.get(f"{address}?q=abcdef&page=3&x=%22%3E").content == plain
