"""The database itself lists no file of another case with a reply or its sending: triggers, set after each migration.

They look into other tables, and SQLite makes no such table anew while a trigger does: so they are taken off before migrating.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

_MAY_GO_OUT = "('given', 'letter')"
LISTS: Mapping[str, str] = {
    "casework_replyfile": "SELECT d.case_id FROM casework_decision d WHERE d.id = NEW.decision_id",
    "casework_deliveryfile": (
        "SELECT s.case_id FROM casework_delivery v JOIN casework_service s ON s.id = v.service_id WHERE v.id = NEW.delivery_id"
    ),
}
"""Tables that list papers, and how the case of a new row is found."""
PAPERS = "casework_casefile"
_STAYS = f"{PAPERS}_stays"


def guard(*, using: str, **_: Any) -> None:
    """Set the triggers, where the tables are there."""
    connection = connections[using]
    there = set(connection.introspection.table_names())
    if {*LISTS, PAPERS} <= there:
        _run(connection, (*_off(connection, there), *_on(connection)))


def unguard(*, using: str, **_: Any) -> None:
    """Take the triggers off before tables change."""
    connection = connections[using]
    _run(connection, _off(connection, set(connection.introspection.table_names())))


def _run(connection: BaseDatabaseWrapper, statements: Any) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _wrong(owner: str) -> str:
    """Whether the new row's paper is not one of the case that may go out."""
    found = f"SELECT 1 FROM {PAPERS} f WHERE f.id = NEW.paper_id"  # noqa: S608 - names of our own tables
    return f"NOT EXISTS ({found} AND f.use IN {_MAY_GO_OUT} AND f.case_id = ({owner}))"


def _moved() -> str:
    """Whether a paper that is listed somewhere would come into another case, or get another file or use."""
    listed = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} x WHERE x.paper_id = NEW.id)"  # noqa: S608 - names of our own tables
        for table in LISTS
    )
    changed = " OR ".join(
        f"NEW.{column} <> OLD.{column}" for column in ("case_id", "file_id", "use")
    )
    return f"({changed}) AND ({listed})"


def _guards() -> Iterator[tuple[str, str, str, str]]:
    """Name, table, verbs and condition of each."""
    for table, owner in LISTS.items():
        yield f"{table}_own_case", table, "INSERT OR UPDATE", _wrong(owner)
    yield _STAYS, PAPERS, "UPDATE", _moved()


def _on(connection: BaseDatabaseWrapper) -> Iterator[str]:
    for name, table, verbs, condition in _guards():
        if connection.vendor == "sqlite":
            for verb in verbs.split(" OR "):
                yield (
                    f"CREATE TRIGGER {name}_{verb.lower()} BEFORE {verb} ON {table} WHEN {condition} "
                    f"BEGIN SELECT RAISE(ABORT, '{name}'); END"
                )
        else:
            yield (
                f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"IF {condition} THEN RAISE EXCEPTION '{name}' USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END $$"
            )
            yield (
                f"CREATE TRIGGER {name} BEFORE {verbs} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
            )


def _off(connection: BaseDatabaseWrapper, there: set[str]) -> Iterator[str]:
    for name, table, verbs, _ in _guards():
        if connection.vendor == "sqlite":
            for verb in verbs.split(" OR "):
                yield f"DROP TRIGGER IF EXISTS {name}_{verb.lower()}"
        elif table in there:
            yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
