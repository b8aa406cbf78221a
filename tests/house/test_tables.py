"""Every table of the pages knows how it stands on a phone: records as labelled cards, figures scrolling beside their first column."""

import re
from pathlib import Path

import pytest

from tests.house.source import files, text_of

TEMPLATES = [
    path
    for path in files()
    if path.suffix == ".html" and path.parts[0] == "gongkai" and path.parts[2] == "templates"
]
TABLE = re.compile(r"<table\b([^>]*)>(.*?)</table>", re.DOTALL)
SCROLLS = ("table--ruled", "table--figures", "table--years", "years", "chart__table")
OTHERWISE = ("grid", "beside__table", "cells")
"""The grids of the editors and the tables of an original have layouts of their own."""
TABLES = [
    (path, attributes, body)
    for path in TEMPLATES
    for attributes, body in TABLE.findall(text_of(path))
]


def classes(attributes: str) -> set[str]:
    """The words of the class attribute."""
    found = re.search(r'class="([^"]*)"', attributes)
    return set(found.group(1).split()) if found else set()


@pytest.mark.parametrize(("path", "attributes", "body"), TABLES, ids=lambda one: str(one)[:60])
def test_a_table_says_how_it_stands_on_a_phone(path: Path, attributes: str, body: str):
    known = classes(attributes)
    assert known & {"table--rows", *SCROLLS, *OTHERWISE}, (
        f"{path}: give the table a layout: table--rows for records, table--figures for figures"
    )


@pytest.mark.parametrize(
    ("path", "body"),
    [(path, body) for path, attributes, body in TABLES if "table--rows" in classes(attributes)],
    ids=lambda one: str(one)[:60],
)
def test_each_cell_of_a_record_says_its_label(path: Path, body: str):
    cells = re.findall(r"<td\b(?:[^>{]|\{[{%].*?[}%]\})*>", body.split("<tbody>", 1)[-1])
    bare = [cell for cell in cells if "data-label=" not in cell and "table__choose" not in cell]
    assert cells, f"{path}: no cells"
    assert not bare, f"{path}: {bare} have no data-label"


def test_the_tables_are_found():
    assert len(TABLES) > 10
