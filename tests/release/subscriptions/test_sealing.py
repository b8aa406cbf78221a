"""Addresses lie sealed, and under a new master key after it was changed."""

import pytest

from gongkai.common import vault
from gongkai.common.keyring import Keyring
from gongkai.release.models import Subscriber, Subscription
from gongkai.release.subscriptions.sealing import behind, mark_of_address, opened, rewrap
from tests.website.subscribed import ADDRESS, subscribed

pytestmark = pytest.mark.django_db


def test_no_row_holds_the_address_and_its_owner_can_be_written_to(cast):
    found = subscribed(cast.town)
    rows = str([*Subscriber.objects.values(), *Subscription.objects.values()])
    assert ADDRESS not in rows
    assert opened(found.subscriber) == ADDRESS


def test_capitals_and_blanks_make_no_other_address():
    assert mark_of_address(" Li@Example.TEST") == mark_of_address(ADDRESS)
    assert mark_of_address(ADDRESS) != mark_of_address("wang@example.test")


def test_a_new_master_key_seals_every_address_anew(cast, settings, tmp_path):
    settings.KEYRING = Keyring(tmp_path)
    subscribed(cast.town)
    vault.new_generation()
    assert (behind(), rewrap(), behind(), rewrap()) == (1, 1, 0, 0)
    assert opened(Subscriber.objects.get()) == ADDRESS
