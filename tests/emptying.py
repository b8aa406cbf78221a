"""Lets tests that commit be cleaned up after: SQLite empties tables by DELETE, which triggers on frozen tables refuse."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper


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
            flush(self, statements)
            for _, sql in triggers:
                cursor.execute(sql)

    patch.setattr(operations, "execute_sql_flush", without_triggers)
    yield
    patch.undo()
