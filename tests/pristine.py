"""The database as the migrations leave it, kept aside on SQLite.

A test that commits is cleaned up after by one copy: deleting row by row is slow, and triggers on frozen tables refuse it. An
installation that a test starts begins with a copy too, unless the test is about the first start. What the migrations leave is
also kept from run to run, under a name that changes with them: running them takes longer than most tests do.
"""

import fcntl
import sqlite3
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import django
import pytest
from django.conf import settings
from django.core import management
from django.core.management.commands import flush
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper


def insistently(act: Callable[[], None]) -> None:
    """Do it again for up to ten seconds while the server still answers what a closed tab had asked for."""
    for _ in range(100):
        try:
            return act()
        except sqlite3.OperationalError:
            time.sleep(0.1)
    return act()


ROOT = Path(__file__).resolve().parents[1]


def makers() -> str:
    """The hash of what decides what the migrations leave: they themselves, what guards tables after them, the libraries' own."""
    ours = (*ROOT.glob("gongkai/*/migrations/*.py"), *ROOT.glob("gongkai/*/guards.py"))
    found = sha256(django.__version__.encode())
    for path in sorted((*ours, *ROOT.glob("gongkai/*/apps.py"), ROOT / "requirements/run.txt")):
        found.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return found.hexdigest()[:32]


def kept_from_before(migrate: Callable[..., Any], folder: Path) -> Callable[..., Any]:
    """``call_command`` for a test database: what the same migrations left in an earlier run is copied instead of made again."""
    kept = folder / f"{makers()}.sqlite3"

    def call(name: str, *arguments: Any, **options: Any) -> Any:
        if name != "migrate" or connection.vendor != "sqlite":
            return migrate(name, *arguments, **options)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "lock").open("w") as lock:
            fcntl.flock(
                lock, fcntl.LOCK_EX
            )  # two processes of one run: the second copies what the first made
            return copied(kept) if kept.exists() else made(kept, migrate, arguments, options)

    return call


def copied(kept: Path) -> None:
    """Fill the test database from the file."""
    connection.ensure_connection()
    with sqlite3.connect(kept) as source:
        source.backup(connection.connection)
    source.close()


def made(kept: Path, migrate: Callable[..., Any], arguments: Any, options: Any) -> None:
    """Run the migrations and keep what they leave, in place of what older ones left."""
    migrate("migrate", *arguments, **options)
    for older in kept.parent.glob("*.sqlite3*"):
        older.unlink()
    fresh = kept.with_suffix(".sqlite3.new")
    with sqlite3.connect(fresh) as target:
        connection.connection.backup(target)
    target.close()
    fresh.rename(kept)


@pytest.fixture(scope="session")
def migrations_kept(pytestconfig) -> pytest.MonkeyPatch:
    """In force until ``django_db_setup`` has made the test database."""
    patch = pytest.MonkeyPatch()
    folder = pytestconfig.rootpath / ".pytest_cache" / "migrated"
    call = kept_from_before(management.call_command, folder)
    patch.setattr(management, "call_command", call)
    return patch


@pytest.fixture(scope="session")
def django_db_setup(
    migrations_kept, django_db_setup, django_db_blocker
) -> Iterator[sqlite3.Connection | None]:
    """Made once for all tests; where it is SQLite, the copy, by which what a test committed goes away."""
    migrations_kept.undo()
    if connection.vendor != "sqlite":
        yield None
        return
    with django_db_blocker.unblock():
        connection.ensure_connection()
        kept = sqlite3.connect(":memory:", check_same_thread=False)
        connection.connection.backup(kept)
    patch = pytest.MonkeyPatch()
    patch.setattr(
        DatabaseWrapper.ops_class,
        "execute_sql_flush",
        lambda _self, _statements: insistently(lambda: kept.backup(connection.connection)),
    )
    # What follows migrations is in the copy.
    patch.setattr(flush, "emit_post_migrate_signal", lambda *_, **__: None)
    yield kept
    patch.undo()
    kept.close()


@pytest.fixture(scope="session")
def migrated(django_db_setup) -> Callable[[Path], Path]:
    """``migrated(home)`` makes the folder of an installation whose database is there and empty."""

    def make(home: Path) -> Path:
        home.mkdir(mode=0o700, parents=True)
        with sqlite3.connect(home / "gongkai.sqlite3") as database:
            django_db_setup.backup(database)
        database.close()
        return home

    return make


@pytest.fixture(autouse=True)
def no_witnesses_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Signed heads of chains that went away with a test's rows would call the next test's journal cut off."""
    yield
    if "db" not in request.fixturenames and not request.node.get_closest_marker("django_db"):
        return
    for witness in Path(settings.WITNESS_DIR).glob("*.jsonl"):
        witness.unlink()
