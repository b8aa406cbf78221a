"""Nothing that is not public comes out of search, feeds, lists of addresses or suggestions, whatever state it is in."""

from datetime import timedelta

import pytest
from django.conf import settings

from gongkai.common.clock import law_month
from gongkai.common.outbox import deliver_due
from gongkai.publishing.actions import publish, revise, save_draft, submit, withdraw
from gongkai.publishing.actions.texts import Text
from gongkai.release.actions import refresh_item
from gongkai.release.search import rebuild
from gongkai.release.search.engines import engine
from gongkai.release.search.question import Question
from gongkai.website.kept import SHELF
from tests.publishing.items import NOW, later, passed, published
from tests.release.search.written import words
from tests.release.test_actions import SECRET, SECRETS
from tests.website.released import make_main

MONTH = f"/sitemap-{law_month(NOW)}.xml"
MACHINES = ("/feed.xml", "/reports/feed.xml", "/sitemap.xml", MONTH, "/sitemap/", "/", "/content/")
PARTS = [SECRET[at : at + 2] for at in range(len(SECRET) - 1)]


@pytest.fixture
def site(cast, client):
    make_main(cast.town)
    return client


def turns(now=None):
    now = now or later(24)
    while deliver_due(now):
        now += timedelta(seconds=9)


def shown(site, word):
    """The list of what is found, drawn anew; the words that were typed stand outside it."""
    SHELF.clear()
    page = site.get(f"/search?q={word}").content.decode()
    return page.partition('<ul class="list">')[2].partition("</ul>")[0]


@pytest.mark.parametrize("state", SECRETS)
def test_no_state_but_published_lets_a_text_out(cast, site, state):
    SECRETS[state](cast)
    turns()
    rebuild(later(25))
    assert not engine().find(Question(words(SECRET))).total
    for word in ("公开指南", *PARTS):
        assert SECRET not in shown(site, word)
    for address in MACHINES:
        assert SECRET not in site.get(address).content.decode()


@pytest.mark.parametrize("indexed", [True, False])
def test_what_is_withdrawn_is_gone_before_the_index_knows(cast, site, indexed):
    item = published(cast, title="低保标准", body=f"<p>{SECRET}</p>")
    turns()
    if not indexed:
        (settings.HOME / "search" / "current").unlink()
    assert SECRET in shown(site, "低保").replace("<mark>", "").replace("</mark>", "")
    withdraw(item=item, reason="差错", public_note="更正后再发", by=cast.signer, now=later(30))
    refresh_item({"item": item.pk}, later(31))
    assert shown(site, "低保") == ""
    for address in MACHINES:
        assert f"items/{item.pk}/" not in site.get(address).content.decode()


def test_a_title_that_was_withdrawn_is_not_suggested(cast, site):
    item = published(cast, title="低保标准")
    turns()
    assert ">低保标准</a>" in site.get("/search?q=低宝标准").content.decode()
    withdraw(item=item, reason="差错", public_note="更正后再发", by=cast.signer, now=later(30))
    refresh_item({"item": item.pk}, later(31))
    SHELF.clear()
    assert ">低保标准</a>" not in site.get("/search?q=低宝标准").content.decode()


def test_words_that_a_new_version_masks_are_found_no_more(cast, site):
    item = published(cast, title="低保名单", body=f"<p>张三{SECRET}</p>")
    turns()
    item = revise(item=item, by=cast.clerk, now=later(30))
    text = Text("低保名单", "<p>张某某</p>")
    item = save_draft(item=item, seen_version=item.version, text=text, by=cast.clerk, now=later(31))
    item = passed(submit(item=item, by=cast.clerk, now=NOW), by=cast.reviewer, now=NOW)
    publish(item=item, by=cast.signer, now=later(32))
    turns(later(48))
    assert not engine().find(Question(words(SECRET))).total
    assert "张某某" in shown(site, "低保")
    assert SECRET not in shown(site, "低保")


def test_a_passage_is_text_and_never_mark_up(cast, site):
    published(
        cast, title="低保<b>标准</b>", body="<p>低保&lt;script&gt;alert(1)&lt;/script&gt;</p>"
    )
    turns()
    page = site.get("/search?q=低保").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<b>" not in page
