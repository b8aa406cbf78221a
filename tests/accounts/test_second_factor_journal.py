"""Changes of one's own password and second factors stand in the journal with the change, or neither stands."""

from urllib.parse import urlsplit

import pytest
from allauth.mfa.models import Authenticator
from django.urls import get_resolver, resolve, reverse

from gongkai.accounts.actions import sign_in as own_acts
from gongkai.accounts.actions.second_factors import journaled
from gongkai.accounts.journal import ACTS
from gongkai.accounts.models import User
from gongkai.accounts.sign_in.links import link_path
from gongkai.audit.models import Entry
from gongkai.audit.queries import history
from gongkai.common.clock import current
from tests.accounts.test_second_factor import activate, code_for, confirm, sign_in
from tests.people import PASSWORD

NEW = {"password1": "另一个口令-2026", "password2": "另一个口令-2026"}


@pytest.fixture
def own(client, cast):
    """The clerk, signed in and confirmed."""
    sign_in(client)
    confirm(client)
    return client


def said(person):
    acts = Entry.objects.filter(object_id=str(person.pk)).exclude(act="accounts.sign_in")
    return list(acts.order_by("pk").values_list("act", "after"))


def key_of(person, name="密钥 1"):
    return Authenticator.objects.create(user=person, type="webauthn", data={"name": name})


def test_a_first_code_and_its_recovery_codes_are_two_acts(own, cast):
    activate(own)
    assert said(cast.clerk) == [
        ("accounts.add_second_factor", {"kind": "动态口令"}),
        ("accounts.add_second_factor", {"kind": "备用码"}),
    ]


def test_new_recovery_codes_are_one_act(own, cast):
    activate(own)
    own.post(reverse("mfa_generate_recovery_codes"))
    assert said(cast.clerk)[2:] == [("accounts.renew_second_factor", {"kind": "备用码"})]


def test_taking_away_the_last_takes_away_its_recovery_codes(own, cast):
    activate(own)
    own.post(reverse("mfa_deactivate_totp"))
    assert said(cast.clerk)[2:] == [
        ("accounts.remove_second_factor", {"kind": "动态口令"}),
        ("accounts.remove_second_factor", {"kind": "备用码"}),
    ]


def test_a_key_is_added_named_and_removed_by_its_name(own, cast):
    journaled(lambda: key_of(cast.clerk), person=cast.clerk, now=current())
    key = Authenticator.objects.get(type="webauthn").pk
    own.post(reverse("mfa_edit_webauthn", args=[key]), {"name": "办公室的密钥"})
    own.post(reverse("mfa_remove_webauthn", args=[key]))
    assert said(cast.clerk) == [
        ("accounts.add_second_factor", {"kind": "安全密钥", "key": "密钥 1"}),
        ("accounts.name_second_factor", {"kind": "安全密钥", "key": "办公室的密钥"}),
        ("accounts.remove_second_factor", {"kind": "安全密钥", "key": "办公室的密钥"}),
    ]


def test_the_history_tells_it_in_chinese(own, cast):
    activate(own)
    own.post(reverse("mfa_deactivate_totp"))
    told = [str(entry) for entry in history(cast.clerk)]
    assert "王经办（青石镇人民政府经办）停用第二重验证：王经办；种类：动态口令" in told
    assert not any("accounts." in sentence for sentence in told)


def test_a_wrong_first_code_changes_and_journals_nothing(own, cast):
    own.get(reverse("mfa_activate_totp"))
    own.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert not said(cast.clerk)
    assert not Authenticator.objects.exists()


def test_what_was_asked_before_the_password_was_given_once_more_is_journaled_too(own, cast):
    activate(own)
    own.session.flush()
    own.force_login(cast.clerk)
    url = reverse("mfa_deactivate_totp")
    asked = own.post(url).headers["Location"]
    own.post(asked, {"password": PASSWORD, "next": url})
    assert not Authenticator.objects.exists()
    assert said(cast.clerk)[-1][0] == "accounts.remove_second_factor"


def fail(*_, **__):
    raise RuntimeError("the journal cannot be written")


@pytest.fixture
def unwritable(own, monkeypatch):
    """The journal refuses from the call on; what is asked then ends in an error page."""

    def begin():
        monkeypatch.setattr(own_acts, "record", fail)
        own.raise_request_exception = False

    return begin


def state(person):
    kept = list(Authenticator.objects.order_by("pk").values_list("pk", "type", "data"))
    return kept, User.objects.get(pk=person.pk).password


def started(client, _person):
    return {"code": code_for(client.session["mfa.totp.secret"])}


CHANGES = {
    "mfa_deactivate_totp": lambda *_: {},
    "mfa_generate_recovery_codes": lambda *_: {},
    "mfa_edit_webauthn": lambda *_: {"name": "别的"},
    "mfa_remove_webauthn": lambda *_: {},
    "account_change_password": lambda *_: {"oldpassword": PASSWORD, **NEW},
}


@pytest.mark.parametrize("name", CHANGES)
def test_without_its_journal_nothing_changes(own, cast, unwritable, name):
    activate(own)
    key = key_of(cast.clerk)
    before = state(cast.clerk)
    unwritable()
    url = reverse(name, args=[key.pk] if "_webauthn" in name else [])
    assert own.post(url, CHANGES[name]()).status_code == 500
    assert state(cast.clerk) == before


def test_without_its_journal_no_code_is_activated(own, cast, unwritable):
    own.get(reverse("mfa_activate_totp"))
    unwritable()
    assert own.post(reverse("mfa_activate_totp"), started(own, cast)).status_code == 500
    assert not Authenticator.objects.exists()


def test_without_its_journal_no_key_is_added(own, cast, unwritable):
    unwritable()
    with pytest.raises(RuntimeError):
        journaled(lambda: key_of(cast.clerk), person=cast.clerk, now=current())
    assert not Authenticator.objects.exists()


def test_without_its_journal_no_password_is_set_by_a_link(client, cast, own, unwritable):
    own.logout()
    link = link_path(User.objects.get(pk=cast.clerk.pk))
    path = own.get(link).headers["Location"]
    unwritable()
    assert own.post(path, NEW).status_code == 500
    assert User.objects.get(pk=cast.clerk.pk).check_password(PASSWORD)


READING = {
    "mfa_index", "mfa_authenticate", "mfa_reauthenticate", "mfa_view_recovery_codes", "mfa_list_webauthn",
    "mfa_download_recovery_codes", "mfa_reauthenticate_webauthn", "mfa_login_webauthn",
}  # fmt: skip


def test_no_address_changes_a_second_factor_past_the_journal():
    names = {key for key in get_resolver().reverse_dict if isinstance(key, str)}
    changing = {name for name in names if name.startswith("mfa_")} - READING
    assert len(changing) == 6
    for name in changing:
        args = [1] if name in {"mfa_edit_webauthn", "mfa_remove_webauthn"} else []
        found = resolve(urlsplit(reverse(name, args=args)).path)
        assert found.namespace == "accounts", f"{name} goes past views/safety.py"


def test_every_act_on_second_factors_has_its_words():
    factors = {key for key in ACTS if key.endswith("second_factor")}
    assert len(factors) == 5
    assert all("\u4e00" <= ACTS[key][0] <= "\u9fff" for key in factors)
