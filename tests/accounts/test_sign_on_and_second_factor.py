"""Single sign-on and second factors together, as docs/run/sign-in.md says: neither takes the other's place."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache

from gongkai.accounts.models import SignInRules
from gongkai.audit.models import Entry
from gongkai.common.clock import current, law_day
from tests.accounts.test_second_factor import code_for
from tests.accounts.test_single_sign_on import VERIFIED, provider, refused
from tests.accounts.test_single_sign_on import sign_in as sign_on
from tests.people import PASSWORD

__all__ = ["provider"]

CODE = "/account/2fa/authenticate/"
DOCS = Path(__file__).resolve().parents[2] / "docs" / "run" / "sign-in.md"


@pytest.fixture
def secret(cast, provider):
    """The clerk has an authenticator, and comes by single sign-on."""
    provider.claims = VERIFIED
    made = generate_totp_secret()
    TOTP.activate(cast.clerk, made)
    return made


def give(client, code):
    cache.clear()  # a code counts once, and so do the limits of requests
    return client.post(CODE, {"code": code})


def test_the_documents_say_what_is_tested_here():
    said = DOCS.read_text(encoding="utf-8")
    assert "登录名被锁定时，单点登录同样进不来；本人启用的、岗位要求的第二重验证照样要过" in said


def test_both_are_needed_and_the_journal_names_both(client, provider, secret):
    assert sign_on(client, provider).headers["Location"] == CODE
    assert client.get("/desk/").status_code == 302
    assert not Entry.objects.filter(act="accounts.sign_in").exists()
    assert give(client, code_for(secret)).headers["Location"] == "/desk/"
    assert Entry.objects.get(act="accounts.sign_in").after == {"methods": ["oidc", "totp"]}


def test_one_goes_on_where_one_wanted_to_after_the_code(client, provider, secret):
    sign_on(client, provider, "?next=/account/")
    assert give(client, code_for(secret)).headers["Location"] == "/account/"


def test_a_recovery_code_serves_here_too(client, cast, provider, secret):
    codes = RecoveryCodes.activate(cast.clerk).get_unused_codes()
    sign_on(client, provider)
    assert give(client, codes[0]).status_code == 302
    assert Entry.objects.get(act="accounts.sign_in").after == {
        "methods": ["oidc", "recovery_codes"]
    }


def test_wrong_codes_after_single_sign_on_lock_the_name_at_every_door(client, provider, secret):
    sign_on(client, provider)
    for _ in range(5):
        give(client, "000000")
    assert Entry.objects.filter(act="accounts.sign_in_locked").exists()
    client.cookies.clear()
    provider.nonce = ""
    assert refused(client, sign_on(client, provider), "已锁定到")


def test_half_way_through_nothing_of_the_account_opens(client, provider, secret):
    sign_on(client, provider)
    for path in ("/account/", "/desk/", "/account/2fa/", "/account/identities/"):
        assert "/account/login/" in client.get(path).headers["Location"]


def demand(days_ago):
    since = law_day(current()) - timedelta(days=days_ago)
    said = {"second_factor_roles": ["clerk"], "second_factor_from": since, "grace_days": 14}
    SignInRules.objects.create(pk=1, **said)


def test_a_post_demands_its_second_factor_of_who_comes_by_single_sign_on(client, provider):
    demand(30)
    provider.claims = VERIFIED
    sign_on(client, provider)
    assert client.get("/desk/").headers["Location"] == "/account/2fa/"
    assert client.get("/account/").status_code == 200


def test_during_the_days_of_grace_it_is_only_reminded_of(client, provider):
    demand(1)
    provider.claims = VERIFIED
    sign_on(client, provider)
    assert "请在" in client.get("/account/").content.decode()
    assert client.get("/desk/").status_code == 200


def test_who_came_by_single_sign_on_sets_one_up_and_is_asked_for_it_next_time(client, provider):
    demand(30)
    provider.claims = VERIFIED
    sign_on(client, provider)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    page = client.get("/account/2fa/totp/activate/").content.decode()
    secret = re.search(r"<code>(\w+)</code>", page)[1]
    client.post("/account/2fa/totp/activate/", {"code": code_for(secret)})
    assert Authenticator.objects.filter(type="totp").exists()
    client.post("/account/logout/")
    provider.nonce = ""
    assert sign_on(client, provider).headers["Location"] == CODE
