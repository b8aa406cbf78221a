"""Inside the database an effect happens exactly once; failures wait longer and longer, end as dead, and hold up no other."""

import threading
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import close_old_connections, connection

from gongkai.common.models import CachedValue
from gongkai.common.outbox import deliver_due, handle, put
from gongkai.common.outbox.models import OutboxMessage
from gongkai.common.outbox.queries import counts
from tests.common.outbox.deliveries import LATER, NOW, handlers, only, states

__all__ = ["handlers"]


def mark(payload, now):
    """An effect that can be counted: it fails with IntegrityError where it happened before."""
    CachedValue(cache_key=payload["mark"], value="1", expires=now).save(force_insert=True)


def mark_and_stumble(payload, now):
    mark(payload, now)
    raise OSError("中途出错")


def put_marks(*keys, kind="mark", **said):
    for key in keys:
        put(kind, key, {"mark": key}, now=NOW, **said)


@pytest.mark.django_db
def test_what_is_due_is_delivered_and_what_is_not_waits(handlers):
    handle("mark", mark)
    put_marks("now")
    put_marks("later", due=NOW + LATER)
    assert deliver_due(NOW) == 1
    assert states() == {"now": "done", "later": "waiting"}
    assert deliver_due(NOW + LATER) == 1


@pytest.mark.django_db
def test_at_most_so_many_are_delivered_at_once(handlers):
    handle("mark", mark)
    put_marks(*"abcde")
    assert [deliver_due(NOW, most=2) for _ in range(4)] == [2, 2, 1, 0]


@pytest.mark.django_db
def test_a_handler_that_stumbles_midway_leaves_neither_effect_nor_mark(handlers):
    handle("mark", mark_and_stumble)
    put_marks("a")
    assert deliver_due(NOW) == 0
    assert not CachedValue.objects.exists()
    assert (only().state, only().done_at, only().attempts) == ("waiting", None, 1)
    assert only().last_error == "OSError：中途出错"


@pytest.mark.django_db
def test_a_handler_that_raises_holds_up_no_other(handlers):
    handle("mark", mark)
    handle("poison", mark_and_stumble)
    put_marks(*"abc", kind="poison")
    put_marks(*"def")
    assert deliver_due(NOW) == 3
    assert counts() == {"waiting": 3, "done": 3}


@pytest.mark.django_db
def test_poison_that_fills_the_list_gives_way_to_the_rest(handlers):
    handle("mark", mark)
    handle("poison", mark_and_stumble)
    put_marks(*"abc", kind="poison")
    put_marks("good")
    assert [deliver_due(NOW, most=3), deliver_due(NOW, most=3)] == [0, 1]


@pytest.mark.django_db
def test_waits_grow_by_the_table_until_the_message_is_dead(handlers):
    handle("mark", mark_and_stumble)
    put_marks("a")
    waits, moment = [], NOW
    for _ in settings.OUTBOX_BACK_OFF_SECONDS:
        deliver_due(moment)
        waits.append((only().due_at - moment).total_seconds())
        moment = only().due_at
    deliver_due(moment)
    assert only().state == "dead"
    for wait, told in zip(waits, settings.OUTBOX_BACK_OFF_SECONDS, strict=True):
        assert 0.8 * told <= wait <= 1.2 * told + 1


@pytest.mark.django_db
def test_messages_that_failed_together_are_not_tried_together(handlers):
    handle("mark", mark_and_stumble)
    put_marks(*"abcdefgh")
    deliver_due(NOW)
    dues = OutboxMessage.objects.values_list("due_at", flat=True)
    assert max(dues) - min(dues) > timedelta(seconds=0.5)


@pytest.mark.django_db
def test_a_kind_nobody_knows_is_given_up_with_the_reason(handlers):
    put_marks("a", kind="tomorrow")
    deliver_due(NOW)
    assert only().state == "dead"
    assert "没有程序认识种类“tomorrow”" in only().last_error


def test_a_kind_has_one_function(handlers):
    handle("mark", mark)
    handle("mark", mark)
    with pytest.raises(ValueError, match="two functions"):
        handle("mark", mark_and_stumble)


def race(workers):
    """All at once; returns what each delivered."""
    start, delivered = threading.Barrier(workers), []

    def work():
        start.wait()
        delivered.append(deliver_due(NOW))
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    close_old_connections()
    return delivered


@pytest.mark.needs_postgresql
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("outside", [False, True])
def test_several_workers_at_once_deliver_each_message_once(handlers, outside):
    seen = []
    handle("mark", lambda payload, now: seen.append(payload["mark"]), outside=outside)
    keys = [str(number) for number in range(60)]
    put_marks(*keys)
    assert sum(race(3)) == 60
    assert sorted(seen) == sorted(keys)
