"""The peers: SQLite FTS5 and PostgreSQL tsvector over the same pairs of signs, asked for the same page.

Both keep the text beside the index, count every filter by GROUP BY, and mark the words as we do.
"""

import os
import sqlite3
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.search.corpus import Notice
from bench.search.questions import Asked
from gongkai.release.search.bigrams import pieces, tokens
from gongkai.release.words import folded
from gongkai.website.passages import passages

FACTS = ("agency", "kind", "genre", "year", "validity")
COLUMNS = f"item, title, text, published, {', '.join(FACTS)}"


def row(each: Notice) -> tuple[Any, ...]:
    """A document as both keep it."""
    year = each.published.year
    return (
        each.item,
        each.title,
        each.text,
        int(each.published.timestamp()),
        each.agency,
        each.kind,
        each.genre,
        year,
        each.validity,
    )


def shown(rows: Iterable[Sequence[str]], asked: Asked) -> list[str]:
    """Passages with the words marked."""
    return ["".join(piece.text for piece in passages(text, tuple(asked.words))) for (text,) in rows]


class FTS5:
    """SQLite FTS5, ranked by its bm25."""

    name = "SQLite FTS5"

    def __init__(self, home: Path) -> None:
        self.path = home / "fts5.sqlite3"
        self.database = sqlite3.connect(self.path)
        self.database.execute("PRAGMA journal_mode=WAL")
        self.database.execute(
            f"CREATE TABLE documents ({COLUMNS.replace('item', 'item INTEGER PRIMARY KEY', 1)})"
        )
        self.database.execute(
            "CREATE VIRTUAL TABLE words USING fts5(pairs, content='', tokenize=\"unicode61 categories 'L* M* N* P* S* C*'\")"
        )

    def fill(self, notices: list[Notice]) -> float:
        """Seconds of the index alone."""
        marks = ", ".join("?" * 9)
        self.database.executemany(f"INSERT INTO documents VALUES ({marks})", map(row, notices))
        self.database.commit()
        self.before = self.path.stat().st_size
        begun = perf_counter()
        self.database.executemany(
            "INSERT INTO words (rowid, pairs) VALUES (?, ?)",
            ((each.item, _safe(tokens(folded(each.whole)))) for each in notices),
        )
        self.database.commit()
        self.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return perf_counter() - begun

    def size(self) -> int:
        """Bytes of the index."""
        return self.path.stat().st_size - self.before

    def _match(self, asked: Asked) -> str:
        return " AND ".join(
            f'"{_safe(" ".join(map("".join, pairwise(word))))}"' for word in asked.words
        )

    def held(self, asked: Asked) -> int:
        """How many documents it finds."""
        return int(
            self.database.execute(
                "SELECT count(*) FROM words WHERE pairs MATCH ?", [self._match(asked)]
            ).fetchone()[0]
        )

    def answer(self, asked: Asked) -> list[str]:
        """Counts and one page."""
        found = "FROM words CROSS JOIN documents ON item = words.rowid WHERE pairs MATCH ?"
        match = [self._match(asked)]
        for fact in FACTS:
            self.database.execute(
                f"SELECT {fact}, count(*) {found} GROUP BY {fact}", match
            ).fetchall()
        order = "published DESC" if asked.newest else "rank"
        return shown(
            self.database.execute(f"SELECT text {found} ORDER BY {order} LIMIT 20", match), asked
        )


def _safe(text: str) -> str:
    """Edges as letters, quotes away: what FTS5 takes."""
    return text.replace("\x02", "ǀ").replace('"', "")


class TSVector:
    """PostgreSQL tsvector with a GIN index, ranked by ts_rank."""

    name = "PostgreSQL tsvector"

    def __init__(self, address: str) -> None:
        import psycopg

        self.database = psycopg.connect(address, autocommit=True)
        self.database.execute("DROP TABLE IF EXISTS bench_search")
        self.database.execute(
            "CREATE TABLE bench_search (item int PRIMARY KEY, title text, text text, published bigint, agency int, kind text, "
            "genre text, year int, validity text, pairs tsvector)"
        )

    def fill(self, notices: list[Notice]) -> float:
        """Seconds of vectors and index."""
        begun = perf_counter()
        with (
            self.database.cursor() as cursor,
            cursor.copy(f"COPY bench_search ({COLUMNS}, pairs) FROM STDIN") as copy,
        ):
            for each in notices:
                copy.write_row((*row(each), _vector(folded(each.whole))))
        self.database.execute("CREATE INDEX bench_search_pairs ON bench_search USING gin (pairs)")
        self.database.execute("ANALYZE bench_search")
        return perf_counter() - begun

    def size(self) -> int:
        """Bytes of table and index."""
        return int(
            self.database.execute("SELECT pg_total_relation_size('bench_search')").fetchone()[0]
        )

    def _match(self, asked: Asked) -> str:
        return " & ".join(f"({_phrase(word)})" for word in asked.words)

    def held(self, asked: Asked) -> int:
        """How many documents it finds."""
        counted = "SELECT count(*) FROM bench_search WHERE pairs @@ %s::tsquery"
        return int(self.database.execute(counted, [self._match(asked)]).fetchone()[0])

    def answer(self, asked: Asked) -> list[str]:
        """Counts and one page."""
        match = self._match(asked)
        for fact in FACTS:
            self.database.execute(
                f"SELECT {fact}, count(*) FROM bench_search WHERE pairs @@ %s::tsquery GROUP BY {fact}",
                [match],
            ).fetchall()
        order = "published DESC" if asked.newest else "ts_rank(pairs, %s::tsquery) DESC"
        found = (
            f"SELECT text FROM bench_search WHERE pairs @@ %s::tsquery ORDER BY {order} LIMIT 20"
        )
        return shown(
            self.database.execute(found, [match] if asked.newest else [match, match]).fetchall(),
            asked,
        )

    def close(self) -> None:
        """Leave nothing behind."""
        self.database.execute("DROP TABLE bench_search")


def _vector(text: str) -> str:
    """The pairs with their places, as tsvector is written: at most 256 places a pair, none beyond 16 383."""
    places: dict[str, list[int]] = {}
    for place, pair in enumerate(tokens(text).split(" "), 1):
        places.setdefault(pair.replace("\x02", "ǀ"), []).append(min(place, 16_383))
    return " ".join(
        f"{_quoted(pair)}:{','.join(map(str, at[:256]))}" for pair, at in places.items()
    )


def _phrase(word: str) -> str:
    found = pieces(word)
    said = _quoted(found[0][1])
    for (before, _), (place, pair) in pairwise(found):
        said += f" <{place - before}> {_quoted(pair)}"
    return said


def _quoted(pair: str) -> str:
    doubled = pair.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


def address() -> str:
    """The PostgreSQL to compare with."""
    return os.environ.get("SEARCH_POSTGRESQL") or "postgres://postgres@127.0.0.1:5432/test"
