"""An archive is whole or refused: nothing altered, nothing missing, nothing that leads out of its folder."""

import io
import json
import stat
import tarfile

import pytest

from gongkai.config.backup.archive import MANIFEST, reading, sha256_of, unpack, write
from gongkai.config.backup.trouble import BackupTrouble


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    target = tmp_path / "backup.tar.gz"
    write(target, {"format": 1}, {"home/a.txt": tmp_path / "a.txt"})
    return target


def unpack_into(source, folder):
    with reading(source) as (tar, about):
        unpack(tar, about["members"], folder)


def forged(path, listed, members):
    """An archive with a manifest and members as told."""
    with tarfile.open(path, "w:gz") as tar:
        manifest = json.dumps({"format": 1, "members": listed}).encode()
        for name, content in [(MANIFEST, manifest), *members]:
            head = tarfile.TarInfo(name)
            head.size = len(content)
            tar.addfile(head, io.BytesIO(content))
    return path


def test_what_was_put_in_comes_out(archive, tmp_path):
    unpack_into(archive, tmp_path / "out")
    assert (tmp_path / "out/home/a.txt").read_text(encoding="utf-8") == "甲"


def test_an_archive_is_readable_by_its_owner_alone(archive):
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600


def test_an_archive_is_not_written_over(archive, tmp_path):
    with pytest.raises(BackupTrouble, match="已经存在"):
        write(archive, {}, {})
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize(
    "damage", [lambda b: b[:-30], lambda b: b[:40] + b"\0\0\0" + b[43:], lambda b: b""]
)
def test_a_damaged_archive_is_refused(archive, tmp_path, damage):
    archive.write_bytes(damage(archive.read_bytes()))
    with pytest.raises(BackupTrouble):
        unpack_into(archive, tmp_path / "out")


@pytest.mark.parametrize(
    ("listed", "members", "why"),
    [
        ({"a": "0" * 64}, [("a", b"1")], "已损坏"),
        ({"a": "0" * 64}, [], "缺少 a"),
        ({}, [("a", b"1")], "不该有的内容"),
        ({"../a": "0" * 64}, [("../a", b"1")], "不该有的内容"),
        ({"/tmp/a": "0" * 64}, [("/tmp/a", b"1")], "不该有的内容"),
    ],
)
def test_what_does_not_agree_with_its_list_is_refused(tmp_path, listed, members, why):
    source = forged(tmp_path / "forged.tar.gz", listed, members)
    with pytest.raises(BackupTrouble, match=why):
        unpack_into(source, tmp_path / "out")


def test_a_link_is_refused(tmp_path):
    source = tmp_path / "links.tar.gz"
    with tarfile.open(source, "w:gz") as tar:
        manifest = json.dumps({"members": {"a": "0" * 64}}).encode()
        head = tarfile.TarInfo(MANIFEST)
        head.size = len(manifest)
        tar.addfile(head, io.BytesIO(manifest))
        link = tarfile.TarInfo("a")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    with pytest.raises(BackupTrouble, match="不该有的内容"):
        unpack_into(source, tmp_path / "out")


def test_another_file_is_no_backup(tmp_path):
    (tmp_path / "x.gz").write_bytes(b"x")
    with pytest.raises(BackupTrouble, match="不能读取"):
        unpack_into(tmp_path / "x.gz", tmp_path / "out")


def test_the_hash_is_that_of_the_content(tmp_path):
    (tmp_path / "empty").touch()
    assert sha256_of(tmp_path / "empty").startswith("e3b0c44298fc1c14")
