"""Administrators see how many subscriptions and letters there are, and no address; they end one for who asks for it."""

import pytest
from django.urls import reverse

from gongkai.audit.models import Entry
from gongkai.release.models import Subscriber
from gongkai.release.subscriptions.actions.planning import plan
from gongkai.release.subscriptions.actions.sending import send_digests
from gongkai.release.subscriptions.queries import LATELY, Counts, counts
from tests.website.subscribed import ADDRESS, SUPPORT, asked, at, became_public, subscribed

NOW, NEXT = at("2026-11-26"), at("2026-11-27")
REASON = {"reason": "本人来电，自己打不开链接"}


@pytest.fixture
def office(client, cast):
    client.force_login(cast.administrator)
    return client


def test_numbers_are_those_of_the_organs_within_reach(cast):
    subscribed(cast.town, now=NOW)
    asked(cast.town, SUPPORT, now=NOW)
    subscribed(cast.county, now=NOW)
    became_public(cast.town, NOW)
    plan(NEXT)
    send_digests({}, NEXT)
    (row,) = counts([cast.town.pk], NEXT)
    assert row == Counts("青石镇人民政府", waiting=1, confirmed=1, left=0, ended=0, unsent=0, sent=1, refused=0)  # fmt: skip
    assert counts([cast.town.pk], NEXT + LATELY)[0].sent == 1
    assert counts([cast.town.pk], NEXT + 2 * LATELY)[0].sent == 0


def test_the_page_names_no_address(office, cast):
    subscribed(cast.town)
    page = office.get(reverse("desk:subscriptions")).content.decode()
    assert "青石镇人民政府" in page
    assert [word for word in (ADDRESS, "li@", "l***") if word in page] == []


def test_the_empty_page_says_where_people_subscribe(office):
    assert "还没有人订阅" in office.get(reverse("desk:subscriptions")).content.decode()


def test_a_subscription_is_ended_for_a_reason_and_the_journal_holds_no_address(office, cast):
    subscribed(cast.town)
    answer = office.post(reverse("desk:stop_subscriptions"), {"mail": ADDRESS, **REASON})
    assert answer.status_code == 302
    assert not Subscriber.objects.exists()
    entry = Entry.objects.get(act="desk.stop_subscriptions")
    assert (entry.actor_name, entry.reason) == ("吴管理", REASON["reason"])
    assert ADDRESS not in str(list(Entry.objects.values()))


def test_the_answer_does_not_say_whether_there_was_any(office, cast):
    subscribed(cast.town)
    said = [
        office.post(reverse("desk:stop_subscriptions"), {"mail": mail, **REASON}, follow=True)
        for mail in (ADDRESS, "unknown@example.test")
    ]
    bands = ["有的话都停止了" in each.content.decode() for each in said]
    assert bands == [True, True]


@pytest.mark.parametrize("wrong", [{"mail": "li"}, {"reason": ""}])
def test_without_an_address_and_a_reason_nothing_is_ended(office, cast, wrong):
    subscribed(cast.town)
    fields = {"mail": ADDRESS, **REASON, **wrong}
    assert office.post(reverse("desk:stop_subscriptions"), fields).status_code == 422
    assert Subscriber.objects.exists()
