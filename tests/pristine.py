"""The database as the migrations leave it, kept aside on SQLite.

A test that commits is cleaned up after by one copy: deleting row by row is slow, and triggers on frozen tables refuse it. An
installation that a test starts begins with a copy too, unless the test is about the first start.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
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


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> Iterator[sqlite3.Connection | None]:
    """Made once for all tests; where it is SQLite, the copy, by which what a test committed goes away."""
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
