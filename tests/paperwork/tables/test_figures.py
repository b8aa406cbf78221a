"""Figures are read exactly or not at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.paperwork.tables.figures import figure, written

EXACT = st.decimals(-(10**12), 10**12, places=4, allow_nan=False, allow_infinity=False)
READ = {
    "12": "12", "1,234.50": "1234.50", "１，２３４．５": "1234.5", " 0.00 ": "0.00", "-5": "-5", "−5.5": "-5.5", "+3": "3", "007": "7",
}  # fmt: skip
NOT_READ = (
    "约12", "12万", "1.2万元", "12-15", "1,23", "1234,567", "1.2.3", "12 34", "(12)", "1e5", "0x10", "12%", "十二", "1．2．3",
    "9" * 25, "#REF!", "٣",
)  # fmt: skip


@pytest.mark.parametrize(("text", "value"), READ.items())
def test_a_figure_is_read_exactly(text, value):
    assert (figure(text).kind, figure(text).value) == ("number", Decimal(value))


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_no_plain_figure_is_never_guessed(text):
    assert (figure(text).kind, figure(text).value, figure(text).counted) == ("unreadable", None, None)  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), {"": "blank", "　": "blank", "—": "dash", "－": "dash", "/": "dash"}.items())  # fmt: skip
def test_nothing_written_counts_nothing(text, kind):
    assert (figure(text).kind, figure(text).value, figure(text).counted) == (kind, None, 0)


def test_per_cent_is_a_figure_only_where_it_is_asked_for():
    assert figure("12.5%", percent=True).value == Decimal("12.5")
    assert figure("12.5%").kind == "unreadable"


@given(EXACT)
def test_every_decimal_comes_back_as_it_was_written_with_and_without_thousands(value):
    assert figure(written(value)).value == value
    assert figure(f"{value:,f}").value == value


@given(st.text(max_size=12))
def test_any_text_is_one_of_four_kinds_and_only_numbers_have_a_value(text):
    read = figure(text)
    assert (read.value is not None) == (read.kind == "number")
