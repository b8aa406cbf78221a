"""What a cell says: a number as it stands, zero for a dash, and never a number for what is none."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.paperwork.reading.figures import Reading, read_figure


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("0", 0),
        ("3985758", 3985758),
        ("3,985,758", 3985758),
        ("3，985，758", 3985758),
        ("１２３", 123),
        ("　95 ", 95),
        ("\xa07", 7),
        ("007", 7),
        ("12.0", 12),
        ("-3", -3),
        ("－3", -3),
        ("+4", 4),
        ("16件", 16),
        ("2.", 2),
    ],
)
def test_a_number_is_read_however_it_is_written(text, figure):
    assert read_figure(text) == Reading(figure)


def test_a_fraction_where_none_belongs_is_kept_for_the_checker():
    assert read_figure("2.5").figure == Decimal("2.5")


@pytest.mark.parametrize("text", ["", " ", "\xa0", "　", "\u200b"])
def test_an_empty_cell_is_blank_and_no_zero(text):
    assert read_figure(text) == Reading(None, "blank")


@pytest.mark.parametrize("text", ["-", "—", "――", "/", "／", "无", "－"])
def test_a_dash_is_zero_with_a_note(text):
    reading = read_figure(text)
    assert (reading.figure, reading.reason) == (0, "dash")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("22（其中修订16件）", 22),
        ("55(含自然失效 29 件)", 55),
        ("7*", 7),
        ("3①", 3),
        ("3²", 3),
        ("3⒈", 3),
        ("95，其中网络92", 95),
    ],
)
def test_a_remark_beside_the_number_is_noted_and_does_not_change_it(text, figure):
    reading = read_figure(text)
    assert (reading.figure, reading.reason) == (figure, "remark")
    assert reading.raw


@pytest.mark.parametrize(
    "text",
    [
        "见附件",
        "1 2",
        "12\n3",
        "1-2",
        "3/5",
        "约20",
        "1.2.3",
        "1,23",
        "12,3456",
        "9" * 19,
        "二",
        "16其他",
        "3½",
        "①",
    ],
)
def test_what_is_no_single_number_is_never_read_as_one(text):
    reading = read_figure(text)
    assert (reading.figure, reading.reason) == (None, "unreadable")


@pytest.mark.parametrize(
    ("text", "unit", "printed", "figure"),
    [
        ("251000元", "wan_yuan", None, Decimal("25.1")),
        ("160.5964万元", "wan_yuan", None, Decimal("160.5964")),
        ("160.5964万", "wan_yuan", "wan_yuan", Decimal("160.5964")),
        ("251000", "wan_yuan", "yuan", Decimal("25.1")),
        ("251000", "wan_yuan", "wan_yuan", Decimal(251000)),
        ("25.1万元", "yuan", None, 251000),
        ("1.2亿元", "wan_yuan", None, Decimal(12000)),
        ("251000元", "wan_yuan", "wan_yuan", Decimal("25.1")),
        ("0.0001元", "wan_yuan", None, Decimal("0.00000001")),
    ],
)
def test_money_is_converted_exactly_and_the_unit_in_the_cell_wins(text, unit, printed, figure):
    assert read_figure(text, unit, printed).figure == figure


def test_only_a_real_conversion_is_noted():
    assert read_figure("251000元", "wan_yuan") == Reading(Decimal("25.1"), "converted", "251000元")
    assert read_figure("25.1万元", "wan_yuan") == Reading(Decimal("25.1"))


def test_money_in_a_cell_of_counts_is_not_read():
    assert read_figure("5万元").reason == "unreadable"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("增3", 3),
        ("增加12", 12),
        ("减少2", -2),
        ("减2", -2),
        ("-85", -85),
        ("+2", 2),
        ("取消1", -1),
    ],
)
def test_changes_may_be_words(text, figure):
    assert read_figure(text, "change").figure == figure


def test_words_of_change_are_no_count():
    assert read_figure("增3").reason == "unreadable"


@given(st.integers(-(10**12), 10**12))
def test_every_integer_comes_back_with_and_without_separators(number):
    assert read_figure(str(number)).figure == number
    assert read_figure(f"{number:,}").figure == number


@given(st.decimals(0, 10**8, places=4, allow_nan=False, allow_infinity=False))
def test_every_amount_comes_back_in_either_unit(amount):
    assert read_figure(f"{amount}万元", "wan_yuan").figure == amount
    assert read_figure(f"{amount}元", "wan_yuan").figure == amount / 10_000


@given(st.text(alphabet="0123456789,.-+/件元万（）()其中 无见约\n", max_size=12))
def test_a_reading_has_a_figure_or_a_reason_and_uses_every_digit_in_order(text):
    reading = read_figure(text)
    assert (reading.figure is None) == (reading.reason in {"blank", "unreadable"})
    if reading.figure:
        digits = re.sub(r"[^0-9]", "", re.split(r"[（(其]", text.strip())[0]).lstrip("0")
        assert digits.startswith(str(abs(reading.figure)).replace(".", "").strip("0"))
