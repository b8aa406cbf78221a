"""The standard catalogue: the law's items stand, the organ settles the rest, and readers see 未定 where nobody did."""

import pytest

from gongkai.audit.models import Entry
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.publishing.actions import add_entry, change_entry, remove_entry
from gongkai.publishing.actions.catalogue import Row
from gongkai.publishing.models import CatalogueEntry
from gongkai.release.actions import refresh_catalogue
from tests.publishing.items import NOW, catalogue_entry

FULL = {
    "contents": "名称、标准、总额",
    "channels": ("government_site", "notice_board"),
    "audience": "whole_society",
    "way": "own_accord",
    "level": "township_level",
}


def page(cast, client):
    refresh_catalogue({"agency": cast.town.pk}, NOW)
    return client.get(f"/o/{cast.town.code}/catalogue/").content.decode()


def test_readers_see_what_the_organ_settled_and_what_it_did_not(cast, client):
    catalogue_entry(cast, **FULL)
    shown = page(cast, client)
    for words in (
        "惠农补贴发放结果",
        "政府网站、社区、企事业单位、村公示栏（电子屏）",
        "全社会",
        "未定",
    ):
        assert words in shown
    assert "《条例》第二十条第（三）项" in shown
    assert "批准后20日内公开" in shown


def test_without_any_row_every_item_of_the_law_is_there(cast, client):
    shown = page(cast, client)
    assert shown.count('<th scope="row">') == 49
    assert "宅基地使用情况审核" in shown


@pytest.mark.parametrize(
    "wrong",
    [{"title": " "}, {"title": "长" * 101}, {"title": "新", "audience": "everybody"}, {"title": "新", "channels": ("pigeon",)}],
)  # fmt: skip
def test_a_row_without_sense_is_refused(cast, wrong):
    with pytest.raises(Refusal):
        catalogue_entry(cast, **wrong)
    assert not CatalogueEntry.objects.exists()


def test_a_row_stands_once_below_an_item_that_the_organ_owes(cast):
    entry = catalogue_entry(cast)
    with pytest.raises(Refusal, match="已经有"):
        catalogue_entry(cast)
    with pytest.raises(Refusal, match="没有这个事项"):
        add_entry(agency=cast.town, item_key="local_public_security", row=Row("治安"), by=cast.clerk, now=NOW)  # fmt: skip
    assert (
        change_entry(entry=entry, row=Row("惠农补贴发放结果"), by=cast.clerk, now=NOW).version == 2
    )


def test_only_who_drafts_for_the_organ_settles_it_and_the_journal_knows(cast):
    entry = catalogue_entry(cast)
    for person in (cast.stranger, cast.reader):
        with pytest.raises(NotAllowed):
            remove_entry(entry=entry, by=person, now=NOW)
    remove_entry(entry=entry, by=cast.clerk, now=NOW)
    assert Entry.objects.get(act="publishing.remove_entry").before == {"title": "惠农补贴发放结果"}


def test_the_pages_add_change_and_remove_a_row(cast, client):
    client.force_login(cast.clerk)
    place = f"/desk/items/catalogue/of/{cast.town.pk}/plans/add/"
    assert "请" in client.post(place, {"title": ""}).content.decode()
    client.post(place, {"title": "规划", "channels": ["gazette"]})
    entry = CatalogueEntry.objects.get()
    assert entry.channels == ["gazette"]
    client.post(f"/desk/items/catalogue/{entry.pk}/change/", {"title": "专项规划"})
    assert "专项规划" in client.get("/desk/items/catalogue/").content.decode()
    client.post(f"/desk/items/catalogue/{entry.pk}/remove/", {"go": "1"})
    assert not CatalogueEntry.objects.exists()


def test_an_item_the_law_does_not_know_is_not_found(cast, client):
    client.force_login(cast.clerk)
    assert client.get(f"/desk/items/catalogue/of/{cast.town.pk}/nothing/add/").status_code == 404
