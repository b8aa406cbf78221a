"""Makes the two archives, while the installation is in use: the witness of the journal's heads, the database, then the files.

A witness testifies only to what the database has by then, and a file is stored before a record names it: nothing is missing.
"""

import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from gongkai import __version__
from gongkai.config.backup.archive import write
from gongkai.config.backup.database import Settings, snapshot
from gongkai.config.backup.trouble import BackupTrouble

FORMAT = 1
WITNESS = "witness"
NOT_KEPT = {"keys", "static", "fonts", "start.lock", WITNESS}
"""What is not taken as it lies there: the keys, what every start makes anew, and the witness, which is copied first."""


def make_backup(home: Path, database: Settings, target: Path, now: datetime) -> dict[str, Any]:
    """Write database and files of the installation; returns what the archive says about itself."""
    if target.resolve().is_relative_to(home):
        raise BackupTrouble(f"备份不要放在 {home} 里面，否则会备份自己")
    try:
        with tempfile.TemporaryDirectory(
            prefix=".gongkai-backup-", dir=target.resolve().parent
        ) as room:
            return gather(home, database, target, now, Path(room))
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
    files = {f"home/{name}": path for name, path in kept(home)}
    files |= {f"home/{WITNESS}/{path.name}": path for path in plain_files(room / WITNESS)}
    write(target, about, {copy.name: copy} | files)
    return about | {"files": len(files)}


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
