"""The pages of subscriptions: one answer for every address, links that do nothing by being opened, leaving in one click."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from lxml import html

from gongkai.release.models import PublicColumn, Subscriber, Subscription
from gongkai.release.subscriptions.links import CONFIRM, LEAVE, MANAGE, token_of
from gongkai.website.limits import RATES
from tests.website.subscribed import ADDRESS, SUPPORT, answered, asked, at, link_in, subscribed

NOW = at("2030-01-01")
FORM = {"what": "all", "rhythm": "daily", "weekday": "1", "mail": ADDRESS}


@pytest.fixture(autouse=True)
def _nobody_came_before(db):
    cache.clear()


def send(client, address="/subscribe/", **fields):
    return client.post(address, {**FORM, **fields})


def body(answer):
    """The page without the token of its form."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())


def chosen(client, asked):
    """What the form begins with: its values by name."""
    form = html.fromstring(client.get(f"/subscribe/{asked}").content).xpath("//main//form")[0]
    return dict(form.fields)


def test_the_form_is_answered_by_a_letter_and_a_page_that_names_nobody(client, town):
    answer = send(client)
    assert answer["Location"] == "/subscribe/sent/"
    page = client.get("/subscribe/sent/").content.decode()
    assert ADDRESS not in page
    assert "请看邮箱" in page
    assert [letter.to for letter in answered(NOW)] == [[ADDRESS]]


def test_nobody_learns_from_an_answer_what_an_address_is_subscribed_to(client, town):
    subscribed(town)
    known, unknown = send(client), send(client, mail="new@example.test")
    trapped = send(client, mail="bot@example.test", company="x")
    said = {(each.status_code, each["Location"], body(each)) for each in (known, unknown, trapped)}
    assert len(said) == 1
    assert Subscriber.objects.count() == 2


def test_a_column_page_leads_to_a_form_that_has_the_column_chosen(client, town):
    PublicColumn.objects.create(agency=town, key="own-1", title="补贴", national="content", parent_key="content")  # fmt: skip
    assert chosen(client, "?column=own-1")["what"] == "column:own-1"
    send(client, what="column:own-1")
    found = Subscription.objects.get()
    assert (found.title, found.link, found.asked) == ("栏目“补贴”", "columns/own-1/", {"key": "own-1"})  # fmt: skip


def test_a_search_page_leads_to_a_form_that_keeps_words_and_filters(client, town):
    filled = chosen(client, "?q=低保&genre=notice&year=2025&organ=all")
    assert (filled["what"], filled["q"], filled["genre"], filled["organ"]) == ("search", "低保", "notice", "all")  # fmt: skip
    send(client, what="search", q="低保", genre="notice", organ="all")
    found = Subscription.objects.get()
    assert found.asked == {"words": "低保", "facts": {"genre": "notice"}}
    assert found.title == "含有“低保”的信息（体裁：通知，全部机关）"


def test_what_a_stranger_typed_is_not_carried_to_the_address_by_our_letter(client, town):
    send(client, what="search", q="加微信 spam.example 领奖", organ="请访问 evil.example")
    (letter,) = answered(NOW)
    assert [word for word in ("微信", "spam", "evil", "领奖") if word in letter.subject + letter.body] == []  # fmt: skip
    page = client.get(link_in(letter, "confirm")).content.decode()
    assert "加微信 spam.example 领奖" in page
    assert "evil" not in page


def test_another_organ_is_called_by_its_name(client, town, cast):
    send(client, what="search", q="低保", organ=cast.county.code)
    assert Subscription.objects.get().title == f"含有“低保”的信息（机关：{cast.county.name}）"


def test_a_search_of_one_site_is_of_its_organ(client, town):
    send(client, what="search", q="低保")
    assert Subscription.objects.get().asked["facts"] == {"agency": str(town.pk)}


@pytest.mark.parametrize(
    "wrong",
    [
        {"mail": ""},
        {"mail": "li"},
        {"mail": "li@"},
        {"mail": f"{'l' * 300}@example.test"},
        {"mail": "li@example.test\r\nBcc: a@b.c"},
        {"what": ""},
        {"what": "column:none"},
        {"what": "search", "q": ""},
        {"what": "search", "q": "《》"},
        {"rhythm": "hourly"},
        {"weekday": "8"},
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(client, town, wrong):
    answer = send(client, **{"q": "低保", **wrong})
    assert answer.status_code == 422
    page = html.fromstring(answer.content)
    assert page.xpath("//*[contains(@class, 'field--wrong')]")
    if "mail" not in wrong:
        assert page.xpath("//input[@name='mail']/@value") == [ADDRESS]
    assert not Subscriber.objects.exists()


def test_one_address_gets_a_few_letters_a_day_and_no_more(client, town):
    answers = [send(client).status_code for _ in range(6)]
    assert answers == [302] * 5 + [429]
    assert send(client, mail="other@example.test").status_code == 302


def test_one_network_sends_so_many_forms_and_no_more(client, town, monkeypatch):
    monkeypatch.setitem(RATES, "subscribe", "2/h/key")
    answers = [send(client, mail=f"p{number}@example.test") for number in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert "p2@example.test" in body(answers[-1])


@pytest.mark.parametrize(
    ("purpose", "part"), [(CONFIRM, "confirm"), (LEAVE, "leave"), (MANAGE, "manage")]
)
def test_a_link_that_is_opened_changes_nothing(client, town, purpose, part):
    row = asked(town) if purpose == CONFIRM else subscribed(town)
    before = list(Subscription.objects.values())
    number = row.subscriber_id if purpose == MANAGE else row.pk
    page = client.get(f"/subscribe/{part}/{token_of(purpose, number)}/")
    assert page.status_code == 200
    assert (page["Cache-Control"], page["X-Robots-Tag"]) == ("private, no-store", "noindex")
    assert list(Subscription.objects.values()) == before
    assert ADDRESS not in page.content.decode()


def test_the_button_behind_the_link_confirms_once(client, town):
    link = f"/subscribe/confirm/{token_of(CONFIRM, asked(town).pk)}/"
    page = client.post(link, follow=True).content.decode()
    assert "已经订阅" in page
    assert "l***@example.test" in page
    assert client.post(link).status_code == client.get(link).status_code == 404


def test_a_link_that_is_too_old_confirms_nothing(client, town):
    row = asked(town, now=at("2025-01-01"))
    assert client.post(f"/subscribe/confirm/{token_of(CONFIRM, row.pk)}/").status_code == 404
    assert Subscription.objects.get().state == "waiting"


def test_a_mail_program_leaves_by_one_post_without_cookie_or_page(town):
    row = subscribed(town)
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(
        f"/subscribe/leave/{token_of(LEAVE, row.pk)}/", {"List-Unsubscribe": "One-Click"}
    )
    assert answer.status_code == 200
    assert "已经退订" in answer.content.decode()
    assert not Subscriber.objects.exists()


def test_who_left_already_is_told_so_however_often_the_link_is_used(client, town):
    link = f"/subscribe/leave/{token_of(LEAVE, subscribed(town).pk)}/"
    answers = [client.post(link), client.post(link), client.get(link)]
    assert {answer.status_code for answer in answers} == {200}
    assert all("已经退订" in body(answer) for answer in answers)


def test_a_link_that_is_made_up_is_nothing(client, town):
    for part in ("confirm", "manage", "leave"):
        for token in ("1", "1.x", "x" * 500, token_of("other", 1)):
            assert client.get(f"/subscribe/{part}/{token}/").status_code == 404
            assert client.post(f"/subscribe/{part}/{token}/").status_code == 404


def managed(client, row, **fields):
    page = f"/subscribe/manage/{token_of(MANAGE, row.subscriber_id)}/"
    return client.post(page, fields)


def test_one_page_changes_and_ends_what_one_address_is_subscribed_to(client, town):
    first, second = subscribed(town), subscribed(town, SUPPORT)
    managed(client, first, subscription=first.pk, do="change", rhythm="weekly", weekday="3")
    first.refresh_from_db()
    assert (first.rhythm, first.weekday) == ("weekly", 3)
    answer = managed(client, first, subscription=second.pk, do="leave")
    assert "/subscribe/manage/" in answer["Location"]
    assert managed(client, first, do="leave_all")["Location"] == "/subscribe/left/"
    assert not Subscriber.objects.exists()


def test_a_link_manages_nobody_elses(client, town):
    mine, other = subscribed(town), subscribed(town, address="other@example.test")
    for fields in ({"do": "leave"}, {"do": "change", "rhythm": "weekly", "weekday": "1"}):
        managed(client, mine, subscription=other.pk, **fields)
    managed(client, mine, do="leave_all")
    other.refresh_from_db()
    assert (other.state, other.rhythm) == ("confirmed", "daily")


@pytest.mark.parametrize("said", [{}, {"do": "x"}, {"do": "change", "rhythm": "x"}, {"subscription": "x", "do": "leave"}])  # fmt: skip
def test_nonsense_changes_nothing(client, town, said):
    row = subscribed(town)
    assert managed(client, row, **{"subscription": row.pk, **said}).status_code == 302
    assert Subscription.objects.filter(state="confirmed", rhythm="daily").exists()


def test_the_letters_of_an_organs_site_lead_back_to_it(client, town, cast):
    send(client, f"/o/{cast.county.code}/subscribe/")
    answered(NOW)
    assert f"http://testserver/o/{cast.county.code}/subscribe/confirm/" in mail.outbox[0].body
