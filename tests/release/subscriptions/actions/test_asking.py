"""Asked for, then confirmed by the link of a letter; what nobody confirms is forgotten; the letter alone tells what is known."""

from datetime import timedelta

import pytest

from gongkai.common.outbox.models import OutboxMessage
from gongkai.common.refusals import Refusal
from gongkai.release.models import Subscriber, Subscription
from gongkai.release.subscriptions import actions
from gongkai.release.subscriptions.actions.leaving import forget_unconfirmed
from gongkai.release.subscriptions.terms import CONFIRM_WITHIN, MOST_OF_ONE
from tests.website.subscribed import (
    ADDRESS,
    ALL,
    SUPPORT,
    answered,
    asked,
    at,
    link_in,
    subscribed,
)

pytestmark = pytest.mark.django_db
NOW = at("2026-11-27")
TICK = timedelta(seconds=1)


def test_nothing_is_subscribed_to_before_it_is_confirmed(cast):
    found = asked(cast.town, now=NOW)
    (letter,) = answered(NOW)
    assert (found.state, found.next_on, letter.to) == ("waiting", None, [ADDRESS])
    assert "/subscribe/confirm/" in link_in(letter, "confirm")
    here = actions.confirm(subscription=found, now=NOW)
    assert (here.state, str(here.untold), str(here.next_on)) == (
        "confirmed",
        "2026-11-27",
        "2026-11-28",
    )


@pytest.mark.parametrize(("late", "taken"), [(-TICK, True), (TICK * 0, False), (TICK, False)])
def test_a_link_holds_for_the_time_that_is_said(cast, late, taken):
    found = asked(cast.town, now=NOW)
    moment = NOW + CONFIRM_WITHIN + late
    try:
        actions.confirm(subscription=found, now=moment)
    except Refusal:
        assert not taken
    assert Subscription.objects.filter(state="confirmed").exists() is taken
    forget_unconfirmed(moment)
    assert Subscriber.objects.exists() is taken


def test_a_link_confirms_once(cast):
    found = subscribed(cast.town, now=NOW)
    with pytest.raises(Refusal, match="已经用过"):
        actions.confirm(subscription=found, now=NOW)


def test_asked_again_before_confirming_it_is_one_subscription_with_the_later_wish(cast):
    asked(cast.town, now=NOW)
    asked(cast.town, now=NOW + CONFIRM_WITHIN - TICK, rhythm="weekly", weekday=3)
    assert forget_unconfirmed(NOW + CONFIRM_WITHIN) == 0
    found = Subscription.objects.get()
    assert (found.rhythm, found.weekday) == ("weekly", 3)


def test_what_is_known_already_is_told_by_letter_alone_and_changes_nothing(cast):
    found = subscribed(cast.town, now=NOW)
    answered(NOW)
    asked(cast.town, now=NOW, address="LI@example.test", rhythm="weekly")
    (letter,) = answered(NOW)
    found.refresh_from_db()
    assert (letter.subject, found.rhythm) == ("您已经订阅过了", "daily")
    assert "/subscribe/manage/" in link_in(letter, "manage")
    assert Subscription.objects.count() == 1


def test_an_address_has_no_more_subscriptions_than_anybody_reads(cast):
    for number in range(MOST_OF_ONE + 1):
        choice = type(ALL)("search", "词", "", {"words": str(number), "facts": {}})
        asked(cast.town, choice, now=NOW)
    assert Subscription.objects.count() == MOST_OF_ONE
    assert [letter.subject for letter in answered(NOW)][-1] == "订阅没有增加"


def test_equal_questions_have_one_mark_and_others_have_others(cast):
    marks = [
        subscribed(cast.town, SUPPORT, address=address).mark
        for address in ("a@example.test", "b@example.test")
    ]
    others = [subscribed(cast.town).mark, subscribed(cast.county, SUPPORT).mark]
    assert len({*marks, *others}) == 3


def test_neither_the_outbox_nor_the_rows_hold_address_or_link(cast):
    found = asked(cast.town, now=NOW)
    before = str(list(OutboxMessage.objects.values()))
    (letter,) = answered(NOW)
    token = link_in(letter, "confirm").rstrip("/").rpartition(".")[2]
    kept = before + str([*OutboxMessage.objects.values(), *Subscription.objects.values()])
    assert f"'subscription': {found.pk}" in before
    assert [word for word in (ADDRESS, token) if word in kept] == []
