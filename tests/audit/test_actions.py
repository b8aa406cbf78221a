"""Acts are appended in the transaction that does them, chained, and never changed."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction

from gongkai.audit.actions import OutsideTransaction, record
from gongkai.audit.hashing import hash_of
from gongkai.audit.models import Chain, Entry
from gongkai.common.permissions import SYSTEM

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)


def write(town, **said):
    with transaction.atomic():
        return record("agencies.edit", town, by=SYSTEM, at=NOW, organ=town.code, **said)


def test_entries_of_a_chain_are_numbered_and_linked(cast):
    first, second = write(cast.town, before={"name": "旧"}, after={"name": "新"}), write(cast.town)
    chain = Chain.objects.get(organ=cast.town.code)
    assert (first.number, second.number, chain.length) == (1, 2, 2)
    assert second.previous_hash == first.hash
    assert chain.head == second.hash == hash_of(second, cast.town.code)


def test_an_entry_read_back_has_the_same_hash(cast):
    written = write(cast.town, after={"金额": "25.1", "人": ["王", "李"]}, reason="年度调整")
    assert hash_of(Entry.objects.get(pk=written.pk), cast.town.code) == written.hash


def test_each_organ_has_its_own_chain(cast):
    write(cast.town)
    assert write(cast.other_town).number == 1


@pytest.mark.parametrize("change", [lambda e: e.update(actor_name="别人"), lambda e: e.delete()])
def test_the_database_refuses_to_change_an_entry(cast, change):
    write(cast.town)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change(Entry.objects.all())


@pytest.mark.django_db(transaction=True)
def test_an_act_outside_a_transaction_is_a_mistake():
    from tests.people import make_agency

    town = make_agency("1", "甲镇人民政府")
    with pytest.raises(OutsideTransaction):
        record("agencies.edit", town, by=SYSTEM, at=NOW, organ="1")


def test_an_act_that_fails_leaves_no_trace(cast):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record("agencies.edit", cast.town, by=SYSTEM, at=NOW, organ=cast.town.code)
        _ = 1 / 0
    assert not Entry.objects.exists()
