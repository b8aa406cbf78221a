"""The board's page: numbers lead to their lists, the choice is checked, organs beside are out of reach, figures are kept a while."""

import re
from html import unescape

import pytest
from django.core.cache import cache
from django.urls import reverse

from gongkai.audit.models import Entry
from gongkai.casework.models import Case
from gongkai.common.clock import current, law_day
from tests.casework import cases

URL = "/desk/requests/board/"


@pytest.fixture(autouse=True)
def fresh():
    cache.clear()


@pytest.fixture
def signer(client, cast):
    client.force_login(cast.signer)
    return client


def links(text: str) -> list[tuple[str, int]]:
    found = re.findall(r'<a href="([^"]*board/cases/[^"]*)">(\d+)', text)
    return [(unescape(url), int(number)) for url, number in found]


def test_each_number_opens_a_list_of_as_many(signer, cast):
    today = law_day(current())
    cases.registered(cast, today)
    cases.answered(cast, cases.registered(cast, today), today, "nonexistent")
    found = links(signer.get(URL).content.decode())
    assert len(found) > 5
    for url, number in found:
        page = signer.get(url)
        assert page.context["listing"].page.paginator.count == number, url


def test_a_list_behind_a_number_may_be_taken_out_and_is_journaled(signer, cast):
    cases.registered(cast, law_day(current()))
    assert signer.get(f"{URL}cases/?figure=open&export=csv").status_code == 200
    assert Entry.objects.filter(act="casework.take_out").count() == 1


@pytest.mark.parametrize(
    "query",
    [
        "figure=nothing",
        "figure=open&of_department=x",
        "figure=open&of_handler=99999999999",
        "figure=closed&of_outcome=x",
        "figure=closed&of_month=2026-13",
        "figure=closed&of_month=0000-01",
        "figure=closed&of_month=2026-01-01",
        "figure=open&agency=0",
    ],
)
def test_a_number_that_the_board_does_not_show_has_no_list(signer, query):
    assert signer.get(f"{URL}cases/?{query}").status_code == 404


def test_the_last_month_that_there_is_has_an_empty_list(signer):
    assert signer.get(f"{URL}cases/?figure=closed&of_month=9999-12").status_code == 200


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("first=2026-06-01&last=2026-05-01", "不能早于"),
        ("first=2010-01-01", "最早从"),
        ("first=2019-06-01&last=2026-05-01", "最多看"),
        ("first=gestern", "日期"),
        ("agency=0", "机关"),
    ],
)
def test_a_choice_that_is_none_is_told_so_and_kept(signer, query, sentence):
    answer = signer.get(f"{URL}?{query}")
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    if query.startswith("first="):
        assert query.split("&")[0].removeprefix("first=") in answer.content.decode()


def test_an_organ_beside_cannot_be_chosen(client, cast):
    client.force_login(cast.signer)
    assert client.get(f"{URL}?agency={cast.other_town.pk}").status_code == 422
    client.force_login(cast.supervisor)
    assert client.get(f"{URL}?agency={cast.other_town.pk}").status_code == 200


def test_figures_are_kept_until_they_are_asked_for_anew(signer, cast):
    cases.registered(cast, law_day(current()))
    assert "在办 1 件" in signer.get(URL).content.decode()
    cases.registered(cast, law_day(current()))
    assert "在办 1 件" in signer.get(URL).content.decode()
    assert "在办 2 件" in signer.get(f"{URL}?fresh=1").content.decode()


def test_figures_kept_for_one_person_are_shown_to_no_other(client, cast):
    Case.objects.filter(pk=cases.registered(cast, law_day(current())).pk).update(restricted=True)
    client.force_login(cast.signer)
    assert "在办 1 件" in client.get(URL).content.decode()
    client.force_login(cast.supervisor)
    assert "现在没有在办的申请" in client.get(f"{URL}?agency={cast.town.pk}").content.decode()


def test_the_clerk_has_no_board(client, cast):
    client.force_login(cast.clerk)
    assert client.get(reverse("casework:board")).status_code == 403
