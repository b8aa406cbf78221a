"""Heads are signed and kept outside the database; the files of them are chained in their turn."""

import json
from datetime import timedelta

import pytest

from gongkai.audit import witness
from gongkai.audit.verify import verify
from gongkai.common.outbox import deliver_due
from tests.audit.tampering import NOW, write

MONTH = timedelta(days=31)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.WITNESS_DIR = tmp_path / "witness"
    return settings.WITNESS_DIR


@pytest.fixture
def three(cast, folder):
    for number in range(3):
        write(cast.town, 2)
        witness.put_out(NOW + timedelta(hours=number))
    return folder / "2026-11.jsonl"


def test_a_line_names_the_chains_that_grew(cast, three):
    write(cast.other_town, 1)
    witness.put_out(NOW + timedelta(hours=4))
    last = json.loads(three.read_text("utf-8").splitlines()[-1])
    assert list(last["heads"]) == [cast.other_town.code]


def test_nothing_is_written_where_nothing_grew(three):
    before = three.read_bytes()
    assert witness.put_out(NOW + timedelta(hours=9)) is None
    assert three.read_bytes() == before


def test_the_first_line_of_a_month_names_all_chains(cast, three):
    write(cast.other_town, 1)
    path = witness.put_out(NOW + MONTH)
    said = json.loads(path.read_text("utf-8"))
    assert set(said["heads"]) == {cast.town.code, cast.other_town.code}
    assert witness.read().lines == 4


@pytest.mark.parametrize("change", [
    lambda lines: [lines[0].replace('"at": "2026', '"at": "2025'), *lines[1:]],
    lambda lines: [lines[0], lines[2]],
    lambda lines: lines[1:],
    lambda lines: [*lines[:2], "{}"],
    lambda lines: [*lines[:2], "no json"],
])  # fmt: skip
def test_an_altered_or_missing_line_is_a_fault(three, change):
    lines = three.read_text("utf-8").splitlines()
    three.write_text("\n".join(change(lines)) + "\n", "utf-8")
    assert verify().fault.kind == "witness"


def test_heads_are_put_out_at_a_signing_once_the_change_stands(cast, folder, monkeypatch):
    monkeypatch.setattr(witness, "_SIGNINGS", {"agencies.edit"})
    write(cast.town, 1)
    assert not folder.exists()
    deliver_due(NOW)
    assert witness.read().last(cast.town.code) == 1


def test_other_acts_wait_for_the_hour(cast, folder):
    write(cast.town, 1)
    deliver_due(NOW)
    assert not folder.exists()


def test_the_public_key_lies_beside_the_lines(three, folder):
    assert len((folder / witness.PUBLIC_KEY).read_text("ascii").strip()) == 64


@pytest.mark.parametrize("kept", [0, 1, 9, -1])
def test_a_line_cut_off_by_a_kill_is_none_and_the_next_takes_its_place(cast, three, kept):
    whole, last = three.read_bytes().splitlines(keepends=True)[:2], b'{"at": "\xe5\x85\xac"}\n'
    three.write_bytes(b"".join(whole) + last[:kept])
    assert verify().whole
    witness.put_out(NOW + timedelta(hours=5))
    lines = three.read_bytes().splitlines(keepends=True)
    assert lines[:2] == whole
    assert len(lines) == 3
    assert verify().whole


def test_a_month_whose_first_line_was_cut_off_begins_again(cast, three):
    (three.parent / "2026-12.jsonl").write_bytes(b'{"at"')
    write(cast.town, 1)
    witness.put_out(NOW + MONTH)
    assert json.loads((three.parent / "2026-12.jsonl").read_text("utf-8"))["heads"]
    assert verify().whole
