"""Brings Django up for a command or a server with the settings that the environment asks for."""

import fcntl
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps

import django

from gongkai.config.settings.environment import BadEnvironment, Environment

BAD_INPUT = 2
START_LOCK = 7_105_201_912
"""The key of the advisory lock under which one machine of several migrates a PostgreSQL database."""


def choose_settings() -> None:
    """Name the settings for this process, unless the caller has named some."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"gongkai.config.settings.{Environment().mode}")


def bring_up() -> None:
    """Choose settings and load the applications; raises BadEnvironment if a variable is wrong."""
    choose_settings()
    django.setup()


def ready() -> None:
    """Bring Django up on a database that has all its tables: made where there is none, migrated where it is of an older version.

    Raises BadEnvironment if a variable is wrong, DatabaseError if the database does not answer.
    """
    bring_up()
    if migrations_missing():
        with one_at_a_time():
            migrate()


def with_database(run: Callable[..., int]) -> Callable[..., int]:
    """A command that needs the database: it is made ready first; what prevents that is one sentence and exit code 2."""

    @wraps(run)
    def guarded(arguments: object) -> int:
        from django.db import DatabaseError

        try:
            ready()
        except BadEnvironment as error:
            print(f"gongkai：{error}", file=sys.stderr)
            return BAD_INPUT
        except DatabaseError as error:
            print(f"gongkai：数据库不能使用：{str(error).strip()}", file=sys.stderr)
            return BAD_INPUT
        return run(arguments)

    return guarded


def migrations_missing() -> bool:
    """Whether the database lacks a migration of this program."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate() -> None:
    """Apply the migrations that are missing: none, if another process was first."""
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [START_LOCK])
    try:
        call_command("migrate", interactive=False, verbosity=0)
    finally:
        connection.close()  # the advisory lock ends with its connection


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """The lock of this installation's folder: two starts at once do one after the other."""
    with (Environment().home / "start.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
