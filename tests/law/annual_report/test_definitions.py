"""Every cell of the form says what it counts."""

import pytest

from gongkai.law.annual_report.definitions import DEFINITIONS, column_words, definition_of
from gongkai.law.annual_report.form import cells

CELLS = cells("2021", undivided=False)


def test_every_cell_has_a_definition_and_every_definition_a_cell():
    used = {definition_of(cell.key).where for cell in CELLS}
    assert used == {row.where for row in DEFINITIONS}
    assert len(DEFINITIONS) == len(used)


def test_each_table_counts_its_own_records():
    sources = {(cell.table, definition_of(cell.key).records) for cell in CELLS}
    assert sources == {(2, "documents"), (2, "returns"), (3, "cases"), (4, "remedies")}


def test_every_definition_says_which_date_decides():
    assert all(row.counts and row.decides for row in DEFINITIONS)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("requests.received.natural_person", "申请人为“自然人”的"),
        ("requests.received.total", ""),
        ("remedies.reconsideration.upheld", "结果为“结果维持”的"),
        ("proactive.rules.issued", ""),
    ],
)
def test_a_column_is_told_in_words(cell, words):
    assert column_words(cell) == words


def test_mixed_cases_are_counted_once():
    assert "只计这一情形" in definition_of("requests.partly_granted.total").aside


def test_a_cell_of_another_form_has_no_definition():
    with pytest.raises(KeyError):
        definition_of("requests.other_undivided.total")
