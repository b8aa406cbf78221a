"""Signing in: journal, lock, limits, links, second factor; nothing tells a stranger whether a name exists."""

from datetime import timedelta

import pytest
from django.urls import reverse

from gongkai.accounts.models import SignInFailures, SignInRules, User
from gongkai.audit.models import Entry
from gongkai.common.outbox.models import OutboxMessage as Message
from tests.people import PASSWORD

LOGIN = "/account/login/"


def sign_in(client, username="wang", password=PASSWORD, **said):
    return client.post(LOGIN, {"login": username, "password": password, **said})


def acts():
    return list(Entry.objects.order_by("pk").values_list("act", flat=True))


def test_a_person_signs_in_and_the_journal_of_the_organ_says_so(client, cast):
    assert sign_in(client).headers["Location"] == "/desk/"
    entry = Entry.objects.get(act="accounts.sign_in")
    assert (entry.actor_id, entry.post, entry.chain.organ) == (
        cast.clerk.pk,
        "青石镇人民政府经办",
        cast.town.code,
    )
    assert entry.after == {"methods": ["password"]}


def test_signing_out_is_journaled(client, cast):
    sign_in(client)
    client.post("/account/logout/")
    assert acts() == ["accounts.sign_in", "accounts.sign_out"]
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize("username", ["wang", "nobody-has-this"])
def test_a_wrong_password_and_an_unknown_name_read_the_same(client, cast, username):
    page = sign_in(client, username, "不对的口令-123").content.decode()
    assert "登录名或者口令不正确" in page
    entry = Entry.objects.get()
    assert (entry.act, entry.actor_name in {"", "未知人员"}) == ("accounts.sign_in_failed", True)
    assert username not in str(vars(entry))


@pytest.mark.parametrize("username", ["wang", "nobody-has-this"])
def test_a_name_is_locked_after_too_many_failures_whether_anybody_has_it(client, cast, username):
    for _ in range(5):
        sign_in(client, username, "不对的口令-123")
    assert "已锁定到" in sign_in(client, username).content.decode()
    assert acts().count("accounts.sign_in_locked") == 1
    assert client.get("/account/").status_code == 302


def test_whoever_tries_too_often_reads_in_chinese_what_to_do(client, cast, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    sign_in(client)
    answer = sign_in(client)
    assert answer.status_code == 429
    assert "请过几分钟再试" in answer.content.decode()


def test_a_lock_ends(client, cast):
    for _ in range(5):
        sign_in(client, password="不对的口令-123")
    SignInFailures.objects.update(locked_until=cast.clerk.date_joined)
    assert sign_in(client).status_code == 302
    assert not SignInFailures.objects.exists()


def test_how_many_failures_lock_is_data(client, cast):
    SignInRules.objects.create(pk=1, failures_before_lock=2)
    for _ in range(2):
        sign_in(client, password="不对的口令-123")
    assert "已锁定到" in sign_in(client).content.decode()


def test_who_is_no_longer_active_does_not_get_in(client, cast):
    User.objects.filter(pk=cast.clerk.pk).update(is_active=False)
    assert sign_in(client).headers["Location"] == "/account/inactive/"
    assert client.get("/account/").status_code == 302


def test_nobody_signs_up(client, cast):
    assert "不开放自行注册" in client.get("/account/signup/").content.decode()
    said = {"username": "eve", "password1": PASSWORD, "password2": PASSWORD}
    client.post("/account/signup/", said)
    assert not User.objects.filter(username="eve").exists()


def test_a_session_ends_after_its_hours_whatever_happens(client, cast):
    sign_in(client)
    session = client.session
    session["signed_in_until"] -= timedelta(hours=9).total_seconds()
    session.save()
    assert client.get("/account/").headers["Location"].startswith(LOGIN)


def test_the_oldest_session_ends_beyond_the_limit(cast, client_of):
    clients = [client_of() for _ in range(4)]
    for each in clients:
        sign_in(each)
    assert [each.get("/account/").status_code for each in clients] == [302, 200, 200, 200]


@pytest.fixture
def client_of():
    from django.test import Client

    return Client


def test_a_link_by_mail_sets_a_new_password_once(client, cast, client_of):
    client.post("/account/password/reset/", {"email": cast.clerk.email})
    payload = Message.objects.get().payload
    link = next(line for line in payload["text"].splitlines() if line.startswith("http"))
    path = client.get(link).headers["Location"]
    new = {"password1": "另一个口令-2024", "password2": "另一个口令-2024"}
    assert client.post(path, new).status_code == 302
    assert "accounts.reset_password" in acts()
    assert sign_in(client, password="另一个口令-2024").status_code == 302
    assert "链接已失效" in client_of().get(link, follow=True).content.decode()


def test_an_unknown_address_reads_the_same_and_gets_no_mail(client, cast):
    known = client.post("/account/password/reset/", {"email": cast.clerk.email})
    unknown = client.post("/account/password/reset/", {"email": "eve@example.test"})
    assert known.headers["Location"] == unknown.headers["Location"]
    assert Message.objects.count() == 1


@pytest.mark.parametrize(
    ("password", "said"),
    [("12345678901234", "数字"), ("password123", "常见"), ("短1a", "10")],
)
def test_weak_passwords_are_refused_in_chinese(client, cast, password, said):
    client.force_login(cast.clerk)
    change = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    assert said in client.post(reverse("account_change_password"), change).content.decode()
