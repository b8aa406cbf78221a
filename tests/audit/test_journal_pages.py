"""The journal's pages: filtered, told in words, and taking it away is itself an act."""

from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.urls import reverse

from gongkai.audit.actions import record
from gongkai.audit.models import Entry
from gongkai.common.permissions import Permit

NOW = datetime(2026, 11, 25, 17, 30, tzinfo=UTC)


@pytest.fixture
def entries(cast):
    for town, who in ((cast.town, "王经办"), (cast.other_town, "周外人")):
        with transaction.atomic():
            by = Permit(7, who, "经办")
            record(
                "agencies.edit", town, by=by, at=NOW, organ=town.code, after={"name": "<b>新</b>"}
            )


@pytest.fixture
def supervisor(client, cast):
    client.force_login(cast.supervisor)
    return client


def page(client, **query) -> str:
    return client.get(reverse("audit:journal"), query).content.decode()


def test_times_are_those_of_the_law_zone(supervisor, entries):
    assert "2026-11-26 01:30:00" in page(supervisor)


@pytest.mark.parametrize(
    "query",
    [{"who": "周外人"}, {"organ": "320002"}, {"on": "白沙"}],
)
def test_filters_leave_out_the_rest(supervisor, entries, query):
    text = page(supervisor, **query)
    assert "白沙镇人民政府" in text
    assert ">王经办<" not in text


@pytest.mark.parametrize(
    "query", [{"since": "2026-11-27"}, {"until": "2026-11-25"}, {"organ": "-"}]
)
def test_days_are_days_of_law(supervisor, entries, query):
    assert "没有符合条件的记录" in page(supervisor, **query)


def test_an_entry_shows_its_change_escaped_and_its_hashes(supervisor, entries):
    entry = Entry.objects.first()
    text = supervisor.get(reverse("audit:entry", args=(entry.pk,))).content.decode()
    assert "&lt;b&gt;新&lt;/b&gt;" in text
    assert entry.hash in text


def test_another_organs_entry_is_not_there(client, cast, entries):
    client.force_login(cast.administrator)
    foreign = Entry.objects.get(actor_name="周外人")
    assert client.get(reverse("audit:entry", args=(foreign.pk,))).status_code == 404
    assert "周外人" not in page(client)


def test_taking_the_journal_away_stands_in_the_journal(supervisor, entries):
    answer = supervisor.get(reverse("audit:journal"), {"export": "csv", "who": "王经办"})
    assert "王经办" in b"".join(answer.streaming_content).decode()
    taken = Entry.objects.get(act="audit.export")
    assert (taken.actor_name, taken.after["rows"]) == ("孙监督", 1)
