"""Effects outside the database are claimed first; a crash in between repeats them when the lease ends, never earlier."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection

from gongkai.common.mail import message_id
from gongkai.common.outbox import deliver_due, delivery, handle, put
from gongkai.common.outbox.models import OutboxMessage
from tests.common.outbox.deliveries import NOW, handlers, only

__all__ = ["handlers"]
LEASE = timedelta(seconds=settings.OUTBOX_LEASE_SECONDS + 1)


class Killed(BaseException):
    """The process dies here: nothing after this line happens."""


def die(payload, now):
    raise Killed


def deliver_and_die(now):
    with pytest.raises(Killed):
        deliver_due(now)


def letter(**said):
    return {"to": ["li@example.test"], "subject": "答复", "text": "您好。", **said}


@pytest.mark.django_db
def test_the_message_is_claimed_before_its_effect(handlers):
    seen = []
    handle("call", lambda payload, now: seen.append((only().state, payload["key"])), outside=True)
    put("call", "a", {}, now=NOW)
    deliver_due(NOW)
    assert seen == [("claimed", "a")]
    assert (only().state, only().claimed_until) == ("done", None)


@pytest.mark.django_db(transaction=True)
def test_the_effect_runs_in_no_transaction(handlers):
    seen = []
    handle("call", lambda payload, now: seen.append(connection.in_atomic_block), outside=True)
    put("call", "a", {}, now=NOW)
    deliver_due(NOW)
    assert seen == [False]


@pytest.mark.django_db(transaction=True)
def test_after_a_crash_the_message_is_due_when_the_lease_ends(handlers):
    handle("call", die, outside=True)
    put("call", "a", {}, now=NOW)
    deliver_and_die(NOW)
    handlers.clear()
    handle("call", lambda payload, now: None, outside=True)
    assert deliver_due(NOW + LEASE / 2) == 0
    assert deliver_due(NOW + LEASE) == 1


@pytest.mark.django_db(transaction=True)
def test_a_message_at_which_every_worker_dies_is_given_up(handlers):
    handle("call", die, outside=True)
    put("call", "a", {}, now=NOW)
    attempts = len(settings.OUTBOX_BACK_OFF_SECONDS) + 1
    for number in range(attempts):
        deliver_and_die(NOW + number * LEASE)
    assert deliver_due(NOW + attempts * LEASE) == 0
    assert (only().state, only().attempts) == ("dead", attempts)


@pytest.mark.django_db
def test_a_worker_that_comes_late_does_not_mark_what_another_took_over(handlers):
    put("call", "a", {}, now=NOW)
    slow = delivery.claim(only().pk, NOW)
    taken = delivery.claim(only().pk, NOW + LEASE)
    assert (delivery.still_ours(slow), delivery.still_ours(taken)) == (False, True)


@pytest.mark.django_db
def test_a_failed_effect_waits_and_is_tried_again(handlers):
    outcomes = [OSError("连不上"), None]

    def call(payload, now):
        if outcome := outcomes.pop(0):
            raise outcome

    handle("call", call, outside=True)
    put("call", "a", {}, now=NOW)
    assert [deliver_due(NOW), deliver_due(NOW), deliver_due(NOW + LEASE)] == [0, 0, 1]


@pytest.mark.django_db
def test_a_letter_is_sent_with_a_number_made_from_its_key():
    put("mail.send", "case:7:reply", letter(), now=NOW)
    assert deliver_due(NOW) == 1
    (sent,) = mail.outbox
    assert (sent.to, sent.subject, sent.body) == (["li@example.test"], "答复", "您好。")
    assert sent.message()["Message-ID"] == message_id("case:7:reply")


@pytest.mark.django_db
def test_a_subject_of_several_lines_becomes_one_line():
    put("mail.send", "a", letter(subject="答复\nBcc: x@example.test"), now=NOW)
    deliver_due(NOW)
    assert mail.outbox[0].subject == "答复 Bcc: x@example.test"
    assert OutboxMessage.objects.get().state == "done"
