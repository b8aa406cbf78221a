"""Letters go out once, in portions, whatever dies when; what a mail server says is understood."""

from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.conf import settings as configured
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongkai.common.outbox import deliver_due
from gongkai.common.outbox.models import OutboxMessage
from gongkai.release.models import Digest, PublicDocument, Subscriber, Subscription
from gongkai.release.subscriptions.actions import sending
from gongkai.release.subscriptions.actions.planning import SEND, plan, wake
from gongkai.release.subscriptions.actions.sending import send_digests
from gongkai.release.subscriptions.terms import LISTED, MOST_REFUSALS, TRY_AGAIN
from tests.website.subscribed import ALL, SUPPORT, answered, asked, at, became_public, subscribed

pytestmark = pytest.mark.django_db
DAY, NEXT = at("2026-11-26"), at("2026-11-27")
LEASE = timedelta(seconds=configured.OUTBOX_LEASE_SECONDS + 1)
NOBODY = {"li@example.test": (550, b"5.1.1 no such user")}
LATER = {"li@example.test": (451, b"4.7.1 greylisted")}
POLICY = {"li@example.test": (554, b"5.7.1 relay denied")}


class Killed(BaseException):
    """The process dies here."""


def die(*_args, **_said):
    raise Killed


def answers(monkeypatch, error):
    """From now on the mail server says this of every letter; None: it takes them."""
    monkeypatch.undo()
    if error:
        monkeypatch.setattr(EmailBackend, "send_messages", lambda *_: (_ for _ in ()).throw(error))


@pytest.fixture
def due(cast):
    """A letter that waits."""
    found = subscribed(cast.town, now=DAY)
    became_public(cast.town, DAY, title="低保标准", document_number="青政发〔2026〕1号")
    plan(NEXT)
    mail.outbox.clear()
    return found


def state():
    return Digest.objects.get().state


def test_a_letter_says_what_is_new_why_it_comes_and_how_to_leave(due):
    send_digests({}, NEXT)
    (letter,) = mail.outbox
    page = letter.alternatives[0].content
    assert letter.subject == "青石镇人民政府：11月26日新公开 1 条信息"
    for said in (letter.body, page):
        for words in ("低保标准", "青政发〔2026〕1号", "2026-11-26", "http://testserver/items/", "每天一次", "退订这一项", "/subscribe/manage/"):  # fmt: skip
            assert words in said
    assert "<img" not in page
    assert state() == "sent"


def test_mail_programs_are_told_how_to_leave_in_one_click(due):
    send_digests({}, NEXT)
    headers = mail.outbox[0].message()
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["List-Unsubscribe"].strip("<>") in mail.outbox[0].body
    assert headers["Auto-Submitted"] == "auto-generated"


def test_a_long_letter_ends_with_how_many_more_there_are_and_where(cast):
    subscribed(cast.town, SUPPORT, now=DAY)
    for number in range(LISTED + 2):
        became_public(cast.town, DAY, title=f"低保第{number}号")
    plan(NEXT)
    send_digests({}, NEXT)
    said = mail.outbox[-1].body
    assert "新公开 32 条" in said
    assert said.count("低保第") == LISTED
    assert "另有 2 条，请看完整的列表：\nhttp://testserver/search?q=%E4%BD%8E%E4%BF%9D" in said


def test_titles_are_no_mark_up(cast):
    subscribed(cast.town, now=DAY)
    became_public(cast.town, DAY, title="<script>甲</script>\r\nBcc: a@b.c")
    plan(NEXT)
    send_digests({}, NEXT)
    letter = mail.outbox[-1]
    assert "<script>" not in letter.alternatives[0].content
    assert letter.message()["Bcc"] is None


def test_what_was_withdrawn_since_is_not_sent(due):
    PublicDocument.objects.all().delete()
    send_digests({}, NEXT)
    assert (mail.outbox, state()) == ([], "dropped")


@pytest.mark.parametrize("place", ["_settle", "_documents", "post"])
def test_killed_at_any_point_a_letter_is_sent_and_its_repetition_is_known(due, monkeypatch, place):
    monkeypatch.setattr(sending, place, die)
    with pytest.raises(Killed):
        send_digests({}, NEXT)
    monkeypatch.undo()
    # A process that dies leaves its claim, which the end of this one has let go.
    Digest.objects.update(claimed_until=NEXT + LEASE)
    send_digests({}, NEXT)
    assert state() == "waiting"
    send_digests({}, NEXT + LEASE)
    send_digests({}, NEXT + 2 * LEASE)
    assert state() == "sent"
    assert len(mail.outbox) == (2 if place == "_settle" else 1)
    assert len({letter.message()["Message-ID"] for letter in mail.outbox}) == 1


def test_between_portions_the_worker_does_its_other_work(cast, monkeypatch):
    monkeypatch.setattr(sending, "AT_ONCE", 2)
    for number in range(5):
        subscribed(cast.town, address=f"p{number}@example.test", now=DAY)
    became_public(cast.town, DAY)
    plan(NEXT)
    mail.outbox.clear()
    sent = []
    for second in range(0, 8, 2):
        deliver_due(NEXT + timedelta(seconds=second), kind=SEND)
        sent.append(len(mail.outbox))
    assert sent == [2, 4, 5, 5]
    assert not OutboxMessage.objects.filter(kind=SEND, state="waiting").exists()


def test_a_slow_server_gets_a_bounded_time(cast, monkeypatch):
    monkeypatch.setattr(sending, "SECONDS", -1.0)
    subscribed(cast.town, now=DAY)
    became_public(cast.town, DAY)
    plan(NEXT)
    send_digests({}, NEXT)
    assert (state(), Digest.objects.get().claimed_until) == ("waiting", None)


def test_each_letter_costs_a_few_queries(cast):
    counted = []
    for number in (2, 12):
        for each in range(number):
            subscribed(cast.town, address=f"{number}-{each}@example.test", now=DAY)
        became_public(cast.town, DAY)
        plan(NEXT)
        with CaptureQueriesContext(connection) as queries:
            send_digests({}, NEXT)
        counted.append(len(queries))
    assert counted[1] - counted[0] <= 3 * (12 - 2)


def test_an_address_that_nobody_has_is_given_up_after_some_days(cast, due, monkeypatch):
    for number in range(MOST_REFUSALS):
        now = NEXT + timedelta(days=number)
        answers(monkeypatch, SMTPRecipientsRefused(NOBODY))
        send_digests({}, now)
        became_public(cast.town, now)
        plan(now + timedelta(days=1))
    assert Subscription.objects.get().state == "ended"
    assert not Subscriber.objects.exists()


def test_several_refusals_of_one_day_count_once_and_a_letter_taken_makes_good(cast, due, monkeypatch):  # fmt: skip
    subscribed(cast.town, SUPPORT, now=DAY)
    plan(NEXT)
    answers(monkeypatch, SMTPRecipientsRefused(NOBODY))
    send_digests({}, NEXT)
    assert list(Digest.objects.values_list("state", flat=True)) == ["refused", "refused"]
    assert Subscriber.objects.get().refusals == 1
    answers(monkeypatch, None)
    became_public(cast.town, NEXT)
    plan(NEXT + timedelta(days=1))
    send_digests({}, NEXT + timedelta(days=1))
    assert Subscriber.objects.get().refusals == 0


@pytest.mark.parametrize("error", [SMTPRecipientsRefused(LATER), SMTPRecipientsRefused(POLICY), SMTPDataError(554, b"spam")])  # fmt: skip
def test_what_says_nothing_of_the_address_is_tried_again_and_takes_nobody_off(due, monkeypatch, error):  # fmt: skip
    answers(monkeypatch, error)
    now = NEXT
    for wait in (*TRY_AGAIN, timedelta(0)):
        assert state() == "waiting"
        send_digests({}, now)
        now += wait
    assert (state(), Subscriber.objects.get().refusals) == ("refused", 0)


def test_where_no_server_answers_everything_waits(due, monkeypatch):
    answers(monkeypatch, SMTPServerDisconnected("gone"))
    assert deliver_due(NEXT, kind=SEND) == 0
    assert (state(), Digest.objects.get().claimed_until) == ("waiting", None)
    answers(monkeypatch, None)
    assert deliver_due(NEXT + timedelta(seconds=15), kind=SEND) == 1
    assert state() == "sent"


def test_a_message_that_died_is_followed_by_another(due):
    OutboxMessage.objects.filter(kind=SEND).update(state="dead")
    wake(NEXT)
    assert deliver_due(NEXT, kind=SEND) == 1
    assert state() == "sent"


def test_a_mistyped_address_is_forgotten_when_the_first_letter_is_refused(cast, monkeypatch):
    asked(cast.town, ALL, now=NEXT)
    answers(monkeypatch, SMTPRecipientsRefused(NOBODY))
    answered(NEXT)
    assert not Subscriber.objects.exists()
    assert not OutboxMessage.objects.exclude(state="done").exists()


def test_items_of_other_organs_lead_to_their_own_pages(cast):
    subscribed(cast.town, SUPPORT, now=DAY)
    other = became_public(cast.county, DAY, title="低保标准")
    plan(NEXT)
    send_digests({}, NEXT)
    assert f"http://testserver/o/{cast.county.code}/{other.path}" in mail.outbox[-1].body
    assert "临川县人民政府" in mail.outbox[-1].body
