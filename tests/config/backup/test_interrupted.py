"""Files that change while they are taken, and a backup that is killed: what has the archive's name is whole, what is left goes."""

import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gongkai.config.backup import archive, make, rooms
from gongkai.config.backup.archive import reading, unpack, write
from gongkai.config.backup.trouble import BackupTrouble, Changed
from tests.config.test_orphans import gone

ROOT = Path(__file__).resolve().parents[3]
FIXED = datetime(2026, 11, 26, tzinfo=UTC)
WRITE = "import sys; from pathlib import Path; from gongkai.config.backup.archive import write; write(Path(sys.argv[1]), {}, {'a': Path(sys.argv[2])})"


def after_measuring(monkeypatch, path, act):
    """Do something once to a file, between its being measured and its being taken."""
    real = archive.measure

    def measure(each):
        found = real(each)
        if each == path:
            act(path)
            monkeypatch.setattr(archive, "measure", real)
        return found

    monkeypatch.setattr(archive, "measure", measure)


def unpacked(source, folder):
    with reading(source) as (tar, about):
        unpack(tar, about["members"], folder)
    return folder


@pytest.fixture
def file(tmp_path):
    (tmp_path / "a").write_bytes(b"begun")
    return tmp_path / "a"


def test_of_a_file_that_grows_what_was_there_is_kept(file, tmp_path, monkeypatch):
    after_measuring(monkeypatch, file, lambda path: path.write_bytes(b"begun and ended"))
    write(tmp_path / "x.tar.gz", {}, {"a": file})
    assert (unpacked(tmp_path / "x.tar.gz", tmp_path / "out") / "a").read_bytes() == b"begun"


@pytest.mark.parametrize("act", [Path.unlink, lambda path: path.write_bytes(b"other")])
def test_a_file_that_goes_or_becomes_another_is_no_archive(file, tmp_path, monkeypatch, act):
    after_measuring(monkeypatch, file, act)
    with pytest.raises(Changed, match="a 在备份时被改动"):
        write(tmp_path / "x.tar.gz", {}, {"a": file})
    assert not (tmp_path / "x.tar.gz").exists()


def test_a_file_that_is_gone_already_is_not_listed(file, tmp_path):
    write(tmp_path / "x.tar.gz", {}, {"a": file, "b": tmp_path / "b"})
    assert [path.name for path in unpacked(tmp_path / "x.tar.gz", tmp_path / "out").iterdir()] == ["a"]  # fmt: skip


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An installation with one file, and a snapshot of its database made without one."""
    (tmp_path / "home" / "files").mkdir(parents=True)
    (tmp_path / "home" / "files" / "ab").write_bytes(b"begun")

    def snapshot(_settings, room):
        (room / "database").write_bytes(b"1")
        return room / "database"

    monkeypatch.setattr(make, "snapshot", snapshot)
    return tmp_path / "home"


def test_a_file_that_is_swept_meanwhile_is_tried_again(home, tmp_path, monkeypatch):
    after_measuring(monkeypatch, home / "files" / "ab", Path.unlink)
    about = make.make_backup(home, {}, tmp_path / "x.tar.gz", FIXED)
    assert about["files"] == 0


def test_files_that_never_settle_are_said(home, tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "measure", lambda _path: archive.Measured(1, "0" * 64))
    with pytest.raises(BackupTrouble, match="请再备份一次"):
        make.make_backup(home, {}, tmp_path / "x.tar.gz", FIXED)
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


@pytest.fixture(params=[0.0, 0.05, 0.2])
def killed(request, tmp_path):
    """Where an archive should have come to stand, with its writer killed a while after its beginning."""
    (tmp_path / "a").write_bytes(os.urandom(30_000_000))
    command = [sys.executable, "-c", WRITE, tmp_path / "x.tar.gz", tmp_path / "a"]
    with subprocess.Popen(command, cwd=ROOT) as writing:
        wait_for_room(tmp_path)
        time.sleep(request.param)
        writing.kill()
    assert gone([writing.pid])
    return tmp_path / "x.tar.gz"


def test_a_backup_that_is_killed_is_no_archive(killed):
    assert not killed.exists()
    assert list(killed.parent.glob(".gongkai-backup-*"))


def test_the_next_backup_clears_up_after_it(killed, monkeypatch):
    monkeypatch.setattr(rooms, "YOUNG", 0)
    write(killed, {}, {"a": killed.with_name("a")})
    assert sorted(path.name for path in killed.parent.iterdir()) == ["a", "x.tar.gz"]


def wait_for_room(folder):
    until = time.monotonic() + 60
    while not list(folder.glob(".gongkai-backup-*")) and time.monotonic() < until:
        time.sleep(0.01)


def test_a_room_in_use_is_not_cleared(tmp_path, monkeypatch):
    monkeypatch.setattr(rooms, "YOUNG", 0)
    with rooms.own_room(tmp_path, "backup") as first, rooms.own_room(tmp_path, "backup"):
        assert first.exists()
    assert not list(tmp_path.iterdir())
