"""Whatever is sent to whatever address: no crash, no script let through, no half-written record, no typed text lost.

Made of all addresses, of the people whom the matrix lets in, and of the forms on their pages. A sample with a printed seed;
HOSTILE_SEED repeats one, HOSTILE_MOST is the number of inputs to each address: 1000 is everything, and takes an hour.
"""

import os
from random import Random

import pytest
from django.core.cache import cache
from django.db import transaction
from django.urls import NoReverseMatch, reverse

from tests.hostile.attack import Attack
from tests.hostile.inputs import NUMBERS, WORDS
from tests.hostile.record import MADE_AT_FIRST_READING
from tests.house.addresses import Address, addresses, may_open
from tests.people import Cast
from tests.samples import SAMPLES

JUDGED = os.environ.get("GONGKAI_REQUIRE_ALL") == "1"
SEED = int(os.environ.get("HOSTILE_SEED", "0")) or (1 if JUDGED else Random().randrange(1, 10**6))
"""Where a change is judged, every run sends the same; elsewhere it goes on exploring."""
MOST = int(os.environ.get("HOSTILE_MOST", "1"))
WHOLE = MOST >= 100
PEOPLE = (
    "administrator",
    "clerk",
    "signer",
    "reviewer",
    "secrecy_reviewer",
    "reader",
    "supervisor",
)
BUSY = {"healthz"}
"""Answers 503 by design: no worker runs beside the tests."""
NAMED = [address for address in addresses() if address.name and address.name not in BUSY]


def room(address: Address) -> str:
    """The app of an address."""
    return address.name.rpartition(":")[0] or address.name.partition("_")[0]


@pytest.fixture(autouse=True)
def _nothing_counted():
    """Limits on how often somebody may ask are not what is tested here, nor in the tests that follow."""
    cache.clear()
    yield
    cache.clear()


def visitors(address: Address, arguments: dict, cast: Cast, dice: Random) -> list:
    """Who may open the address, some of them; the stranger and somebody who is not signed in."""
    people = [getattr(cast, name) for name in PEOPLE]
    if address.ours and address.access.kind == "act":
        people = [person for person in people if may_open(person, address, arguments)]
    chosen = people[:3] if WHOLE else dice.sample(people, min(1, len(people)))
    return [*chosen, cast.stranger, None] if WHOLE else chosen or [None]


def attacked(address: Address, cast: Cast) -> list[str]:
    """The faults of one address."""
    dice = Random(f"{SEED}{address.name}")
    arguments = dict(SAMPLES.get(address.name, lambda _: dict.fromkeys(address.arguments, 1))(cast))
    try:
        url = reverse(address.name, kwargs=arguments)
    except NoReverseMatch:
        return []  # a library's address whose arguments are no numbers
    faults = []
    for person in visitors(address, arguments, cast, dice):
        made = MADE_AT_FIRST_READING.get(address.name, ())
        faults += Attack(url, address.ours, person, dice, MOST, cast.other_town, made).run()
        cache.clear()
    return faults


@pytest.mark.parametrize("name", sorted({room(address) for address in NAMED}))
def test_hostile_input_is_answered_and_changes_nothing(cast, name):
    faults = []
    for address in (address for address in NAMED if room(address) == name):
        with transaction.atomic():
            faults += attacked(address, cast)
            transaction.set_rollback(True)
    assert not faults, f"HOSTILE_SEED={SEED}:\n" + "\n".join(faults)


@pytest.mark.parametrize("address", [a for a in NAMED if a.arguments], ids=lambda a: a.name)
def test_hostile_arguments_of_addresses_crash_nothing(cast, client, address):
    client.force_login(cast.clerk)
    sample = dict(SAMPLES.get(address.name, lambda _: {})(cast))
    for name in address.arguments:
        for value in (*NUMBERS, *WORDS):
            try:
                url = reverse(address.name, kwargs={**sample, name: value})
            except NoReverseMatch:
                continue  # no such address can be asked for
            assert client.get(url).status_code < 500, url
