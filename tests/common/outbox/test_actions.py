"""Messages are put in with the change they follow, once per key, and dead ones can be tried again."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from gongkai.common.outbox import deliver_due, gather, handle, hasten, put
from gongkai.common.outbox.actions import LONGEST_KEY, retry
from gongkai.common.outbox.models import OutboxMessage
from gongkai.common.outbox.queries import counts, dead
from gongkai.common.refusals import Refusal
from tests.common.outbox.deliveries import LATER, NOW, handlers, only, states

__all__ = ["handlers"]


@pytest.mark.django_db
def test_the_same_key_twice_is_one_message():
    put("note", "a", {"number": 1}, now=NOW)
    put("note", "a", {"number": 2}, now=NOW)
    assert only().payload == {"number": 1}


@pytest.mark.django_db
def test_the_same_key_of_another_kind_is_another_message():
    put("note", "a", {}, now=NOW)
    put("letter", "a", {}, now=NOW)
    assert OutboxMessage.objects.count() == 2


@pytest.mark.django_db
def test_a_message_goes_with_the_change_that_is_rolled_back():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        put("note", "a", {}, now=NOW)
        _ = 1 / 0
    assert not OutboxMessage.objects.exists()


@pytest.mark.django_db
def test_a_delivered_message_is_not_put_in_again(handlers):
    seen = []
    handle("note", lambda payload, now: seen.append(payload))
    for _ in range(2):
        put("note", "a", {}, now=NOW)
        deliver_due(NOW)
    assert len(seen) == 1


@pytest.mark.parametrize("key", ["", "x" * (LONGEST_KEY + 1)])
def test_a_key_that_does_not_fit_is_a_mistake(key):
    with pytest.raises(ValueError, match="1 to 200"):
        put("note", key, {}, now=NOW)


@pytest.mark.django_db
def test_a_dead_message_can_be_tried_again(handlers):
    put("note", "a", {}, now=NOW)
    deliver_due(NOW)
    assert [message.key for message in dead()] == ["a"]
    handle("note", lambda payload, now: None)
    retry(only(), now=NOW + LATER)
    assert deliver_due(NOW + LATER) == 1
    assert counts() == {"done": 1}


@pytest.mark.django_db
def test_a_message_that_is_not_dead_is_not_tried_again():
    put("note", "a", {}, now=NOW)
    with pytest.raises(Refusal, match="没有被放弃"):
        retry(only(), now=NOW)


class AnyKeysInAnyOrder(TestCase):
    """Whatever is put in how often: each key is delivered once."""

    @given(st.lists(st.text("ab", min_size=1, max_size=2), max_size=8), st.data())
    def test_each_key_is_delivered_once(self, keys, data):
        OutboxMessage.objects.all().delete()
        for key in keys:
            put("unknown.to.all", key, {}, now=NOW)
            if data.draw(st.booleans()):
                deliver_due(NOW)
        deliver_due(NOW)
        assert states() == dict.fromkeys(keys, "dead")


def add(number):
    """Makes a message that holds one number more."""
    return lambda payload: {"numbers": [*payload.get("numbers", []), number]}


@pytest.mark.django_db
def test_what_is_gathered_is_one_message_until_it_is_delivered(handlers):
    seen = []
    handle("note", lambda payload, now: seen.append(payload["numbers"]))
    for number in (1, 2):
        gather("note", "a", add(number), now=NOW, due=NOW + LATER)
    gather("note", "ab", add(9), now=NOW, due=NOW + LATER)
    assert deliver_due(NOW) == 0
    hasten("note", "a#", now=NOW)
    deliver_due(NOW)
    gather("note", "a", add(3), now=NOW, due=NOW)
    deliver_due(NOW)
    assert seen == [[1, 2], [3]]


@pytest.mark.django_db
def test_what_is_gathered_goes_with_the_change_that_is_rolled_back():
    gather("note", "a", add(1), now=NOW, due=NOW + LATER)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        gather("note", "a", add(2), now=NOW, due=NOW + LATER)
        _ = 1 / 0
    assert only().payload == {"numbers": [1], "key": "a#0"}


@pytest.mark.needs_postgresql
@pytest.mark.django_db(transaction=True)
def test_what_several_put_down_at_once_is_all_gathered():
    together = Barrier(4)

    def one(number):
        try:
            with transaction.atomic():
                together.wait(10)
                gather("note", "a", add(number), now=NOW, due=NOW + LATER)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as people:
        list(people.map(one, range(4)))
    assert sorted(only().payload["numbers"]) == [0, 1, 2, 3]
