"""A mark of the record: equal as long as nothing is written but what may be written without an act being done."""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from hashlib import sha256

from django.apps import apps
from django.db import connection

ASIDE = {
    # Reading and refusals are acts too, a form that was typed into has a draft, and people have sessions.
    "audit.entry", "audit.chain", "common.draft", "sessions.session", "usersessions.usersession",
    # So has an application that is written step by step; what was typed wrongly stays in it.
    "casework.requestdraft",
    # How often somebody failed to sign in; the moment of the last sign-in.
    "accounts.signinfailures",
    # "A stored file that no transaction came to use is harmless" (files.actions.receive).
    "files.storedfile",
    # What a file says, kept at its first reading so that nobody reads it twice.
    "publishing.filesurvey",
}  # fmt: skip


MADE_AT_FIRST_READING = {"casework:letter_file": {"casework.letter", "casework.casefile"}}
"""By address, what somebody makes who asks before the worker has made it."""
_WRITES = re.compile(r'^(?:INSERT INTO|UPDATE|DELETE FROM) "?(\w+)', re.IGNORECASE)


class Touched(set[str]):
    """The tables that statements of writing name while it watches."""

    def __call__(self, execute, sql, *rest):
        """Note the table; the statement goes on its way."""
        if said := _WRITES.match(sql):
            self.add(said[1])
        return execute(sql, *rest)


@contextmanager
def watching() -> Iterator[Touched]:
    """What is written meanwhile."""
    touched = Touched()
    with connection.execute_wrapper(touched):
        yield touched


def marks(tables: Collection[str]) -> dict[str, str]:
    """By model, a hash of all rows of these tables, but for those aside."""
    models = [model for model in apps.get_models() if model._meta.db_table in tables]
    return {name: mark(model) for model in models if (name := model._meta.label_lower) not in ASIDE}


def mark(model: type) -> str:
    """The hash of a table's rows."""
    rows = model._base_manager.order_by("pk").values_list()
    return sha256(repr(list(rows)).encode("utf-8", "surrogatepass")).hexdigest()
