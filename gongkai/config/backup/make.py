"""Makes the two archives, while the installation is in use: the witness of the journal's heads, the database, then the files.

A witness testifies only to what the database has by then, and a file is stored before a record names it: nothing is missing.
"""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from gongkai import __version__
from gongkai.config.backup.archive import write
from gongkai.config.backup.database import Settings, snapshot
from gongkai.config.backup.rooms import own_room
from gongkai.config.backup.trouble import BackupTrouble, Changed

FORMAT = 1
WITNESS = "witness"
ATTEMPTS = 3
"""So often the files are gathered where one is deleted or replaced meanwhile."""
NOT_KEPT = {"keys", "static", "fonts", "search", "sms", "start.lock", WITNESS}
"""What is not taken as it lies there: the keys, what every start makes anew, and the witness, which is copied first."""


def make_backup(home: Path, database: Settings, target: Path, now: datetime) -> dict[str, Any]:
    """Write database and files of the installation; returns what the archive says about itself."""
    if target.resolve().is_relative_to(home):
        raise BackupTrouble(f"备份不要放在 {home} 里面，否则会备份自己")
    try:
        with own_room(target.resolve().parent, "backup") as room:
            return gather(home, database, target, now, room)
    except OSError as error:
        raise BackupTrouble(f"没有备份成功：{error}") from error


def gather(
    home: Path, database: Settings, target: Path, now: datetime, room: Path
) -> dict[str, Any]:
    """Copy what changes into the room, then write everything."""
    if (home / WITNESS).is_dir():
        shutil.copytree(home / WITNESS, room / WITNESS)
    copy = snapshot(database, room)
    about = {
        "format": FORMAT,
        "version": __version__,
        "made_at": now.isoformat(timespec="seconds"),
        "database": copy.name,
    }
    return about | {"files": write_settled(home, target, about, copy, room)}


def write_settled(home: Path, target: Path, about: dict[str, Any], copy: Path, room: Path) -> int:
    """Write, again where a file was deleted or replaced meanwhile; returns how many files were taken."""
    for left in reversed(range(ATTEMPTS)):
        files = {f"home/{name}": path for name, path in kept(home)}
        files |= {f"home/{WITNESS}/{path.name}": path for path in plain_files(room / WITNESS)}
        try:
            write(target, about, {copy.name: copy} | files)
        except Changed:
            if not left:
                raise
        else:
            break
    return len(files)


def make_key_backup(home: Path, target: Path, now: datetime) -> None:
    """Write the keys, apart from the data: who has only one of the two reads no personal data."""
    keys = {f"keys/{path.name}": path for path in plain_files(home / "keys")}
    about = {"format": FORMAT, "version": __version__, "made_at": now.isoformat(timespec="seconds")}
    write(target, about, keys)


def plain_files(folder: Path) -> list[Path]:
    """The files of a folder, locks and half-made ones left out."""
    if not folder.is_dir():
        return []
    return [
        path
        for path in sorted(folder.iterdir())
        if path.is_file() and not path.name.startswith(".")
    ]


def kept(home: Path) -> Iterator[tuple[str, Path]]:
    """Name and path of each file of the installation to be kept."""
    for path in sorted(home.rglob("*")):
        name = path.relative_to(home)
        first = name.parts[0]
        if (
            first not in NOT_KEPT
            and ".sqlite3" not in first
            and path.is_file()
            and not path.is_symlink()
        ):
            yield str(name), path
