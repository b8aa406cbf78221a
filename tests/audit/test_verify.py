"""Whoever changes the journal behind the program's back is found, and the first bad row is named."""

import pytest

from gongkai.audit import witness
from gongkai.audit.models import Chain, Entry
from gongkai.audit.verify import verify
from tests.audit.tampering import NOW, rehash, sql, write


@pytest.fixture(autouse=True)
def witness_dir(settings, tmp_path):
    settings.WITNESS_DIR = tmp_path / "witness"
    return settings.WITNESS_DIR


@pytest.fixture
def town(cast):
    write(cast.town)
    return cast.town


def found() -> tuple[str, int]:
    fault = verify().fault
    return (fault.kind, fault.number)


def test_an_untouched_journal_is_whole(cast, town):
    write(cast.other_town, 3)
    verdict = verify()
    assert (verdict.whole, verdict.chains, verdict.entries) == (True, 2, 8)
    assert verdict.after == {cast.town.code: 5, cast.other_town.code: 3}


@pytest.mark.parametrize(
    "change",
    ["actor_name = '别人'", "reason = '补记'", "object_label = 'x'", "at = '2026-11-24 00:00:00+00:00'",
     "actor_id = 7", "post = ''", "act = 'x.y'", "object_id = '9'", "request_id = 'x'",
     """after = '{"name": "假"}'""", """before = '{"name": "假"}'"""],
)  # fmt: skip
def test_a_changed_field_is_named(town, change):
    sql(f"UPDATE audit_entry SET {change} WHERE number = 3")
    assert found() == ("altered", 3)


def test_a_change_with_a_fitting_hash_breaks_the_next_link(town):
    sql("UPDATE audit_entry SET actor_name = '别人' WHERE number = 3")
    forged = Entry.objects.get(number=3)
    from gongkai.audit.hashing import hash_of

    sql("UPDATE audit_entry SET hash = %s WHERE number = 3", hash_of(forged, town.code))
    assert found() == ("inserted", 4)


@pytest.mark.parametrize("number", [1, 3])
def test_a_deleted_row_is_named(town, number):
    sql("DELETE FROM audit_entry WHERE number = %s", number)
    assert found() == ("missing", number)


def test_a_cut_off_tail_is_named(town):
    sql("DELETE FROM audit_entry WHERE number >= 4")
    assert found() == ("missing", 4)


def test_a_row_put_at_the_end_is_named(town):
    last = Entry.objects.get(number=5)
    last.pk, last.number, last.previous_hash = None, 6, last.hash
    from gongkai.audit.hashing import hash_of

    last.hash = hash_of(last, town.code)
    last.save(force_insert=True)
    assert found() == ("inserted", 6)


def test_a_row_put_in_between_is_named(town):
    sql("UPDATE audit_entry SET number = number + 10 WHERE number > 2")
    between = Entry.objects.get(number=2)
    between.pk, between.number = None, 3
    between.save(force_insert=True)
    assert found() == ("altered", 3)


def test_a_row_put_in_with_a_hash_that_fits_itself_is_named(town):
    sql("UPDATE audit_entry SET number = number + 10 WHERE number > 2")
    sql("UPDATE audit_entry SET number = number - 9 WHERE number > 10")
    between = Entry.objects.get(number=2)
    between.pk, between.number, between.previous_hash = None, 3, between.hash
    from gongkai.audit.hashing import hash_of

    between.hash = hash_of(between, town.code)
    between.save(force_insert=True)
    assert found() == ("altered", 4)


def test_a_tail_cut_off_with_its_head_is_found_by_the_witness(town):
    witness.put_out(NOW)
    sql("DELETE FROM audit_entry WHERE number >= 4")
    rehash(town, 4)
    assert found() == ("missing", 4)


def test_without_a_witness_such_a_cut_cannot_be_seen(town):
    sql("DELETE FROM audit_entry WHERE number >= 4")
    rehash(town, 4)
    assert verify().whole


def test_a_chain_written_anew_is_found_by_the_witness(town):
    witness.put_out(NOW)
    write(town, 2)
    sql("UPDATE audit_entry SET actor_name = '别人' WHERE number = 2")
    rehash(town, 2)
    assert found() == ("altered", 5)


def test_a_whole_chain_deleted_is_found_by_the_witness(town):
    witness.put_out(NOW)
    sql("DELETE FROM audit_entry")
    Chain.objects.all().delete()
    assert found() == ("missing", 1)


def test_what_lies_after_the_last_witness_is_counted(town):
    witness.put_out(NOW)
    write(town, 2)
    verdict = verify()
    assert verdict.after == {town.code: 2}
    assert verdict.witnessed_at == "2026-11-25T03:00:00+00:00"
