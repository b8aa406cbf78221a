"""Readers who ask for an address of an old website are led on; of what is not public there is no sign."""

import pytest

from gongkai.publishing.actions import withdraw
from gongkai.release.actions import refresh_item
from gongkai.release.models import PublicOldAddress
from gongkai.website.site import SITES
from tests.publishing.items import NOW, OLD_PATH, brought_draft, brought_over, later
from tests.website.released import make_main

pytestmark = pytest.mark.django_db


def shown(item):
    refresh_item({"item": item.pk}, NOW)
    return item


def test_an_old_address_leads_to_the_item_for_good(cast, client):
    item = shown(brought_over(cast))
    answer = client.get(OLD_PATH)
    assert (answer.status_code, answer["Location"]) == (301, f"/o/{cast.town.code}/items/{item.pk}/")  # fmt: skip
    assert "关于春耕的通知" in client.get(OLD_PATH, follow=True).content.decode()
    assert client.head(OLD_PATH).status_code == 301


def test_on_the_main_site_it_leads_to_the_short_address(cast, client):
    make_main(cast.town)
    item = shown(brought_over(cast))
    assert client.get(OLD_PATH)["Location"] == f"/items/{item.pk}/"


def test_the_page_says_where_it_comes_from_and_the_days_of_the_old_site(cast, client):
    shown(brought_over(cast))
    page = client.get(OLD_PATH, follow=True).content.decode()
    assert "2024-06-03 从旧网站（www.qingshi.gov.cn）迁入本网站" in page
    assert '<meta name="PubDate" content="2019-03-06 00:00">' in page
    assert "<dt>首次发布</dt><dd>2019-03-06</dd>" in page


def test_what_is_not_public_answers_like_what_is_not_there(cast, client):
    shown(brought_draft(cast))
    there, nowhere = client.get(OLD_PATH), client.get("/zwgk/tzgg/nothing.html")
    assert (there.status_code, nowhere.status_code) == (404, 404)
    assert there.content.replace(b"t20190306_12", b"nothing") == nowhere.content


def test_a_withdrawn_item_leads_to_its_note(cast, client):
    item = shown(brought_over(cast))
    shown(withdraw(item=item, reason="错", public_note="写错了金额", by=cast.signer, now=later(4)))
    answer = client.get(OLD_PATH, follow=True)
    assert answer.status_code == 410
    assert "写错了金额" in answer.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_only_reading_is_led_on(cast, client, method):
    shown(brought_over(cast))
    assert getattr(client, method)(OLD_PATH).status_code in {403, 404, 405}


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        ("/通知/一.html", "/%E9%80%9A%E7%9F%A5/%E4%B8%80.html"),
        ("/通知/一.html", "/%CD%A8%D6%AA/%D2%BB.html"),
        ("/show.asp?id=12&cid=3", "/show.asp?id=12&cid=3"),
        ("/a.html", "/a.html?from=wx"),
        ("/a/b.html", "/a//b.html"),
    ],
)
def test_the_same_address_written_otherwise_is_found(cast, client, kept, asked):
    shown(brought_over(cast, path=kept))
    assert client.get(asked).status_code == 301


@pytest.mark.parametrize("asked", ["/show.asp?id=13", "/show.asp", "/show", "/SHOW.ASP?id=12"])
def test_another_address_is_not(cast, client, asked):
    shown(brought_over(cast, path="/show.asp?id=12"))
    assert client.get(asked).status_code == 404


def elsewhere(agency, host, number):
    PublicOldAddress.objects.create(
        agency=agency, item_id=number, host=host, path="/a.html", leads_to=f"items/{number}/"
    )


def test_two_old_sites_are_told_apart_by_host_then_by_the_main_site(cast, client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    elsewhere(cast.town, "a.gov.cn", 1)
    elsewhere(cast.other_town, "b.gov.cn", 2)
    assert client.get("/a.html", headers={"host": "b.gov.cn"})["Location"].endswith("/items/2/")
    assert client.get("/a.html", headers={"host": "www.gov.cn"}).status_code == 404
    make_main(cast.town)
    SITES.clear()
    assert client.get("/a.html", headers={"host": "www.gov.cn"})["Location"] == "/items/1/"


def test_an_organ_without_a_site_leads_nowhere(cast, client):
    elsewhere(cast.town, "a.gov.cn", 1)
    cast.town.has_site = False
    cast.town.save()
    assert client.get("/a.html").status_code == 404


def test_addresses_of_this_site_stay_its_own(cast, client):
    item = shown(brought_over(cast, path="/guide/"))
    make_main(cast.county)
    assert client.get("/guide/").status_code == 200
    assert client.get(f"/items/{item.pk + 1}/").status_code == 404
