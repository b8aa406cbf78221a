"""An extract of the journal proves itself without the system, is signed, and is compared with the journal where there is one."""

import json
import subprocess
import sys
from copy import deepcopy

import pytest

from gongkai.audit import offline_check
from gongkai.audit.extract import differs_from_journal, extract_of, spelled, wrong_with
from gongkai.audit.models import Entry
from gongkai.config.command_line import main
from tests.audit.tampering import sql, write
from tests.casework import cases
from tests.casework.cases import at


@pytest.fixture(autouse=True)
def witness_dir(settings, tmp_path):
    settings.WITNESS_DIR = tmp_path


@pytest.fixture
def extract(cast):
    """The journal of a case between the acts on other things."""
    case = cases.registered(cast)
    write(cast.town)
    case = cases.answered(cast, case)
    return extract_of(case, organ=cast.town.code, now=at("2026-11-18"))


def kept(extract, folder):
    path = folder / "journal.json"
    path.write_text(spelled(extract), encoding="utf-8")
    return str(path)


def test_an_extract_holds_the_rows_of_its_record_alone_and_is_whole(cast, extract):
    assert len(extract["rows"]) == Entry.objects.filter(object_type="casework.case").count() > 4
    assert extract["head"]["length"] == Entry.objects.count()
    assert (wrong_with(extract), differs_from_journal(extract)) == ([], [])


def test_the_hash_of_the_offline_check_is_that_of_the_journal(extract):
    assert {row["hash"] for row in extract["rows"]} == {
        offline_check.hash_of(row, extract["organ"]) for row in extract["rows"]
    }


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda said: said["rows"][1].update(actor_name="别人"), "内容与哈希不符"),
        (lambda said: said["rows"].reverse(), "次序不对"),
        (lambda said: said["rows"].pop(1), "签名与内容不符"),
        (lambda said: said["head"].update(length=1), "链头不符"),
        (lambda said: said.update(about="另一件"), "签名与内容不符"),
    ],
)
def test_what_was_altered_is_found_without_the_journal(extract, change, sentence):
    change(extract)
    assert sentence in "；".join(wrong_with(extract))


def test_a_forged_row_with_a_hash_of_its_own_is_found_by_the_signature_and_the_journal(extract):
    forged = deepcopy(extract)
    forged["rows"][-1]["reason"] = "伪造"
    forged["rows"][-1]["hash"] = offline_check.hash_of(forged["rows"][-1], forged["organ"])
    assert "签名与内容不符：摘录被改动" in wrong_with(forged)
    assert "与本系统的留痕不同" in "；".join(differs_from_journal(forged))


def test_the_check_runs_with_python_alone(extract, tmp_path):
    command = [sys.executable, "-I", offline_check.__file__, kept(extract, tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env={})
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "都与各自的哈希相符" in ran.stdout


def test_the_command_tells_whole_altered_and_unreadable_apart(extract, tmp_path, capsys):
    path = kept(extract, tmp_path)
    assert main(["journal", "verify", "--extract", path]) == 0
    sql("UPDATE audit_entry SET hash = 'x' WHERE number = 1")
    assert main(["journal", "verify", "--extract", path]) == 1
    assert "第 1 条与本系统的留痕不同" in capsys.readouterr().out
    (tmp_path / "other.json").write_text(json.dumps([1]))
    assert main(["journal", "verify", "--extract", str(tmp_path / "other.json")]) == 2
