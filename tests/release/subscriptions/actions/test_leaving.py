"""Who leaves is forgotten: the address and the words go, that somebody left stays."""

from datetime import timedelta

import pytest
from django.core import mail

from gongkai.release.models import Digest, Finding, Subscriber, Subscription
from gongkai.release.subscriptions import actions
from gongkai.release.subscriptions.actions.leaving import forget_letters, leave_of_address
from gongkai.release.subscriptions.actions.planning import plan
from gongkai.release.subscriptions.actions.sending import send_digests
from gongkai.release.subscriptions.terms import KEEP_DIGESTS
from tests.website.subscribed import ADDRESS, SUPPORT, asked, at, became_public, subscribed

pytestmark = pytest.mark.django_db
NOW, NEXT = at("2026-11-27"), at("2026-11-28")


def test_the_last_to_be_left_takes_the_address_along(cast):
    first, second = subscribed(cast.town), subscribed(cast.town, SUPPORT)
    assert actions.leave(subscription=first, now=NOW)
    assert Subscriber.objects.count() == 1
    assert actions.leave(subscription=second, now=NOW)
    assert Subscriber.objects.count() == 0


def test_of_who_left_only_that_somebody_did_is_kept(cast):
    actions.leave(subscription=subscribed(cast.town, SUPPORT), now=NOW)
    row = Subscription.objects.get()
    assert (row.state, row.ended_at, row.subscriber) == ("left", NOW, None)
    assert (row.title, row.link, row.home, row.asked, row.mark) == ("", "", "", {}, "")


def test_leaving_twice_changes_nothing(cast):
    found = subscribed(cast.town)
    assert actions.leave(subscription=found, now=NOW)
    found.refresh_from_db()
    assert not actions.leave(subscription=found, now=NEXT)
    assert Subscription.objects.get().ended_at == NOW


def test_all_are_left_at_once_and_what_waited_for_confirmation_is_deleted(cast):
    found = subscribed(cast.town)
    asked(cast.town, SUPPORT)
    assert actions.leave_all(subscriber=found.subscriber, now=NOW) == 1
    assert list(Subscription.objects.values_list("state", flat=True)) == ["left"]
    assert not Subscriber.objects.exists()


def test_a_letter_that_waits_is_not_sent_to_who_left(cast):
    found = subscribed(cast.town, now=NOW)
    became_public(cast.town, NOW)
    plan(NEXT)
    actions.leave(subscription=found, now=NEXT)
    mail.outbox.clear()
    send_digests({}, NEXT)
    assert (mail.outbox, Digest.objects.get().state) == ([], "dropped")


def test_another_rhythm_holds_from_the_next_letter_on_and_leaves_no_day_out(cast):
    found = subscribed(cast.town, now=NOW)
    actions.change(subscription=found, rhythm="weekly", weekday=1, now=NOW)
    found.refresh_from_db()
    assert (str(found.untold), str(found.next_on)) == ("2026-11-27", "2026-11-30")


def test_an_officer_ends_what_lies_within_reach_alone(cast):
    subscribed(cast.town)
    subscribed(cast.county)
    for address in (ADDRESS, "unknown@example.test"):
        leave_of_address(address=address, agency_ids=[cast.town.pk], now=NOW)
    assert Subscription.objects.get(agency=cast.county).state == "confirmed"
    assert Subscription.objects.get(agency=cast.town).state == "left"
    assert Subscriber.objects.count() == 1


def test_letters_that_are_long_settled_are_forgotten_with_what_was_found(cast):
    subscribed(cast.town, now=NOW)
    became_public(cast.town, NOW)
    plan(NEXT)
    send_digests({}, NEXT)
    assert forget_letters(NEXT + KEEP_DIGESTS) == 0
    assert forget_letters(NEXT + KEEP_DIGESTS + timedelta(days=1)) == 1
    assert not Digest.objects.exists()
    assert not Finding.objects.exists()
