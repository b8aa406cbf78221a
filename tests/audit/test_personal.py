"""Personal data enters the journal sealed; its key can be destroyed, and the chain still verifies."""

import json
from datetime import UTC, datetime

import pytest
from django.db import transaction

from gongkai.audit.actions import record
from gongkai.audit.models import Entry, SubjectKey
from gongkai.audit.personal import ERASE, READ, Erased, erase, reveal, seal
from gongkai.audit.queries import history
from gongkai.audit.verify import verify
from gongkai.common.permissions import Permit

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
WANG = Permit(7, "王经办", "经办")
SUBJECT = "casework.request:17"


@pytest.fixture(autouse=True)
def witness_dir(settings, tmp_path):
    settings.WITNESS_DIR = tmp_path


@pytest.fixture
def said(cast):
    return {"on": cast.town, "by": WANG, "at": NOW, "organ": cast.town.code}


def entered(said, **fields):
    sealed = seal(SUBJECT, fields)
    with transaction.atomic():
        record("agencies.edit", said["on"], by=WANG, at=NOW, organ=said["organ"], after=sealed)
    return sealed


def test_the_journal_holds_nothing_readable(said):
    entered(said, name="李申请人", phone="13800138000")
    text = json.dumps([entry.after for entry in Entry.objects.all()], ensure_ascii=False)
    assert "李申请人" not in text
    assert "13800138000" not in text
    assert "（个人信息，已加密）" in str(history(said["on"])[0])


def test_who_reads_it_stands_in_the_journal(said):
    sealed = entered(said, name="李申请人")
    assert reveal(SUBJECT, sealed, **said) == {"name": "李申请人"}
    entry = Entry.objects.get(act=READ)
    assert (entry.actor_name, entry.after) == ("王经办", {"fields": ["name"]})


def test_equal_values_of_a_subject_are_seen_to_be_equal(said):
    first, second = seal(SUBJECT, {"phone": "138"}), seal(SUBJECT, {"phone": "１３８"})
    assert first["phone"]["mac"] == second["phone"]["mac"]
    assert seal("other:1", {"phone": "138"})["phone"]["mac"] != first["phone"]["mac"]


def test_a_destroyed_key_leaves_the_chain_whole_and_the_data_unreadable(said):
    sealed = entered(said, name="李申请人")
    erase(SUBJECT, **said, reason="保存期限届满")
    with pytest.raises(Erased):
        reveal(SUBJECT, sealed, **said)
    assert SubjectKey.objects.get().wrapped == ""
    assert verify().whole
    assert Entry.objects.get(act=ERASE).reason == "保存期限届满"


def test_nothing_more_is_sealed_for_whom_it_was_destroyed(said):
    erase(SUBJECT, **said, reason="保存期限届满")
    with pytest.raises(Erased):
        seal(SUBJECT, {"name": "李"})
    with pytest.raises(Erased):
        erase(SUBJECT, **said, reason="再次")


def test_the_key_itself_lies_sealed_in_the_database(said):
    entered(said, name="李")
    assert SubjectKey.objects.get().wrapped.startswith("1.")
