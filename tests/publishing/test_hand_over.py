"""A list for the archive holds what became public in its days and still is, and says so for good (《条例》第二十五条)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from gongkai.audit.models import Entry
from gongkai.common.clock import law_day
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.publishing.actions import hand_over, withdraw
from gongkai.publishing.models import HandOver
from tests.publishing.items import NOW, draft, handed_over, later, published

pytestmark = pytest.mark.django_db
DAY = law_day(NOW)


def given(cast, *, since=DAY, until=DAY, receiver="县图书馆", by=None):
    """A list of some days."""
    person = by or cast.clerk
    return hand_over(
        agency=cast.town, receiver=receiver, since=since, until=until, by=person, now=later(5)
    )


def test_it_holds_what_is_public_with_its_hash_and_no_draft(cast):
    draft(cast, "草稿")
    (row,) = handed_over(cast).items
    assert (row["title"], row["published_on"]) == ("公开指南", "2024-06-03")
    assert len(row["sha256"]) == 64
    assert Entry.objects.get(act="publishing.hand_over").after["count"] == 1


@pytest.mark.parametrize(("since", "until", "found"), [(-1, -1, 0), (-1, 0, 1), (0, 0, 1)])
def test_its_days_are_days_of_law(cast, since, until, found):
    published(cast)
    days = {"since": DAY + timedelta(days=since), "until": DAY + timedelta(days=until)}
    if found:
        assert len(given(cast, **days).items) == found
    else:
        with pytest.raises(Refusal, match="没有公开的信息"):
            given(cast, **days)


def test_what_was_withdrawn_is_not_handed_over(cast):
    withdraw(item=published(cast), reason="错", public_note="错", by=cast.signer, now=later(4))
    with pytest.raises(Refusal):
        given(cast)


@pytest.mark.parametrize(
    "said",
    [{"receiver": " "}, {"until": DAY + timedelta(days=1)}, {"since": DAY + timedelta(days=1)}],
)
def test_what_is_incomplete_or_turned_round_is_refused(cast, said):
    published(cast)
    with pytest.raises(Refusal):
        given(cast, **said)
    assert not HandOver.objects.exists()


@pytest.mark.parametrize("who", ["reviewer", "signer", "stranger", "nobody"])
def test_only_clerks_and_administrators_of_the_organ_hand_over(cast, who):
    published(cast)
    with pytest.raises(NotAllowed):
        given(cast, by=getattr(cast, who))


def test_the_page_makes_it_and_the_file_lists_it(cast, client):
    published(cast)
    client.force_login(cast.clerk)
    url = reverse("publishing:hand_over", args=(cast.town.pk,))
    assert client.post(url, {"receiver": "县档案馆"}).status_code == 422
    client.post(url, {"receiver": "县档案馆", "since": "2024-06-01", "until": "2024-06-30"})
    made = HandOver.objects.get()
    answer = client.get(reverse("publishing:hand_over_file", args=(made.pk, "csv")))
    assert "公开指南" in b"".join(answer.streaming_content).decode()
    assert (
        client.get(reverse("publishing:hand_over_file", args=(made.pk, "exe"))).status_code == 404
    )
