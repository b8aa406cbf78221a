"""Columns show the newest, and each month has pages of its own that grow at their newest end alone."""

from datetime import UTC, datetime, timedelta

import pytest
from lxml import html

from gongkai.website.kept import SHELF
from gongkai.website.months import MOST, Month, address_of
from tests.website.page_samples import shown_column
from tests.website.released import NOW, release

LAST_OF_MONTH = datetime(2025, 1, 31, 15, 59, 59, tzinfo=UTC)
"""The last second of January in China."""


def links(response, part="//main"):
    """The addresses of a part of the page."""
    return html.fromstring(response.content.decode()).xpath(f"{part}//a/@href")


def months(response):
    """What the list of months says, in one line a month."""
    found = html.fromstring(response.content.decode()).xpath("//*[@class='months']//li")
    return ["".join(each.text_content().split()) for each in found]


def several(town, number, kind="content", at=NOW):
    """Documents, each a minute after the one before."""
    return [
        release(town, kind, title=f"第{n + 1}条", published_at=at + timedelta(minutes=n))
        for n in range(number)
    ]


def test_a_column_shows_the_newest_twenty_and_leads_to_the_months(client, town):
    several(town, 19)
    several(town, 3, at=NOW.replace(year=2023))
    page = client.get("/content/")
    assert sum(to.startswith("/items/") for to in links(page)) == 20
    assert months(page) == ["2025年1月（19）", "2023年1月（3）"]
    assert "/content/2023-01/" in links(page)


def test_a_column_that_is_shown_whole_needs_no_months(client, town):
    several(town, 20, "systems")
    assert months(client.get("/systems/")) == []
    assert client.get("/systems/2025-01/").status_code == 200


@pytest.mark.parametrize(
    ("seconds", "month"), [(0, "2025-01"), (1, "2025-02"), (-86_400, "2025-01")]
)
def test_a_month_is_one_of_law_days(client, town, seconds, month):
    release(town, title="在界上", published_at=LAST_OF_MONTH + timedelta(seconds=seconds))
    assert "在界上" in client.get(f"/content/{month}/").content.decode()


@pytest.mark.parametrize(
    "address",
    ["2025-02/", "2025-01/2/", "2025-01/0/", "2025-01/1000000000000/", "2025-13/", "2025-1/", "0000-00/"],
)  # fmt: skip
def test_a_month_without_documents_is_not_there(client, town, address):
    release(town)
    assert client.get(f"/content/{address}").status_code == 404


def test_a_long_month_is_numbered_from_its_oldest_document(client, town):
    made = several(town, MOST + 1)
    first, second = client.get("/content/2025-01/"), client.get("/content/2025-01/2/")
    shown = [to for to in links(first) if to.startswith("/items/")]
    assert shown == [f"/{each.path}" for each in made[MOST - 1 :: -1]]
    assert f"/{made[MOST].path}" in links(second)
    assert "/content/2025-01/2/" in links(first)
    assert "/content/2025-01/" in links(second)
    assert "/content/2025-01/2/" in links(client.get("/content/"))


def test_one_more_document_changes_the_newest_page_alone(client, town):
    several(town, MOST + 1)
    before = client.get("/content/2025-01/").content
    release(town, published_at=LAST_OF_MONTH)
    SHELF.clear()
    assert client.get("/content/2025-01/").content == before


def test_months_lead_to_their_neighbours(client, town):
    for month in (1, 3, 8):
        release(town, published_at=NOW.replace(month=month))
    page = links(client.get("/content/2025-03/"))
    assert "/content/2025-08/" in page
    assert "/content/2025-01/" in page
    assert "/content/" in page


def test_a_column_of_the_organ_has_its_months_with_those_of_columns_below(client, town):
    shown_column(town)
    above, below = (client.get(f"/columns/own-{n}/2025-01/") for n in (1, 2))
    assert sum(to.startswith("/items/") for to in links(above)) == 2
    assert sum(to.startswith("/items/") for to in links(below)) == 1
    crumbs = links(below, "//nav[@class='site__crumbs']")
    assert crumbs == ["/", "/content/", "/columns/own-1/", "/columns/own-2/"]
    assert client.get("/columns/nowhere/2025-01/").status_code == 404


@pytest.mark.parametrize("page", ["0", "2", "-1", "x", "99999999999999999999", "%00", "1e3"])
def test_an_old_address_of_a_page_shows_the_newest(client, town, page):
    several(town, 21, "systems")
    answer = client.get(f"/systems/?page={page}")
    assert answer.status_code == 200
    assert "第21条" in answer.content.decode()


@pytest.mark.parametrize(("address", "most"), [("/content/", 6), ("/content/2025-01/", 5)])
def test_a_list_takes_few_queries_however_many_months(
    client, town, address, most, django_assert_max_num_queries
):
    for month in range(1, 13):
        several(town, 3, at=NOW.replace(month=month))
    with django_assert_max_num_queries(most):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize(("number", "pages"), [(1, 1), (MOST, 1), (MOST + 1, 2), (2 * MOST, 2)])
def test_a_month_has_a_page_more_for_each_hundred(number, pages):
    month = Month("2025-11", number)
    assert (month.pages, month.title) == (pages, "2025年11月")
    assert month.newest == address_of("2025-11", pages)
