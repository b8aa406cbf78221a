"""PostgreSQL's own index of pairs of signs over the public copies. Made by ``gongkai search rebuild``, kept by the database.

Without it, and on SQLite, nothing is missed: then every copy is looked into.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BooleanField, F, Func, Q, TextField, Value

from gongkai.release.search.bigrams import pieces

INDEX = "release_pairs"
_PAIRS = """
CREATE OR REPLACE FUNCTION gongkai_pairs(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT pair), '{}') FROM (
    SELECT unnest(ARRAY[sign, sign || lead(sign) OVER (ORDER BY place)]) AS pair
    FROM unnest(string_to_array(folded, NULL)) WITH ORDINALITY AS signs(sign, place)
  ) AS pairs WHERE pair IS NOT NULL
$$
"""
_MAKE = f"CREATE INDEX {INDEX} ON release_publicdocument USING gin (gongkai_pairs(search_text))"


class _Pairs(Func):
    """``gongkai_pairs(search_text) @> ARRAY[…]``"""

    template = "gongkai_pairs(%(expressions)s"
    arg_joiner = ") @> "
    output_field = BooleanField()


def build() -> None:
    """Make the index anew. Searches go on meanwhile without it."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX IF EXISTS {INDEX}")
        cursor.execute(_PAIRS)
        cursor.execute(_MAKE)


def is_built() -> bool:
    """Whether there is one."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [INDEX])
        return bool(cursor.fetchone()[0])


def candidates(form: str) -> Q:
    """The copies that have all pairs of a folded word: those that hold it, and few others."""
    pairs = [form] if len(form) == 1 else [pair for _, pair in pieces(form)]
    return Q(_Pairs(F("search_text"), Value(pairs, output_field=ArrayField(TextField()))))
