"""A consistent snapshot of the database, taken while it is in use, and its way back: SQLite's own copy, or pg_dump."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from gongkai.config.backup.trouble import BackupTrouble

SQLITE_NAME, POSTGRESQL_NAME = "gongkai.sqlite3", "database.dump"

Settings = dict[str, Any]
"""Django's settings of the database."""


def is_sqlite(settings: Settings) -> bool:
    """Whether it is SQLite; PostgreSQL otherwise."""
    return str(settings["ENGINE"]).endswith("sqlite3")


def snapshot(settings: Settings, folder: Path) -> Path:
    """Put the snapshot into the folder; returns its path, whose name tells the kind."""
    return snapshot_sqlite(settings, folder) if is_sqlite(settings) else dump(settings, folder)


def snapshot_sqlite(settings: Settings, folder: Path) -> Path:
    """Copy by SQLite's backup: writers go on meanwhile, and the copy is of one moment."""
    target = folder / SQLITE_NAME
    with (
        closing(sqlite3.connect(settings["NAME"])) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        (verdict,) = copy.execute("PRAGMA quick_check").fetchone()
    if verdict != "ok":
        raise BackupTrouble(f"数据库已损坏：{verdict}")
    return target


def dump(settings: Settings, folder: Path) -> Path:
    """Copy by pg_dump: one transaction's view of everything."""
    target = folder / POSTGRESQL_NAME
    command = ["pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}"]
    run(command, settings)
    return target


def load(settings: Settings, source: Path) -> None:
    """Bring a dump into an empty PostgreSQL database, all or nothing."""
    base = [
        "pg_restore",
        "--no-owner",
        "--no-privileges",
        "--single-transaction",
        "--exit-on-error",
    ]
    run([*base, f"--dbname={settings['NAME']}", str(source)], settings)


def has_tables(settings: Settings) -> bool:
    """Whether a PostgreSQL database holds anything."""
    asked = "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"
    return (
        run(["psql", "--no-psqlrc", "--tuples-only", "--command", asked], settings).strip() != "0"
    )


def run(command: list[str], settings: Settings) -> str:
    """Run a program of PostgreSQL on this database; the password goes by its environment, never by the command line."""
    if shutil.which(command[0]) is None:
        raise BackupTrouble(f"没有找到 {command[0]}，请安装 postgresql-client")
    names = {
        "NAME": "PGDATABASE",
        "USER": "PGUSER",
        "PASSWORD": "PGPASSWORD",
        "HOST": "PGHOST",
        "PORT": "PGPORT",
    }
    said = {variable: str(settings[name]) for name, variable in names.items() if settings.get(name)}
    options = {
        f"PG{name.upper()}": str(value)
        for name, value in settings.get("OPTIONS", {}).items()
        if name.startswith("ssl")
    }
    done = subprocess.run(  # noqa: S603 - a fixed program
        command, env={**os.environ, **said, **options}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BackupTrouble(f"{command[0]} 失败：{done.stderr.strip().splitlines()[-1:]}")
    return done.stdout
