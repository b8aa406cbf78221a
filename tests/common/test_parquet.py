"""Parquet as another program reads it: every value, every gap, any number of rows."""

from decimal import Decimal

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.common.listing.parquet import Column, as_parquet

COLUMNS = (Column("机关", "text"), Column("年度", "whole"), Column("占比", "real"))


def read(tmp_path, columns, rows):
    """The file as DuckDB reads it: names and types, and rows."""
    file = tmp_path / "list.parquet"
    file.write_bytes(as_parquet(columns, rows))
    found = duckdb.connect().execute("SELECT * FROM read_parquet($1)", [str(file)])
    return [(each[0], str(each[1])) for each in found.description], found.fetchall()


def test_another_program_reads_names_types_and_values(tmp_path):
    rows = [("青山镇人民政府", 2024, Decimal("33.25")), ("=1+1", -2, 0)]
    named, found = read(tmp_path, COLUMNS, rows)
    assert named == [("机关", "VARCHAR"), ("年度", "BIGINT"), ("占比", "DOUBLE")]
    assert found == [("青山镇人民政府", 2024, 33.25), ("=1+1", -2, 0.0)]


def test_what_is_missing_stays_missing(tmp_path):
    _, found = read(tmp_path, COLUMNS, [(None, None, None), ("", 0, None)])
    assert found == [(None, None, None), ("", 0, None)]


@pytest.mark.parametrize("number", [0, 1, 7, 8, 9, 511, 512, 2000])
def test_any_number_of_rows(tmp_path, number):
    rows = [(f"第{place}镇", place if place % 3 else None, place / 2) for place in range(number)]
    assert read(tmp_path, COLUMNS, rows)[1] == rows


def test_more_columns_than_a_short_list_of_the_protocol_holds(tmp_path):
    columns = [Column(f"c{place}", "whole") for place in range(40)]
    assert read(tmp_path, columns, [range(40)])[1] == [tuple(range(40))]


texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
rows = st.tuples(
    st.none() | texts, st.none() | st.integers(-(2**63), 2**63 - 1), st.none() | st.floats(allow_nan=False)
)  # fmt: skip


@settings(max_examples=30)
@given(given_rows=st.lists(rows, max_size=20))
def test_any_values(tmp_path_factory, given_rows):
    assert read(tmp_path_factory.mktemp("parquet"), COLUMNS, given_rows)[1] == given_rows
