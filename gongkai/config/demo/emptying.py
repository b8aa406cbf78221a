"""What the database holds, and emptying one that holds a demo and nothing else. Nothing else in the program deletes the journal."""

from pathlib import Path
from typing import Literal

from django.conf import settings
from django.core.management.color import no_style
from django.core.management.sql import emit_post_migrate_signal, sql_flush
from django.db import connection, transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.config.demo.cast import EVERYBODY, HEAD, ORGANS

Holds = Literal["nothing", "demo", "other"]


def holds() -> Holds:
    """A demo is a database with the demo's two organs and its first administrator, and no other organ beside them."""
    codes = set(Agency.objects.values_list("code", flat=True))
    names = set(User.objects.values_list("username", flat=True))
    if not codes and not names:
        return "nothing"
    is_demo = codes == set(ORGANS) and HEAD.username in names
    return "demo" if is_demo and names <= {part.username for part in EVERYBODY} else "other"


def empty() -> None:
    """Delete every row, the journal's too, with the heads kept outside. Raises RuntimeError unless a demo is all there is."""
    if holds() != "demo":
        raise RuntimeError("not a demo")
    # The heads first: one without its chain is a fault, a chain whose head was not yet put out is none.
    for witness in Path(settings.WITNESS_DIR).glob("????-??.jsonl"):
        witness.unlink()
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SET CONSTRAINTS ALL IMMEDIATE"
            )  # TRUNCATE waits for no check still to come
        triggers = _sqlite_triggers(cursor)
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        for statement in sql_flush(no_style(), connection, allow_cascade=True):
            cursor.execute(statement)
        for _, made_by in triggers:
            cursor.execute(made_by)
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")


def _sqlite_triggers(cursor: object) -> list[tuple[str, str]]:
    """The triggers that refuse deletions row by row; PostgreSQL's do not hear of TRUNCATE."""
    if connection.vendor != "sqlite":
        return []
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")  # type: ignore[attr-defined]
    return list(cursor.fetchall())  # type: ignore[attr-defined]
