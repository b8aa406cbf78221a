"""The public's side of a consultation: the list with days left, the form without an account, the kind page when it is over."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.cache import cache

from gongkai.common.outbox import deliver_due
from gongkai.participation import actions
from gongkai.participation.models import Comment
from gongkai.website.kept import SHELF
from gongkai.website.limits import RATES
from tests.participation import consultations as story
from tests.participation.consultations import AFTER, LAST, OPENED, PHONE, PLAN, at
from tests.website.released import make_main

DAY = timedelta(days=1)


@pytest.fixture
def site(cast, client):
    """The town's site at the root, with nothing counted."""
    make_main(cast.town)
    cache.clear()
    yield client
    cache.clear()


def on(monkeypatch, day, hour=9):
    """The site as it is on a day."""
    now = at(day, hour)
    monkeypatch.setattr("gongkai.common.middleware.current", lambda: now)
    while deliver_due(now):
        pass
    SHELF.clear()


@pytest.fixture
def row(cast, site, monkeypatch):
    found = story.opened(cast)
    on(monkeypatch, OPENED)
    return found


def send(site, row, **fields):
    return site.post(f"/consultations/{row.pk}/comment/", {"text": "摊位费太高", **fields})


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (OPENED, "还剩 31 天"),
        (LAST - DAY, "还剩 2 天"),
        (LAST, "今天截止"),
        (AFTER, "已截止，待反馈"),
    ],
)
def test_the_days_left_change_with_the_day(site, row, monkeypatch, day, words):
    on(monkeypatch, day)
    listed = site.get("/consultations/").content.decode()
    assert words in listed
    home = site.get("/").content.decode()
    assert ('id="consultations"' in home, words in home) == (day != AFTER, day != AFTER)


def test_the_page_of_the_draft_says_until_when_and_leads_to_the_form(site, row):
    page = site.get(f"/items/{row.item_id}/").content.decode()
    assert "还剩 31 天，2026-12-02 24 时截止" in page
    assert f'href="/consultations/{row.pk}/comment/"' in page
    assert 'id="block-2"' in page
    assert "最迟 2027-01-02" in page


def test_a_comment_needs_no_name_and_gets_a_number(site, row):
    answer = send(site, row, paragraph="2")
    done = site.get(answer["Location"])
    assert "第" in done.content.decode()
    assert "no-store" in done["Cache-Control"]
    comment = Comment.objects.get()
    assert (comment.number, comment.paragraph, comment.sealed) == (1, 2, {})


def test_a_name_is_sealed_and_on_no_page(site, row):
    send(site, row, name="李意见", contact=PHONE)
    assert Comment.objects.get().sealed.keys() == {"name", "contact"}
    pages = "".join(
        site.get(url).content.decode() for url in ("/consultations/", f"/items/{row.item_id}/", "/")
    )
    assert [word for word in ("李意见", PHONE, "摊位费太高") if word in pages] == []


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"text": " "}, 422, "请写下您的意见"),
        ({"paragraph": "99"}, 422, "草案里没有这一段"),
        ({"text": "长" * 5001}, 422, "5000"),
        ({"homepage": "http://x"}, 400, "请再点一次"),
    ],
)
def test_what_cannot_be_taken_is_said_and_kept(site, row, fields, status, words):
    answer = send(site, row, name="李意见", **fields)
    page = answer.content.decode()
    assert (answer.status_code, words in page, 'value="李意见"' in page) == (status, True, True)
    assert not Comment.objects.exists()


def test_after_the_end_the_page_says_when_and_keeps_what_was_typed(site, row, monkeypatch):
    on(monkeypatch, AFTER)
    over = site.get(f"/consultations/{row.pk}/comment/").content.decode()
    assert "征求意见已于 2026-12-02 截止" in over
    late = send(site, row)
    assert (late.status_code, "摊位费太高" in late.content.decode()) == (409, True)
    assert not Comment.objects.exists()


def test_what_was_ended_early_says_so_instead_of_midnight(cast, site, row, monkeypatch):
    actions.end_early(consultation=row, reason="不再制定", by=cast.signer, now=at(OPENED))
    on(monkeypatch, OPENED, hour=10)
    page = site.get(f"/items/{row.item_id}/").content.decode()
    assert ("（提前终止）" in page, "24 时截止" in page, "不再制定" in page) == (True, False, True)
    over = site.get(f"/consultations/{row.pk}/comment/").content.decode()
    assert ("征求意见已于 2026-11-02 截止" in over, "24 时" in over) == (True, False)


def test_a_forged_receipt_leads_to_the_form(site, row):
    for mark in ("x", "1:2", ""):
        answer = site.get(f"/consultations/{row.pk}/comment/?taken={mark}")
        assert answer["Location"] == f"/consultations/{row.pk}/comment/"


def test_too_many_from_one_network_are_told_to_wait(site, row, monkeypatch):
    monkeypatch.setitem(RATES, "comment", "1/h/key")
    assert send(site, row).status_code == 302
    again = send(site, row)
    assert (again.status_code, "摊位费太高" in again.content.decode()) == (429, True)


def test_what_is_not_public_or_anothers_has_no_form(cast, site, row):
    hidden = story.planned(cast, title="未公开的草案")
    assert site.get(f"/consultations/{hidden.pk}/comment/").status_code == 404
    assert site.get(f"/o/{cast.other_town.code}/consultations/{row.pk}/comment/").status_code == 404


def test_the_outcome_shows_its_numbers_as_a_chart_with_its_table(cast, site, monkeypatch):
    done = story.decided(cast)
    on(monkeypatch, OPENED + 50 * DAY)
    page = site.get(f"/items/{done.outcome_id}/").content.decode()
    assert "收到意见 1 条，归纳为 1 点" in page
    assert "outcome-chart" in page
    assert "从草案到决定" in page
    listed = site.get("/consultations/").content.decode()
    assert "看结果" in listed
    assert "看决定" in listed


def test_another_way_than_the_site_is_pointed_to(cast, site, monkeypatch):
    done = story.opened(cast, plan=replace(PLAN, takes_web=False))
    on(monkeypatch, OPENED)
    assert "不收网上的意见" in site.get(f"/consultations/{done.pk}/comment/").content.decode()
