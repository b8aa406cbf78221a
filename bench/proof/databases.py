"""A PostgreSQL database of a proof's own, beside the one that GONGKAI_DATABASE_URL names; without it SQLite is used."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

ENDING = "_proof"


@contextmanager
def own_database(address: str) -> Iterator[str]:
    """The address of a new empty database, gone afterwards; "" for ""."""
    if not address:
        yield ""
        return
    name = urlsplit(address).path.strip("/") + ENDING
    server = address.replace(urlsplit(address).path, "/postgres")
    ask(server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', f'CREATE DATABASE "{name}"')
    try:
        yield address.replace(urlsplit(address).path, f"/{name}")
    finally:
        ask(server, f'DROP DATABASE "{name}" WITH (FORCE)')


def ask(server: str, *sentences: str) -> None:
    """Say something to the server outside any transaction."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        for sentence in sentences:
            connection.execute(sentence.encode())
