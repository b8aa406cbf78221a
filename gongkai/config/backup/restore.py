"""Brings an installation back into an empty place. Everything is unpacked and compared beside it before anything is put there."""

import os
import shutil
from pathlib import Path
from typing import Any

from gongkai.config.backup.archive import reading, unpack
from gongkai.config.backup.database import (
    POSTGRESQL_NAME,
    SQLITE_NAME,
    Settings,
    has_tables,
    is_sqlite,
    load,
)
from gongkai.config.backup.make import FORMAT
from gongkai.config.backup.rooms import own_room
from gongkai.config.backup.trouble import BackupTrouble


def restore(home: Path, database: Settings, source: Path, keys: Path | None) -> dict[str, Any]:
    """Restore into the home folder and the database, both empty; returns what the archive says about itself."""
    if home.exists() and any(home.iterdir()):
        raise BackupTrouble(f"{home} 不是空的，只恢复到空的文件夹（GONGKAI_HOME）")
    if not is_sqlite(database) and has_tables(database):
        raise BackupTrouble("数据库不是空的，只恢复到空的数据库（GONGKAI_DATABASE_URL）")
    home.parent.mkdir(parents=True, exist_ok=True)
    with own_room(home.parent, "restore") as room:
        about = unpacked(source, room)
        check_kind(about, database)
        (room / "home").mkdir(exist_ok=True)
        if keys is not None:
            unpacked(keys, room / "home")
        put_in_place(room, home, database)
    return about


def unpacked(source: Path, folder: Path) -> dict[str, Any]:
    """Unpack an archive; returns its manifest."""
    with reading(source) as (tar, about):
        if about.get("format") != FORMAT:
            raise BackupTrouble(f"{source} 是别的版本的备份（{about.get('format')}）")
        unpack(tar, about["members"], folder)
    return about


def check_kind(about: dict[str, Any], database: Settings) -> None:
    """A backup goes back into the kind of database that it comes from."""
    expected = SQLITE_NAME if is_sqlite(database) else POSTGRESQL_NAME
    if about.get("database") != expected:
        raise BackupTrouble(
            "备份来自另一种数据库：SQLite 和 PostgreSQL 的备份不能互相恢复；请检查 GONGKAI_DATABASE_URL，并确认没有把密钥文件当作备份"
        )


def put_in_place(room: Path, home: Path, database: Settings) -> None:
    """The database first, since only that can still fail, then the folder in one move."""
    inside = room / "home"
    if is_sqlite(database):
        shutil.move(room / SQLITE_NAME, inside / Path(database["NAME"]).name)
    else:
        load(database, room / POSTGRESQL_NAME)
    if (inside / "keys").exists():
        (inside / "keys").chmod(0o700)
    inside.chmod(0o700)
    os.sync()  # what the folder's new name promises is on the disk before it has that name
    inside.rename(home)
