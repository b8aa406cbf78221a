"""The menu of the desk: headings in their order, the entry of the page marked, entries left out that one may not open."""

import pytest
from django.urls import reverse

from gongkai.common import menu
from gongkai.common.menu import MenuEntry, menu_groups, offer_menu

pytestmark = [pytest.mark.urls("tests.common.pages"), pytest.mark.django_db]


@pytest.fixture
def entries(monkeypatch):
    monkeypatch.setattr(menu, "_ENTRIES", {})
    offer_menu(
        MenuEntry(30, "机关", "blocks-below", under="设置"),
        MenuEntry(10, "我的待办", "blocks", count=lambda _: 3),
        MenuEntry(20, "留痕", "desk-page", act="audit.view"),
    )


def test_entries_without_a_heading_come_first(entries, cast):
    groups = menu_groups(cast.clerk, "/")
    assert [(group.label, [link.label for link in group.links]) for group in groups] == [
        ("", ["我的待办"]),
        ("设置", ["机关"]),
    ]


def test_an_entry_says_how_much_waits(entries, cast):
    assert menu_groups(cast.clerk, "/")[0].links[0].count == 3


def test_only_the_nearest_entry_is_the_current_one(entries, cast):
    links = [link for group in menu_groups(cast.clerk, "/blocks/below/7/") for link in group.links]
    assert [link.label for link in links if link.current] == ["机关"]


def test_every_entry_that_the_apps_offer_leads_somewhere(settings):
    settings.ROOT_URLCONF = "gongkai.config.urls"
    assert all(reverse(entry.url_name) for entry in menu._ENTRIES.values())
