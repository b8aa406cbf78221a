"""Links to single sign-on are seen and loosened by the person and by an administrator, each with its journal."""

import pytest
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.urls import reverse

from gongkai.accounts.models import Post, User
from gongkai.audit.models import Entry
from gongkai.audit.queries import history
from gongkai.common.clock import current, law_day
from tests.accounts.test_single_sign_on import VERIFIED, provider
from tests.accounts.test_single_sign_on import sign_in as sign_on
from tests.people import PASSWORD

__all__ = ["provider"]

OWN = "/account/identities/"
UNLINK_OWN = "/account/identities/oidc/unlink/"
REASON = {"reason": "邮箱已转给继任者"}


@pytest.fixture
def linked(cast):
    return SocialAccount.objects.create(user=cast.clerk, provider="oidc", uid="a" * 64)


@pytest.fixture
def clerk(client, cast):
    """The clerk, who has just given the password."""
    client.post("/account/login/", {"login": "wang", "password": PASSWORD})
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.administrator)
    return client


def url(cast):
    return reverse("people:unlink_identity", args=[cast.clerk.pk, "oidc"])


def text(answer):
    return answer.content.decode()


def test_the_person_sees_and_loosens_the_own_link(clerk, cast, linked):
    assert UNLINK_OWN in text(clerk.get(OWN))
    assert "解除关联" in text(clerk.get(UNLINK_OWN))
    assert clerk.post(UNLINK_OWN).headers["Location"] == OWN
    assert "没有关联" in text(clerk.get(OWN))
    assert "王经办（青石镇人民政府经办）解除单点登录关联：王经办" in str(history(cast.clerk)[0])


def test_an_unlocked_desk_is_not_enough(client, cast, linked):
    client.force_login(cast.clerk)
    asked = client.post(UNLINK_OWN).headers["Location"]
    assert asked.startswith("/account/reauthenticate/")
    assert SocialAccount.objects.exists()
    client.post(asked, {"password": PASSWORD, "next": UNLINK_OWN})
    assert not SocialAccount.objects.exists()


def test_who_has_no_password_is_not_locked_out(clerk, cast, linked, monkeypatch):
    monkeypatch.setattr(User, "has_usable_password", lambda _: False)
    answer = clerk.post(UNLINK_OWN)
    assert (answer.status_code, "还没有口令" in text(answer)) == (409, True)
    assert SocialAccount.objects.exists()


def test_nothing_to_loosen_is_told(clerk, cast):
    assert "没有关联这个单点登录身份" in text(clerk.post(UNLINK_OWN, follow=True))
    assert not Entry.objects.filter(act="accounts.unlink_identity").exists()


def test_nobody_loosens_somebody_elses_by_the_own_address(client, cast, linked):
    client.post("/account/login/", {"login": "zhao", "password": PASSWORD})
    client.post(UNLINK_OWN)
    assert SocialAccount.objects.get().user == cast.clerk


def test_an_administrator_loosens_a_link_for_a_reason(desk, cast, linked):
    assert url(cast) in text(desk.get(reverse("people:person", args=[cast.clerk.pk])))
    assert desk.post(url(cast), {"reason": ""}).status_code == 422
    assert desk.post(url(cast), REASON).status_code == 302
    entry = Entry.objects.get(act="accounts.unlink_identity")
    assert (entry.reason, entry.after, entry.chain.organ) == (
        REASON["reason"], {"provider": "oidc"}, cast.town.code,
    )  # fmt: skip
    assert desk.get(url(cast)).status_code == 404


def test_what_the_identity_opened_is_closed(desk, cast, provider, client_of):
    provider.claims = VERIFIED
    opened = client_of()
    sign_on(opened, provider)
    assert opened.get("/account/").status_code == 200
    desk.post(url(cast), REASON)
    assert not UserSession.objects.filter(user=cast.clerk).exists()
    assert opened.get("/account/").status_code == 302


@pytest.fixture
def client_of():
    from django.test import Client

    return Client


@pytest.mark.parametrize("who", ["supervisor", "clerk", "stranger"])
def test_nobody_else_gets_there(client, cast, linked, who):
    client.force_login(getattr(cast, who))
    assert client.post(url(cast), REASON).status_code == 404
    assert SocialAccount.objects.exists()


def test_an_administrator_does_not_reach_into_another_organ(desk, cast, linked):
    Post.objects.create(
        user=cast.clerk, agency=cast.other_town, role="reader", since=law_day(current())
    )
    answer = desk.post(url(cast), REASON)
    assert (answer.status_code, SocialAccount.objects.count()) == (403, 1)


def test_a_successor_with_the_same_address_is_let_in_once_the_link_is_loosened(
    desk, cast, provider, client_of
):
    provider.claims = VERIFIED
    sign_on(client_of(), provider)
    provider.claims, provider.userinfo = {**VERIFIED, "sub": "2"}, {"sub": "2"}
    assert sign_on(client_of(), _again(provider)).status_code == 403
    desk.post(url(cast), REASON)
    assert sign_on(client_of(), _again(provider)).headers["Location"] == "/desk/"


def _again(provider):
    provider.nonce = ""
    return provider


def test_a_provider_taken_from_the_settings_is_still_shown_and_loosened(clerk, cast, linked):
    assert "oidc（已不再使用）" in text(clerk.get(OWN))
    clerk.post(UNLINK_OWN)
    assert not SocialAccount.objects.exists()
