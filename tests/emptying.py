"""Lets tests that commit be cleaned up after: SQLite empties tables by DELETE, which triggers on frozen tables refuse."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.db.backends.sqlite3.base import DatabaseWrapper


def insistently(act: Callable[[], None]) -> None:
    """Do it again for up to ten seconds while the server still answers what a closed tab had asked for."""
    for _ in range(100):
        try:
            return act()
        except OperationalError:
            time.sleep(0.1)
    return act()


@pytest.fixture(scope="session", autouse=True)
def emptying() -> Iterator[None]:
    """Triggers are taken off while a test's rows are deleted, and put back at once."""
    patch = pytest.MonkeyPatch()
    operations = DatabaseWrapper.ops_class
    flush = operations.execute_sql_flush

    def without_triggers(self, statements):
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
            for name, _ in triggers:
                cursor.execute(f'DROP TRIGGER "{name}"')
            try:
                insistently(lambda: flush(self, statements))
            finally:
                for _, sql in triggers:
                    cursor.execute(sql)

    patch.setattr(operations, "execute_sql_flush", without_triggers)
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def no_witnesses_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Signed heads of chains that went away with a test's rows would call the next test's journal cut off."""
    yield
    if "db" not in request.fixturenames and not request.node.get_closest_marker("django_db"):
        return
    for witness in Path(settings.WITNESS_DIR).glob("*.jsonl"):
        witness.unlink()
