"""Figures, notes and texts go into the columns and come back exactly as they were."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.annual_reports.models import Report
from gongkai.annual_reports.values import (
    NotKeepable,
    changes,
    columns_of,
    from_json,
    to_json,
    value_of,
)
from tests.law.annual_report.reports import with_figures, zeros
from tests.strategies import valid_reports

FIGURES = st.one_of(
    st.none(),
    st.integers(-(10**14), 10**14),
    st.decimals(-(10**9), 10**9, places=6, allow_nan=False),
)
FEES = "proactive.administrative_fees_wan_yuan"
CELL = "requests.received.total"


@given(valid_reports())
@settings(max_examples=60, deadline=None)
def test_a_report_comes_back_from_its_columns_as_it_was(report):
    row = Report(year=report.year, organ=report.organ, **columns_of(report))
    assert value_of(row) == replace(report, outline=None)


@given(FIGURES)
def test_a_figure_is_kept_exactly(figure):
    kept = from_json(to_json(figure))
    assert kept == figure
    assert isinstance(kept, Decimal) == isinstance(figure, Decimal)


def test_a_decimal_is_kept_as_text_and_a_count_as_a_number():
    kept = columns_of(with_figures(zeros(), {FEES: Decimal("25.1"), CELL: 7}))["figures"]
    assert (kept[FEES], kept[CELL]) == ("25.1", 7)


@pytest.mark.parametrize(
    ("figure", "said"),
    [(10**15, "超出可用范围"), (Decimal("NaN"), "超出可用范围"), (True, "超出可用范围")],
)
def test_a_figure_out_of_all_bounds_is_refused(figure, said):
    with pytest.raises(NotKeepable, match=said):
        columns_of(with_figures(zeros(), {CELL: figure}))


@pytest.mark.parametrize(
    "text", ["坏\0字", "坏\ud800字", "长" * 50_001], ids=["nul", "half", "long"]
)
def test_a_text_that_no_database_holds_is_refused(text):
    with pytest.raises(NotKeepable, match=r"控制字符|过长"):
        columns_of(replace(zeros(), chapters={"overview": text}))


def test_an_empty_cell_needs_its_reason():
    report = zeros()
    with pytest.raises(NotKeepable, match="没有说明原因"):
        columns_of(replace(report, figures={**report.figures, CELL: None}))


def test_cells_of_no_form_are_refused():
    report = zeros()
    with pytest.raises(NotKeepable, match="表样"):
        columns_of(replace(report, figures={**report.figures, "requests.invented.total": 1}))


def test_what_changed_is_said_by_the_names_that_people_know():
    before, after = changes(columns_of(zeros()), columns_of(with_figures(zeros(), {CELL: 3})))
    name = "表三“一、本年新收政府信息公开申请数量”的“总计”"
    assert (before, after) == ({name: 0}, {name: 3})
