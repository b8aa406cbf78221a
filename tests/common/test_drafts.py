"""Drafts: one a form and person, small, gone when the form is saved, read by nobody else."""

import json
from datetime import timedelta

import pytest

from gongkai.common.clock import current
from gongkai.common.drafts.actions import MOST, keep
from gongkai.common.drafts.models import Draft

ADDRESS = "/desk/drafts/"
PLACE = {"form": "test.item", "object": "7"}
BODY = {"title": ["防汛"], "way": [], "text": ["各村：\n𠮷"]}


def send(client, **more):
    sent = json.dumps({**PLACE, "base": "1", "body": BODY, **more})
    return client.post(ADDRESS, sent, content_type="application/json")


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.clerk)
    return client


def test_a_draft_comes_back_as_it_was_typed(desk):
    assert send(desk).status_code == 200
    draft = desk.get(ADDRESS, PLACE).json()["draft"]
    assert (draft["body"], draft["base"]) == (BODY, "1")


def test_a_draft_is_replaced_not_added(desk):
    send(desk)
    send(desk, body={"title": ["抗旱"]})
    assert Draft.objects.get().body == {"title": ["抗旱"]}


def test_nobody_reads_the_draft_of_another(desk, cast):
    send(desk)
    desk.force_login(cast.reviewer)
    assert desk.get(ADDRESS, PLACE).json() == {"draft": None}


def test_a_draft_that_is_not_wanted_goes(desk):
    send(desk)
    send(desk, body=None)
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"form": "a", "body": {"a": 1}}',
        b'{"form": "a", "body": {"a": ["\\u0000"]}}',
        b'{"form": "a", "body": {"a": ["\\ud800"]}}',
        b'{"form": "a", "body": {"\\ud800": []}}',
        b'{"form": "a", "object": "\\ud800", "body": {}}',
        b'{"form": "", "body": {}}',
        b'{"form": 5, "body": {}}',
        b"[" * 100_000,
        b'{"form": "a", "body": {"a": ["' + b"x" * 300_000 + b'"]}}',
    ],
    ids=range(12),
)
def test_what_is_no_draft_is_answered_with_a_sentence(desk, raw):
    answer = desk.post(ADDRESS, raw, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["said"]
    assert not Draft.objects.exists()


def test_a_form_is_no_draft(desk):
    assert desk.post(ADDRESS, {**PLACE, "body": "x"}).status_code == 400


def test_strangers_keep_no_drafts(client, db):
    assert send(client).status_code == 302
    assert not Draft.objects.exists()


@pytest.mark.urls("tests.common.pages")
def test_a_form_that_was_saved_takes_its_draft_with_it(desk):
    send(desk)
    answer = desk.post("/draft/", {"title": "防汛", "way": "open", "_draft": "test.item 7"})
    assert answer.cookies["saved_draft"].value == "test.item%207"
    assert not Draft.objects.exists()


@pytest.mark.urls("tests.common.pages")
def test_a_form_that_is_shown_again_keeps_its_draft(desk):
    send(desk)
    desk.post("/draft/", {"title": "", "_draft": "test.item 7"})
    assert Draft.objects.exists()


def test_drafts_do_not_pile_up(cast):
    now = current()
    place = {"base": "", "body": {}, "by": cast.clerk}
    keep(form="old", object_key="", now=now - timedelta(days=31), **place)
    for number in range(MOST + 2):
        keep(form="f", object_key=str(number), now=now + timedelta(seconds=number), **place)
    assert Draft.objects.count() == MOST
    assert not Draft.objects.filter(object_key__in=["0", "1"]).exists()
