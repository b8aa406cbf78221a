"""A text signed for a later time goes out then, once, by itself; the watchdog names what did not."""

from datetime import timedelta

import pytest
from django.urls import reverse

from gongkai.audit.models import Entry
from gongkai.common.models import OutboxMessage
from gongkai.common.outbox import deliver_due
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.publishing.actions import link, publish, release, schedule, unschedule, withdraw
from gongkai.publishing.models import Item
from gongkai.publishing.releasing import due_but_not_out
from gongkai.publishing.work import waiting
from tests.publishing.items import draft, later, reviewed, scheduled

pytestmark = pytest.mark.django_db
AT = later(24)


def messages():
    """The messages of scheduled release."""
    return OutboxMessage.objects.filter(kind="publishing.release")


def test_it_waits_in_the_outbox_until_its_time(cast):
    item = scheduled(cast, AT)
    assert (item.state, item.published) == ("scheduled", None)
    assert [row.due_at for row in messages()] == [AT]


def test_it_is_out_at_its_time_and_signed_by_the_signer(cast):
    item = scheduled(cast, AT)
    release(messages().get().payload, AT)
    item.refresh_from_db()
    assert (item.state, item.published.published_at) == ("published", AT)
    assert item.published.signed_by == cast.signer.name
    assert Entry.objects.filter(act="publishing.release", actor_name="系统").count() == 1


def test_the_same_message_again_changes_nothing(cast):
    item = scheduled(cast, AT)
    release(messages().get().payload, AT)
    release(messages().get().payload, AT + timedelta(hours=1))
    item.refresh_from_db()
    assert item.published.published_at == AT


def test_a_time_taken_back_releases_nothing(cast):
    item = scheduled(cast, AT)
    item = unschedule(item=item, by=cast.signer, now=later(4))
    assert (item.state, item.release_at, item.draft.signed_by) == ("to_sign", None, "")
    release(messages().get().payload, AT)
    assert Item.objects.get(pk=item.pk).published is None


def test_the_message_of_an_earlier_time_does_not_bring_out_a_later_one(cast):
    item = unschedule(item=scheduled(cast, AT), by=cast.signer, now=later(4))
    schedule(item=item, release_at=AT + timedelta(days=1), by=cast.signer, now=later(5))
    early = messages().order_by("due_at").first()
    release(early.payload, AT)
    assert Item.objects.get(pk=item.pk).state == "scheduled"


@pytest.mark.parametrize("hours", [3, 2, 24 * 367 + 3])
def test_a_time_in_the_past_or_far_off_is_refused(cast, hours):
    item = reviewed(cast)
    with pytest.raises(Refusal, match="一年之内"):
        schedule(item=item, release_at=later(hours), by=cast.signer, now=later(3))
    assert not messages().exists()


def test_whoever_wrote_or_reviewed_alone_cannot_schedule(cast):
    item = reviewed(cast)
    for person in (cast.clerk, cast.reviewer, cast.stranger):
        with pytest.raises(NotAllowed):
            schedule(item=item, release_at=AT, by=person, now=later(3))


def test_what_cannot_wait_goes_out_at_once(cast):
    item = publish(item=scheduled(cast, AT), by=cast.signer, now=later(4))
    assert (item.state, item.release_at) == ("published", None)
    release(messages().get().payload, AT)
    assert Item.objects.get(pk=item.pk).published.published_at == later(4)


@pytest.mark.parametrize(("minutes", "found"), [(1, 0), (2, 0), (3, 1)])
def test_the_watchdog_names_what_is_due_and_not_out(cast, minutes, found):
    item = scheduled(cast, AT)
    now = AT + timedelta(minutes=minutes)
    assert due_but_not_out(now).count() == found
    rows = [row for row in waiting(cast.signer, now) if row.title == item.title]
    assert [row.light for row in rows] == ["late"] * found


def test_it_is_scheduled_and_released_through_the_page(cast, client):
    item = reviewed(cast)
    client.force_login(cast.signer)
    url = reverse("publishing:schedule", args=(item.pk,))
    wrong = client.post(url, {"release_at": "2001-01-01 09:00", "seen_version": item.version})
    assert wrong.status_code == 422
    assert "2001-01-01" in wrong.content.decode()
    far = client.post(url, {"release_at": "明天"})
    assert far.status_code == 422
    assert "请填写日期和时间" in far.content.decode()
    assert Item.objects.get(pk=item.pk).state == "to_sign"


def test_an_older_version_can_be_withdrawn_meanwhile(cast):
    item = scheduled(cast, AT)
    with pytest.raises(Refusal):
        withdraw(item=item, reason="错", public_note="错", by=cast.signer, now=later(4))
    assert draft(cast).state == "draft"


def test_a_tie_made_while_the_text_waits_does_not_hold_it_back(cast):
    item = scheduled(cast, AT)
    link(source=item, target=draft(cast, "办法"), kind="interprets", by=cast.clerk, now=later(5))
    deliver_due(AT)
    item.refresh_from_db()
    assert item.state == "published"
