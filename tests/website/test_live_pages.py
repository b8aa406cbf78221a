"""Live Q&A for readers: only what was looked at and shown, on the page as on lines; asking without an account; ways between the pages."""

import json

import pytest

from gongkai.common.outbox import deliver_due
from gongkai.participation.models import Interview, Question
from gongkai.website.live.drawing import FromDatabase
from tests.participation import interviews
from tests.participation.interviews import (
    CONTACT,
    NAME,
    NUMBER,
    answered,
    collecting,
    fresh,
    hidden,
    host_said,
    question,
    shown,
    transcribed,
)
from tests.publishing.items import later
from tests.website.released import make_main

WAITING, HIDDEN = "还没有看过的提问", "不显示的提问"


@pytest.fixture
def going_on(cast) -> Interview:
    """One with an answer, a question without one, one not looked at, one hidden, words of the host; on the main site."""
    make_main(cast.town)
    made = interviews.live(cast)
    answered(cast, question(made))
    shown(cast, question(made, "在哪里缴？"))
    question(made, WAITING)
    hidden(cast, question(made, HIDDEN))
    host_said(cast, made)
    return fresh(made)


def test_the_page_shows_what_was_shown_and_nothing_else(client, going_on):
    page = client.get(f"/live/{going_on.pk}/").content.decode()
    for words in ("医保什么时候缴费", "九月到十二月缴", "在哪里缴？", "各位网友好", "医保专员"):
        assert words in page
    for secret in (WAITING, HIDDEN, NUMBER, NAME, CONTACT):
        assert secret not in page
    assert f"/live/{going_on.pk}/events?after={going_on.changes}" in page


def test_lines_bring_the_same_parts_and_no_secrets(client, going_on):
    page = client.get(f"/live/{going_on.pk}/").content.decode()
    events = FromDatabase().since(going_on.pk, 0)
    sent = b"".join(event.sent for event in events).decode()
    parts = [json.loads(event.sent.split(b"data: ")[1]) for event in events]
    for part in parts:
        assert part["html"].strip() in page
    assert {part["key"] for part in parts} == {"head", "q1", "q2", "s2"}
    assert not [secret for secret in (WAITING, HIDDEN, NUMBER, NAME, CONTACT) if secret in sent]
    assert [event.change for event in events] == sorted({event.change for event in events})


def test_a_question_that_was_read_and_is_hidden_is_taken_from_pages(cast, going_on):
    asked = going_on.questions.get(number=2)
    seen = going_on.changes
    hidden(cast, asked)
    (event,) = FromDatabase().since(going_on.pk, seen)
    assert json.loads(event.sent.split(b"data: ")[1]) == {"key": "q2", "html": ""}


def test_lines_ask_the_database_seldom_and_no_oftener_for_more(
    cast, going_on, django_assert_max_num_queries
):
    for number in range(5):
        answered(cast, question(going_on, f"问题{number}"))
    with django_assert_max_num_queries(1):
        assert FromDatabase().heads([going_on.pk])[going_on.pk].is_open
    with django_assert_max_num_queries(5):
        FromDatabase().since(going_on.pk, 0)
    with django_assert_max_num_queries(5):
        FromDatabase().since(going_on.pk, going_on.changes)


def test_what_is_not_announced_is_not_there(client, cast):
    make_main(cast.town)
    made = interviews.planned(cast)
    assert client.get(f"/live/{made.pk}/").status_code == 404
    assert client.get(f"/live/{made.pk}/ask/").status_code == 404
    assert FromDatabase().heads([made.pk]) == {}
    assert FromDatabase().since(made.pk, 0) == []
    assert made.topic not in client.get("/live/").content.decode()


def test_another_organ_does_not_show_it(client, going_on, cast):
    assert client.get(f"/o/{cast.town.code}/live/{going_on.pk}/").status_code == 200
    assert client.get(f"/o/{cast.other_town.code}/live/{going_on.pk}/").status_code == 404


def test_an_answer_is_on_the_page_that_was_kept_before(
    client, cast, going_on, django_capture_on_commit_callbacks
):
    address = f"/live/{going_on.pk}/"
    client.get(address)
    with django_capture_on_commit_callbacks(execute=True):
        answered(cast, going_on.questions.get(number=2), "在村里缴。")
    assert "在村里缴。" in client.get(address).content.decode()


def test_asking_needs_no_account_and_says_what_comes_next(client, cast, monkeypatch):
    make_main(cast.town)
    made = collecting(cast)
    monkeypatch.setattr("gongkai.common.middleware.current", lambda: later(6))
    sent = {"text": "能退吗？", "name": NAME, "contact": ""}
    answer = client.post(f"/live/{made.pk}/ask/", sent, follow=True)
    assert "您的提问是第 1 个" in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"
    asked = Question.objects.get()
    assert (asked.state, asked.channel) == ("waiting", "web")


@pytest.mark.parametrize(
    ("text", "hours", "status", "says"),
    [
        ("", 6, 422, "请写您的问题"),
        ("长" * 501, 6, 422, "500"),
        ("早了", 3.5, 409, "还没有开始征集问题"),
        ("晚了", 24 * 9, 409, "已经结束"),
    ],
)
def test_what_is_refused_stays_in_the_form(client, cast, monkeypatch, text, hours, status, says):
    make_main(cast.town)
    made = interviews.live(cast) if hours > 30 else interviews.announced(cast)
    monkeypatch.setattr("gongkai.common.middleware.current", lambda: later(hours))
    answer = client.post(f"/live/{made.pk}/ask/", {"text": text, "name": "", "contact": "13"})
    page = answer.content.decode()
    assert (answer.status_code, says in page) == (status, True)
    assert f">\n{text}</textarea>" in page
    assert 'value="13"' in page


def test_too_many_questions_from_one_network_are_put_off(client, cast, monkeypatch):
    make_main(cast.town)
    made = collecting(cast)
    monkeypatch.setattr("gongkai.website.limits.RATES", {"ask": "1/h/key"})
    monkeypatch.setattr("gongkai.common.middleware.current", lambda: later(6))
    answers = [client.post(f"/live/{made.pk}/ask/", {"text": "问"}).status_code for _ in range(2)]
    assert answers == [302, 429]


def test_announcement_transcript_page_and_lists_lead_to_each_other(client, cast):
    make_main(cast.town)
    made = transcribed(cast)
    deliver_due(later(40))
    page, listed = f"/live/{made.pk}/", client.get("/live/").content.decode()
    announcement, transcript = f"/items/{made.item_id}/", f"/items/{made.transcript_id}/"
    assert page in listed
    assert transcript in listed
    assert page in client.get(announcement).content.decode()
    assert transcript in client.get(announcement).content.decode()
    assert announcement in client.get(transcript).content.decode()
    assert "data-live" not in client.get(page).content.decode()


def test_the_first_page_leads_to_what_is_to_come_until_it_is_over(client, cast):
    make_main(cast.town)
    made = collecting(cast)
    assert f"/live/{made.pk}/" in client.get("/").content.decode()
    cast.town.interviews.update(topic="x")
    transcribed(cast)
    assert client.get("/").content.decode().count("/live/") == 2


def test_where_no_event_server_stands_browsers_ask_no_more(client):
    assert client.get("/live/1/events").status_code == 204
