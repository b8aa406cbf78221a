"""Every address says who may open it, and lets in exactly those whom the declared matrix names: asked person by person.

What should be is worked out here from the matrix and the posts of the cast, what is comes from Django's test client.
"""

from dataclasses import fields

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.common.permissions import ROLE_LABELS
from tests.house.addresses import FOREIGN, SIGNED_IN, addresses, may_open
from tests.people import Cast
from tests.samples import SAMPLES

ALL = list(addresses())
OURS = [address for address in ALL if address.ours]
ANONYMOUS = "anonymous"
CLIENT = Client()
"""One for all: each has to set up its own line of middleware first."""
PEOPLE = (
    *(field.name for field in fields(Cast) if field.name in {*ROLE_LABELS, "stranger", "nobody"}),
    ANONYMOUS,
)


@pytest.mark.parametrize("address", ALL, ids=lambda address: address.route or "/")
def test_every_address_says_who_may_open_it(address):
    assert address.access, (
        f"/{address.route} ({address.view.__module__}) does not say who may open it. Decorate the view with `public`, "
        f"`signed_in` or `requires('app.act', on=finder)` from gongkai.common.access; a library's address gets a row in "
        f"FOREIGN of tests/house/addresses.py."
    )


@pytest.mark.parametrize("address", OURS, ids=lambda address: address.route or "/")
def test_every_address_can_be_asked(address):
    assert address.name, f"/{address.route} has no name: path(…, name=…)"
    assert not address.arguments or address.name in SAMPLES, (
        f"/{address.route} takes {sorted(address.arguments)}: add to tests/samples.py "
        f'SAMPLES["{address.name}"] = lambda cast: {{…}}, with a record of cast.town.'
    )


@pytest.fixture
def bare(monkeypatch) -> None:
    """Pages without what every page has and no answer depends on: the menu with its counts, the page for what is not there."""
    monkeypatch.setattr("gongkai.common.shell.menu_groups", lambda *_: [])
    monkeypatch.setattr("gongkai.config.urls.handler404", lambda *_, **__: HttpResponse(status=404))


def opens(person: User | None, url: str) -> bool:
    """Whether the address lets the person in. What the asking changed is undone."""
    client = CLIENT
    client.cookies.clear()
    with transaction.atomic():
        if person:
            client.force_login(person)
        answer = client.get(url)
        if answer.status_code == 405:
            answer = client.post(url)
        transaction.set_rollback(True)
    assert answer.status_code < 500, f"{url}: {answer.status_code}"
    signing_in = answer.status_code == 302 and "/account/login/" in answer["Location"]
    return not signing_in and answer.status_code not in {403, 404}


@pytest.mark.parametrize("address", OURS, ids=lambda address: address.name)
@pytest.mark.usefixtures("bare")
def test_an_address_lets_in_exactly_whom_the_matrix_names(cast, address):
    arguments = dict(SAMPLES.get(address.name, lambda _: {})(cast))
    url = reverse(address.name, kwargs=arguments)
    people = {name: getattr(cast, name, None) for name in PEOPLE}
    expected = {name: may_open(person, address, arguments) for name, person in people.items()}
    actual = {name: opens(person, url) for name, person in people.items()}
    assert actual == expected, f"/{address.route}: {address.access}"


SIGNED_IN_PAGES = [address for address in ALL if not address.ours and address.access == SIGNED_IN]


@pytest.mark.parametrize("address", SIGNED_IN_PAGES, ids=lambda address: address.name)
def test_pages_of_the_sign_in_library_turn_strangers_away(cast, address):
    url = reverse(address.name, kwargs=dict.fromkeys(address.arguments, 1))
    assert not opens(None, url)


def test_no_row_of_the_library_is_stale():
    stale = set(FOREIGN) - {address.name or address.route for address in ALL}
    assert not stale, f"No such addresses any more, take them off FOREIGN: {sorted(stale)}"
