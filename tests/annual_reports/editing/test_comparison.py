"""This year beside last year: differences, leaps, and texts that are alike."""

from decimal import Decimal

import pytest

from gongkai.annual_reports.editing.comparison import (
    alike,
    chapters_beside,
    percentage,
    pieces,
    signed,
    tables_beside,
)
from gongkai.law.annual_report import check
from tests.law.annual_report.reports import with_figures, zeros

RECEIVED = "requests.received.total"


def row(this_year, last_year, key):
    tables = tables_beside(this_year, last_year, check(this_year, last_year))
    return next(cell for table in tables for cell in table.cells if cell.cell.key == key)


def test_a_cell_stands_beside_last_years():
    found = row(
        with_figures(zeros(), {RECEIVED: 6}), with_figures(zeros(), {RECEIVED: 4}), RECEIVED
    )
    assert (found.this_year, found.last_year, found.difference, found.percent) == (
        "6",
        "4",
        "+2",
        "+50%",
    )
    assert found.rises


def test_a_cell_that_one_year_lacks_has_no_difference():
    found = row(zeros(), with_figures(zeros(), {RECEIVED: None}, reason="not_found"), RECEIVED)
    assert (found.last_year, found.difference) == ("", "")


def test_what_was_carried_over_wrongly_is_said_at_its_cell():
    last = with_figures(zeros(), {"requests.carried_out.total": 4})
    assert "上年年报的结转下年度" in row(zeros(), last, "requests.carried_in.total").remarks[0]


@pytest.mark.parametrize(
    ("new", "old", "said"),
    [(39, 4, []), (40, 4, ["是上年的 10 倍，请核实"]), (4, 40, ["不到上年的 10 分之一，请核实"])],
)
def test_ten_times_last_year_is_said_at_its_cell(new, old, said):
    figures, before = ({"proactive.permits": number} for number in (new, old))
    found = row(with_figures(zeros(), figures), with_figures(zeros(), before), "proactive.permits")
    assert list(found.remarks) == said


@pytest.mark.parametrize(
    ("new", "old", "text"),
    [(3, 2, "+50%"), (1, 3, "−66.7%"), (0, 4, "−100%"), (4, 0, ""), (4, 4, "")],
)
def test_percentages_are_of_last_years_figure(new, old, text):
    assert percentage(new, old) == text


def test_differences_carry_their_sign():
    assert [signed(number) for number in (2, -2, 0, Decimal("0.50"))] == ["+2", "−2", "0", "+0.5"]


def test_texts_are_compared_without_their_blanks():
    assert alike("一 二\n三", "一二三") == 100
    assert alike("", "一二三") is None


def test_sentences_that_changed_stand_beside_those_that_went():
    assert [(piece.text, piece.kind) for piece in pieces("甲。丙。", "甲。乙。")] == [
        ("甲。", "same"),
        ("乙。", "gone"),
        ("丙。", "added"),
    ]


def test_only_changed_cells_are_worth_a_line():
    tables = tables_beside(with_figures(zeros(), {RECEIVED: 6}), zeros())
    assert [[cell.cell.key for cell in table.changed] for table in tables] == [[], [RECEIVED], []]


def test_chapters_that_both_years_lack_are_left_out():
    assert [chapter.key for chapter in chapters_beside(zeros(), zeros())] == [
        "overview",
        "problems",
        "other",
    ]
