"""The drill: back up an installation in use, restore it elsewhere, and compare everything."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
WORK = """
from django.db import transaction
from gongkai.audit.actions import record
from gongkai.audit.witness import put_out
from gongkai.common.clock import current
from gongkai.common.outbox import put
from gongkai.common.permissions import SYSTEM
from tests.people import make_cast
cast = make_cast()
for number in range(5):
    with transaction.atomic():
        record("agencies.edit", cast.town, by=SYSTEM, at=current(), organ=cast.town.code, after={"number": number})
        put("mail.send", f"letter {number}", {"to": [], "subject": "", "text": ""}, now=current())
put_out(current())
from django.conf import settings
(settings.HOME / "files" / "ab").mkdir(parents=True, exist_ok=True)
(settings.HOME / "files" / "ab" / "abcdef").write_bytes(bytes(range(256)) * 100)
"""


def gongkai(home, *arguments, **said):
    """Run a command of the program on an installation of its own."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GONGKAI_", "DJANGO_"))
    }
    return subprocess.run(
        [sys.executable, "-m", "gongkai", *arguments],
        cwd=ROOT, env=kept | {"GONGKAI_HOME": str(home)}, capture_output=True, text=True, check=False, **said,
    )  # fmt: skip


def content(home):
    """Every row of every table, and every file but the database."""
    with closing(sqlite3.connect(home / "gongkai.sqlite3")) as database:
        names = [
            name
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        rows = {
            name: database.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()
            for name in names
        }
    kept = [path for folder in ("files", "keys", "witness") for path in (home / folder).rglob("*")]
    files = {
        str(path.relative_to(home)): path.read_bytes()
        for path in kept
        if path.is_file() and path.name != ".lock"
    }
    return rows, files


pytestmark = pytest.mark.own_home


@pytest.fixture(scope="module")
def drill(migrated, tmp_path_factory):
    """An installation, its two archives, and where it was restored to."""
    room = tmp_path_factory.mktemp("drill")
    made = gongkai(migrated(room / "old"), "manage", "shell", "-v0", "-c", WORK)
    backed = gongkai(
        room / "old", "backup", str(room / "data.tar.gz"), "--keys", str(room / "keys.tar.gz")
    )
    back = gongkai(
        room / "new", "restore", str(room / "data.tar.gz"), "--keys", str(room / "keys.tar.gz")
    )
    assert (made.returncode, backed.returncode) == (0, 0), (made.stderr, backed.stderr)
    return room, backed, back


def test_what_comes_back_is_what_was(drill):
    room, _, back = drill
    assert back.returncode == 0, back.stderr
    assert content(room / "new") == content(room / "old")
    assert "留痕完整：1 条链，共 5 条" in back.stdout


def test_the_archive_of_the_data_holds_no_key(drill):
    room, _, _ = drill
    key = (room / "old/keys/secret").read_text(encoding="ascii").strip()
    listed = subprocess.run(
        ["tar", "tzf", room / "data.tar.gz"], capture_output=True, text=True, check=True
    ).stdout
    assert "keys" not in listed
    unzipped = subprocess.run(
        ["gzip", "-dc", room / "data.tar.gz"], capture_output=True, check=True
    ).stdout
    assert key.encode() not in unzipped


def test_both_archives_are_readable_by_their_owner_alone(drill):
    room, _, _ = drill
    assert {path.stat().st_mode & 0o777 for path in room.glob("*.tar.gz")} == {0o600}


def test_nothing_is_restored_over_an_installation(drill):
    room, _, _ = drill
    again = gongkai(room / "old", "restore", str(room / "data.tar.gz"))
    assert again.returncode == 2
    assert "不是空的" in again.stderr


def test_a_damaged_backup_leaves_nothing_behind(drill, tmp_path):
    room, _, _ = drill
    (tmp_path / "bad.tar.gz").write_bytes((room / "data.tar.gz").read_bytes()[:-200])
    done = gongkai(tmp_path / "new", "restore", str(tmp_path / "bad.tar.gz"))
    assert done.returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["bad.tar.gz"]


def test_a_backup_is_not_put_into_what_it_keeps(drill):
    room, _, _ = drill
    assert gongkai(room / "old", "backup", str(room / "old/data.tar.gz")).returncode == 2
