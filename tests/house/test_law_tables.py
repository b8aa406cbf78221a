"""docs/law/tables.md is what the tables of the law say today."""

from gongkai.law.catalogue import CATALOGUE
from gongkai.law.outcomes import OUTCOMES
from tests.house.law_tables import FILE, document
from tests.house.source import text_of


def test_the_printed_tables_are_current():
    assert text_of(FILE) == document(), (
        f"{FILE} is out of date: run `python -m tests.house.law_tables`"
    )


def test_every_row_is_printed():
    printed = document()
    missing = [row.label for row in CATALOGUE if f"| {row.label} |" not in printed]
    missing += [row.decision for row in OUTCOMES if f"| {row.decision} |" not in printed]
    assert not missing
