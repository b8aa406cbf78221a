"""Refused sign-ins stand in the journal by hour, name and network with their number; no flood of them fills it."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from gongkai.accounts.actions import refused_sign_ins as refused
from gongkai.accounts.journal import ACTS
from gongkai.accounts.models import SignInFailures, SignInRefusal, User
from gongkai.accounts.sign_in.network import network_of
from gongkai.accounts.tasks import CLOSE_HOURS, close_refusals
from gongkai.audit.models import SYSTEM_CHAIN, Entry
from gongkai.audit.queries import told
from gongkai.audit.verify import verify
from gongkai.common import schedule
from gongkai.common.clock import current
from gongkai.common.models import OutboxMessage
from gongkai.common.notices.models import Notice
from tests.people import PASSWORD

WRONG = "打错的口令-不入留痕"


def attempt(client, username="wang", password=WRONG, address="203.0.113.7"):
    cache.clear()  # the limits of requests are the library's; here we count behind them
    said = {"login": username, "password": password}
    return client.post("/account/login/", said, REMOTE_ADDR=address)


def next_hour():
    return current() + timedelta(hours=1)


def entries(act):
    return list(Entry.objects.filter(act=act).order_by("pk"))


def test_the_first_is_told_at_once_and_their_number_when_the_hour_is_over(client, cast):
    for _ in range(4):
        attempt(client)
    assert len(entries("accounts.sign_in_failed")) == 1
    close_refusals(next_hour())
    entry = entries("accounts.sign_ins_refused")[0]
    said = (entry.after["why"], entry.after["network"], entry.after["count"])
    assert said == ("口令或者验证码不正确", "203.0.113.0/24", 4)
    assert (entry.object_id, entry.chain.organ) == (str(cast.clerk.pk), cast.town.code)
    assert not SignInRefusal.objects.exists()


def test_one_alone_needs_no_second_line_and_the_open_hour_stays(client, cast):
    attempt(client)
    close_refusals(current())
    assert SignInRefusal.objects.exists()
    close_refusals(next_hour())
    assert not entries("accounts.sign_ins_refused")


@pytest.mark.parametrize("typed", ["nobody-has-this", WRONG, "wang' or 1=1"])
def test_neither_password_nor_unknown_name_is_kept_in_clear(client, cast, typed):
    attempt(client, typed)
    kept = [*Entry.objects.values_list(), *SignInRefusal.objects.values_list()]
    assert WRONG not in str(kept)
    assert typed not in str(kept)
    entry = entries("accounts.sign_in_failed")[0]
    assert (entry.chain.organ, entry.object_label[:8]) == (SYSTEM_CHAIN, "未知登录名（代号")


def test_a_thousand_names_fill_nothing(client, cast, monkeypatch):
    monkeypatch.setattr(refused, "MOST_ROWS", 20)
    for number in range(60):
        attempt(client, f"name-{number}", address=f"203.0.{number}.7")
    assert SignInRefusal.objects.count() == 21
    close_refusals(next_hour())
    others = entries("accounts.sign_ins_refused")
    assert [(e.object_label, e.after["count"]) for e in others] == [("其他登录名", 40)]
    assert Entry.objects.count() == 22


def test_a_person_is_still_told_apart_in_a_flood(client, cast, monkeypatch):
    monkeypatch.setattr(refused, "MOST_ROWS", 3)
    for number in range(6):
        attempt(client, f"name-{number}")
    for number in range(4):
        attempt(client, address=f"203.0.{number}.7")
    row = SignInRefusal.objects.get(person=cast.clerk)
    assert (row.count, row.network) == (4, "")


def test_names_nobody_has_are_counted_only_so_far(client, cast, monkeypatch):
    monkeypatch.setattr(refused, "MOST_NAMES", 3)
    for number in range(6):
        attempt(client, f"name-{number}")
    for _ in range(5):
        attempt(client)
    assert SignInFailures.objects.count() == 4
    assert "已锁定到" in attempt(client, password=PASSWORD).content.decode()


def test_old_failures_are_forgotten_and_a_lock_is_not(client, cast):
    attempt(client, "nobody-has-this")
    attempt(client)
    later = current() + timedelta(days=2)
    SignInFailures.objects.filter(count=1).update(last_at=current())
    wang = SignInFailures.objects.order_by("pk").last()
    SignInFailures.objects.filter(pk=wang.pk).update(locked_until=later + timedelta(hours=1))
    close_refusals(later)
    assert list(SignInFailures.objects.values_list("pk", flat=True)) == [wang.pk]


def test_a_lock_is_journaled_and_the_person_told_once_an_hour(client, cast):
    for _ in range(5):
        attempt(client)
    assert entries("accounts.sign_in_locked")[0].object_id == str(cast.clerk.pk)
    SignInFailures.objects.all().delete()
    for _ in range(5):
        attempt(client)
    notice = Notice.objects.get(user_id=cast.clerk.pk)
    assert "已锁定到" in notice.text
    assert "203.0.113.0/24" in notice.text
    letters = OutboxMessage.objects.filter(kind="mail.send")
    assert [letter.payload["to"] for letter in letters] == [[cast.clerk.email]]


def test_nobody_is_told_of_a_name_that_nobody_has(client, cast):
    for _ in range(5):
        attempt(client, "nobody-has-this")
    assert not Notice.objects.exists()
    assert not OutboxMessage.objects.exists()


def reasons():
    return set(SignInRefusal.objects.values_list("why", flat=True))


def test_a_try_while_locked_is_a_refusal_of_its_own(client, cast):
    for _ in range(6):
        attempt(client)
    assert reasons() == {"wrong", "lock", "locked"}


def test_who_is_no_longer_active_is_refused_by_name(client, cast):
    User.objects.filter(pk=cast.clerk.pk).update(is_active=False)
    attempt(client, password=PASSWORD)
    assert reasons() == {"inactive"}


def test_too_many_from_one_place_are_refusals_too(client, cast):
    for number in range(33):
        client.post("/account/login/", {"login": f"other-{number}", "password": WRONG})
    assert "too_many" in reasons()


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("198.51.100.200", "198.51.100.0/24"),
        ("2001:db8:aa:1::7", "2001:db8:aa::/48"),
        ("::ffff:198.51.100.200", "198.51.100.0/24"),
        ("127.0.0.1", "127.0.0.0/24"),
    ],
)
def test_of_an_address_only_the_network_is_kept(client, cast, address, network):
    attempt(client, address=address)
    assert SignInRefusal.objects.get().network == network


def test_where_no_address_can_be_told_nothing_is_made_up(rf):
    assert network_of(rf.get("/", REMOTE_ADDR="nonsense")) == ""


def test_the_sentences_read_well_and_the_chain_holds(client, cast):
    for _ in range(2):
        attempt(client)
    close_refusals(next_hour())
    said = str(told(entries("accounts.sign_ins_refused")[0]))
    assert said.startswith(
        "未知人员（未登录）一小时内多次登录被拒绝：王经办；原因：口令或者验证码不正确"
    )
    assert "次数：2" in said
    assert verify().whole


def test_the_hours_are_closed_by_the_schedule():
    assert schedule._JOBS[CLOSE_HOURS].run is close_refusals
    assert {"accounts.sign_ins_refused", "accounts.sign_in_locked"} <= set(ACTS)
