"""Telephone numbers, addresses, passwords and mistyped sign-in names stand in no journal, letter box, notice or log."""

import logging
from datetime import timedelta

import pytest

from gongkai.accounts.models import User
from gongkai.audit.models import Entry
from gongkai.common.clock import current
from gongkai.common.models import Notice, OutboxMessage
from gongkai.common.outbox import deliver_due
from tests.people import PASSWORD

PHONE, EMAIL, TYPED = "13912345678", "fang.geheim@example.test", "口令打进了登录名"
PERSON = {
    "username": "fang", "name": "王芳", "email": EMAIL, "phone": PHONE, "role": "clerk", "since": "2024-01-01",
}  # fmt: skip


def kept():
    """All that is kept of what happened, once the letters are out."""
    deliver_due(current() + timedelta(minutes=1))
    rows = [*Entry.objects.values_list(), *Notice.objects.values_list()]
    return str([*rows, *OutboxMessage.objects.values_list()])


@pytest.fixture
def registered(cast, client, caplog):
    """A person registered, changed and looked at through the pages; everything is logged."""
    caplog.set_level(logging.DEBUG)
    logging.getLogger("django.request").propagate = True
    client.force_login(cast.administrator)
    answer = client.post("/desk/people/add/", PERSON | {"agency": cast.town.pk})
    person = User.objects.get(username="fang")
    assert (answer.status_code, person.phone) == (200, PHONE)
    page = client.get(f"/desk/people/{person.pk}/edit/")
    typed = {"seen": page.context["form"]["seen"].value(), "name": "王芳", "email": EMAIL}
    client.post(f"/desk/people/{person.pk}/edit/", typed | {"phone": "13987654321"})
    person.refresh_from_db()
    assert person.phone == "13987654321"
    return person


def test_what_is_kept_names_no_telephone_and_no_address(registered, caplog):
    found = kept() + caplog.text
    assert [word for word in (PHONE, "13987654321", EMAIL) if word in found] == []


def test_signing_in_leaves_neither_password_nor_what_was_mistyped(registered, client, caplog):
    client.logout()
    for name, password in (
        ("fang", PASSWORD),
        (TYPED, "x"),
        (EMAIL, PASSWORD),
        ("wang", "错的口令"),
    ):
        client.post("/account/login/", {"login": name, "password": password})
    client.post("/account/password/reset/", {"email": EMAIL})
    found = kept() + caplog.text
    assert [word for word in (PASSWORD, TYPED, EMAIL, "错的口令") if word in found] == []


def test_lists_show_contact_facts_masked(registered, cast, client):
    client.force_login(cast.administrator)
    person = registered
    for address in ("/desk/people/", f"/desk/people/{person.pk}/", "/desk/search/?q=王芳"):
        page = client.get(address).content.decode()
        assert "王芳" in page
        assert [word for word in ("13987654321", EMAIL) if word in page] == []
