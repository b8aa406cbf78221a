"""TOTP, recovery codes and keys: kept encrypted, journaled, demanded of posts by data, and shown in Chinese."""

import json
import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings
from django.test import TestCase
from django.urls import reverse

from gongkai.accounts.models import SignInRules
from gongkai.audit.models import Entry
from gongkai.common.clock import current, law_day
from tests.people import PASSWORD

PLAIN_PAGES = (
    "accounts:home",
    "accounts:matrix",
    "account_change_password",
    "account_logout",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "usersessions_list",
)
OPEN_PAGES = (
    "account_login",
    "account_reset_password",
    "account_reset_password_done",
    "account_inactive",
    "account_signup",
    "account_reset_password_from_key_done",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
)


def sign_in(client, username="wang"):
    return client.post("/account/login/", {"login": username, "password": PASSWORD})


def confirm(client):
    """Give the password once more, as pages about the account's safety demand."""
    client.post("/account/reauthenticate/", {"password": PASSWORD})


def code_for(secret):
    return totp.format_hotp_value(
        totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time()))
    )


def activate(client):
    """Set up TOTP, to the end of its transaction; returns its secret."""
    url = reverse("mfa_activate_totp")
    confirm(client)
    page = client.get(url).content.decode()
    secret = re.search(r"<code>(\w+)</code>", page)[1]
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert client.post(url, {"code": code_for(secret)}).status_code == 302
    return secret


@pytest.fixture
def protected(client, cast):
    """The clerk with TOTP and recovery codes, signed out."""
    sign_in(client)
    secret = activate(client)
    client.post(reverse("mfa_generate_recovery_codes"))
    client.post("/account/logout/")
    return secret


def test_totp_is_asked_when_signing_in(client, protected):
    assert sign_in(client).headers["Location"] == reverse("mfa_authenticate")
    assert client.get("/account/").status_code == 302
    from django.core.cache import cache

    cache.clear()  # a code counts once
    assert (
        client.post(reverse("mfa_authenticate"), {"code": code_for(protected)}).status_code == 302
    )
    assert client.get("/account/").status_code == 200
    assert Entry.objects.filter(act="accounts.sign_in").last().after == {
        "methods": ["password", "totp"]
    }


def test_a_recovery_code_opens_once(client, protected):
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    for expected in (302, 200):
        sign_in(client)
        assert client.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == expected
        client.post("/account/logout/")


def test_wrong_codes_count_like_wrong_passwords(client, protected):
    sign_in(client)
    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert Entry.objects.filter(act="accounts.sign_in_locked").exists()


def test_the_secret_is_encrypted_in_the_database(protected):
    kept = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))
    assert protected not in kept
    assert (settings.HOME / "keys" / "second_factor").exists()


def test_changes_are_journaled(client, protected):
    acts = set(Entry.objects.values_list("act", flat=True))
    assert "accounts.add_second_factor" in acts


def demand(days_ago):
    since = law_day(current()) - timedelta(days=days_ago)
    said = {"second_factor_roles": ["clerk"], "second_factor_from": since, "grace_days": 14}
    SignInRules.objects.create(pk=1, **said)


def test_a_post_that_demands_it_may_work_during_the_days_of_grace(client, cast):
    demand(1)
    sign_in(client)
    assert "请在" in client.get("/account/").content.decode()
    assert client.get("/desk/anything/").status_code == 404


def test_after_them_only_the_account_is_open_until_it_is_set_up(client, cast):
    demand(30)
    sign_in(client)
    assert client.get("/desk/anything/").headers["Location"] == reverse("mfa_index")
    activate(client)
    assert client.get("/desk/anything/").status_code == 404


def test_a_demanded_second_factor_is_not_given_up(client, cast):
    demand(1)
    sign_in(client)
    activate(client)
    page = client.post(reverse("mfa_deactivate_totp"))
    assert "不能停用" in page.content.decode()
    assert Authenticator.objects.filter(type="totp").exists()


def english_in(html):
    """Latin words that a reader would see."""
    text = re.sub(
        r"<(script|style|noscript|code)\b.*?</\1>|<[^>]+>|&\w+;", " ", html, flags=re.DOTALL
    )
    return set(re.findall(r"[A-Za-z]{3,}", text)) - {"wang", "example", "test"}


@pytest.mark.parametrize("name", PLAIN_PAGES)
def test_pages_of_the_account_speak_chinese(client, cast, name):
    sign_in(client)
    confirm(client)
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    assert not english_in(answer.content.decode())


@pytest.mark.parametrize("name", OPEN_PAGES)
def test_pages_before_signing_in_speak_chinese(client, cast, name):
    answer = client.get(reverse(name))
    assert answer.status_code in {200, 401}
    assert not english_in(answer.content.decode())


def test_keys_need_no_script_but_those_of_this_site(client, cast):
    sign_in(client)
    confirm(client)
    page = client.get(reverse("mfa_add_webauthn"))
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    scripts = re.findall(r"<script\b[^>]*>", page.content.decode())
    assert scripts
    assert all('src="/static/' in tag or "application/json" in tag for tag in scripts)
