"""Single sign-on lets in whom a verified claim names, and tells everybody else nothing."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount

from gongkai.accounts.models import SignInFailures, User
from gongkai.accounts.sign_in.second_factor import cipher
from gongkai.audit.models import Entry
from gongkai.config.settings.environment import Environment
from gongkai.config.settings.single_sign_on import providers_of
from tests.accounts.fake_provider import OTHER_KEY, fake_provider
from tests.people import PASSWORD, make_person

START, BACK = "/account/oidc/oidc/login/", "/account/oidc/oidc/login/callback/"
VERIFIED = {"email": "wang@example.test", "email_verified": True}
STRANGER = "没有可以使用的账号与它对应"
FAILED = "单点登录服务没有给出可用的答复"


def configure(settings, folder, address, match):
    path = folder / "oidc.json"
    said = {"name": "县统一认证", "server_url": address, "client_id": "gongkai", "secret": "s", "match": match}  # fmt: skip
    path.write_text(json.dumps(said), encoding="utf-8")
    settings.SOCIALACCOUNT_PROVIDERS = providers_of(Environment({"GONGKAI_OIDC": str(path)}))


@pytest.fixture
def provider(settings, tmp_path, cast):
    with fake_provider() as fake:
        configure(settings, tmp_path, fake.address, "email")
        yield fake


def leave(client, provider, there=""):
    """Go to the provider; gives what it was asked for."""
    went = client.get(START + there).headers["Location"]
    assert went.startswith(f"{provider.address}/authorize?")
    asked = {key: values[0] for key, values in parse_qs(urlsplit(went).query).items()}
    provider.nonce = provider.nonce or asked["nonce"]
    return asked


def sign_in(client, provider, there="", **said):
    asked = leave(client, provider, there)
    return client.get(BACK, {"code": "c", "state": asked["state"], **said})


def refused(client, answer, sentence):
    page = answer.content.decode()
    assert answer.status_code in {401, 403}
    assert sentence in page
    assert "王经办" not in page
    assert client.get("/account/").status_code == 302
    return True


def test_a_verified_address_opens_the_account_it_names(client, provider):
    provider.claims = VERIFIED
    assert sign_in(client, provider).headers["Location"] == "/desk/"
    assert "王经办" in client.get("/account/").content.decode()
    acts = Entry.objects.order_by("pk").values_list("act", "after")
    assert list(acts) == [
        ("accounts.link_identity", {"provider": "oidc"}),
        ("accounts.sign_in", {"methods": ["oidc"]}),
    ]


def test_nothing_of_what_the_provider_knows_is_kept(client, provider):
    provider.claims = {**VERIFIED, "name": "王某某", "phone_number": "13800000000"}
    sign_in(client, provider)
    account = SocialAccount.objects.get()
    assert (account.extra_data, "person-1" in account.uid) == ({}, False)
    assert User.objects.get(username="wang").has_usable_password()


def test_a_linked_identity_opens_the_account_whatever_its_address_becomes(client, provider):
    provider.claims = VERIFIED
    sign_in(client, provider)
    client.post("/account/logout/")
    provider.claims, provider.nonce = {"email": "zhao@example.test", "email_verified": True}, ""
    assert sign_in(client, provider).status_code == 302
    assert "王经办" in client.get("/account/").content.decode()


def test_another_identity_with_the_same_address_opens_nothing(client, provider):
    provider.claims = VERIFIED
    sign_in(client, provider)
    client.post("/account/logout/")
    provider.claims, provider.userinfo, provider.nonce = {**VERIFIED, "sub": "2"}, {"sub": "2"}, ""
    assert refused(client, sign_in(client, provider), STRANGER)


def test_one_goes_on_where_one_wanted_to(client, provider):
    provider.claims = VERIFIED
    assert sign_in(client, provider, "?next=/account/").headers["Location"] == "/account/"


def test_never_to_another_site(client, provider):
    provider.claims = VERIFIED
    there = "?next=https://evil.example/"
    assert sign_in(client, provider, there).headers["Location"] == "/desk/"


def test_claims_outside_the_signed_answer_serve_too(client, provider):
    provider.userinfo = VERIFIED
    assert sign_in(client, provider).status_code == 302


def test_a_verification_elsewhere_does_not_count_for_the_signed_address(client, provider):
    provider.claims = {"email": "wang@example.test"}
    provider.userinfo = {"email": "eve@example.test", "email_verified": True}
    assert refused(client, sign_in(client, provider), STRANGER)


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "nobody@example.test", "email_verified": True},
        {"email": "wang@example.test", "email_verified": False},
        {"email": "wang@example.test", "email_verified": "false"},
        {"email": "wang@example.test"},
        {"email": "", "email_verified": True},
        {"email": ["wang@example.test"], "email_verified": True},
        {"preferred_username": "wang"},
    ],
)
def test_strangers_read_one_page(client, provider, claims):
    provider.claims = claims
    assert refused(client, sign_in(client, provider), STRANGER)
    assert not SocialAccount.objects.exists()
    assert User.objects.count() == 9


def test_an_address_that_two_people_have_opens_nothing(client, provider):
    make_person("wang2", "王二")
    User.objects.filter(username="wang2").update(email="WANG@example.test")
    provider.claims = VERIFIED
    assert refused(client, sign_in(client, provider), STRANGER)


@pytest.mark.parametrize("linked", [False, True])
def test_who_is_no_longer_active_reads_the_same_page(client, provider, linked):
    provider.claims = VERIFIED
    if linked:
        sign_in(client, provider)
        client.post("/account/logout/")
        provider.nonce = ""
    User.objects.filter(username="wang").update(is_active=False)
    assert refused(client, sign_in(client, provider), STRANGER)


def test_a_name_serves_where_the_settings_say_so(client, provider, settings, tmp_path):
    configure(settings, tmp_path, provider.address, "username")
    provider.claims = {"preferred_username": "wang"}
    assert sign_in(client, provider).status_code == 302


def test_a_locked_name_is_locked_here_too(client, provider):
    for _ in range(5):
        client.post("/account/login/", {"login": "wang", "password": "不对的口令-123"})
    provider.claims = VERIFIED
    assert refused(client, sign_in(client, provider), "已锁定到")
    assert SignInFailures.objects.exists()


def test_the_second_factor_of_the_house_is_still_asked_for(client, provider):
    secret = cipher().encrypt(b"A" * 32).decode()
    person = User.objects.get(username="wang")
    Authenticator.objects.create(user=person, type="totp", data={"secret": secret})
    provider.claims = VERIFIED
    assert sign_in(client, provider).headers["Location"] == "/account/2fa/authenticate/"
    assert client.get("/account/").status_code == 302
    assert not Entry.objects.filter(act="accounts.sign_in").exists()


def bend(provider, **said):
    for name, value in said.items():
        setattr(provider, name, value)


@pytest.mark.parametrize(
    "bent",
    [
        {"nonce": "of-somebody-else"},
        {"key": OTHER_KEY},
        {"key": "s" * 64, "algorithm": "HS256"},
        {"claims": {**VERIFIED, "iss": "https://evil.example"}},
        {"claims": {**VERIFIED, "aud": "another"}},
        {"claims": {**VERIFIED, "exp": 1}},
        {"claims": {**VERIFIED, "sub": ""}},
        {"userinfo": {"sub": "somebody-else"}},
        {"tokens": {"access_token": "a"}},
        {"tokens": {"access_token": "a", "id_token": "x.y.z"}},
        {"tokens": ["nonsense"]},
        {"tokens": {"error": "invalid_grant"}},
    ],
)
def test_what_the_provider_did_not_rightly_sign_opens_nothing(client, provider, bent):
    bend(provider, **{"claims": VERIFIED, **bent})
    assert refused(client, sign_in(client, provider), FAILED)


@pytest.mark.parametrize("state", ["", "made-up", "\x00"])
def test_an_answer_that_nobody_asked_for_opens_nothing(client, provider, state):
    provider.claims = VERIFIED
    leave(client, provider)
    assert refused(client, client.get(BACK, {"code": "c", "state": state}), FAILED)


def test_a_state_is_good_once(client, provider):
    provider.claims = VERIFIED
    state = leave(client, provider)["state"]
    client.get(BACK, {"code": "c", "state": state})
    client.post("/account/logout/")
    assert refused(client, client.get(BACK, {"code": "c", "state": state}), FAILED)


@pytest.mark.parametrize(
    "description",
    [{"issuer": "https://evil.example"}, {"token_endpoint": None}, {"jwks_uri": 5}],
)
def test_a_description_that_cannot_be_right_leads_nowhere(client, provider, description):
    provider.description = description
    assert refused(client, client.get(START), FAILED)


def test_a_provider_that_is_down_is_a_page_and_the_password_still_works(
    client, provider, settings, tmp_path
):
    configure(settings, tmp_path, "http://127.0.0.1:9", "email")
    assert refused(client, client.get(START), FAILED)
    assert (
        client.post("/account/login/", {"login": "wang", "password": PASSWORD}).status_code == 302
    )


def test_a_provider_that_goes_down_on_the_way_is_a_page(client, provider, settings, tmp_path):
    state = leave(client, provider)["state"]
    provider.description = {}
    configure(settings, tmp_path, "http://127.0.0.1:9", "email")
    assert refused(client, client.get(BACK, {"code": "c", "state": state}), FAILED)


def test_who_says_no_at_the_provider_comes_back_to_the_house(client, provider):
    answer = sign_in(client, provider, error="access_denied")
    assert "已经取消" in client.get(answer.headers["Location"]).content.decode()


def test_the_button_is_there_only_where_it_leads_somewhere(client, provider, settings):
    assert "县统一认证" in client.get("/account/login/").content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert "单点登录" not in client.get("/account/login/").content.decode()
    assert client.get(START).status_code == 410
    assert client.get(BACK).status_code == 410


def test_the_code_is_exchanged_with_its_proof(client, provider):
    provider.claims = VERIFIED
    asked = leave(client, provider)
    client.get(BACK, {"code": "c", "state": asked["state"]})
    assert asked["code_challenge_method"] == "S256"
    assert provider.asked[0]["code_verifier"]
