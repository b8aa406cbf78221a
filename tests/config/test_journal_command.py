"""``gongkai journal`` says in words and in JSON whether the journal is whole, and exits accordingly."""

import json

import pytest

from gongkai.config.command_line import main
from tests.audit.tampering import sql, write


@pytest.fixture(autouse=True)
def town(cast, settings, tmp_path):
    settings.WITNESS_DIR = tmp_path
    write(cast.town)


def test_a_whole_journal_exits_with_nothing(capsys):
    assert main(["journal", "verify"]) == 0
    assert "留痕完整：1 条链，共 5 条" in capsys.readouterr().out


def test_a_broken_journal_exits_with_one_and_the_first_bad_row(capsys):
    sql("UPDATE audit_entry SET actor_name = '别人' WHERE number = 3")
    assert main(["journal", "verify"]) == 1
    assert "320001的留痕第 3 条内容与哈希不符" in capsys.readouterr().out


def test_the_verdict_as_json(capsys):
    sql("DELETE FROM audit_entry WHERE number = 2")
    assert main(["journal", "verify", "--json"]) == 1
    fault = json.loads(capsys.readouterr().out)["fault"]
    assert (fault["organ"], fault["number"], fault["kind"]) == ("320001", 2, "missing")


def test_a_witness_is_written_and_what_lies_after_it_is_said(capsys):
    assert main(["journal", "witness"]) == 0
    assert main(["journal", "verify"]) == 0
    assert "其后有 0 条尚未另存" in capsys.readouterr().out
