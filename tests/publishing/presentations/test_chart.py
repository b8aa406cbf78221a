"""Charts: the kind that the figures suggest, what is said of a table that cannot be drawn, and what readers get."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.publishing.presentations.chart import CHART, kept_cell, tables_of
from gongkai.publishing.presentations.chart_kinds import suggested
from tests.publishing.charted import CHARTED, QUARTERS, chart

MONTHS = tuple((f"{month}月", str(month)) for month in range(1, 5))
PARTS = (("人员", "60"), ("公用", "30"), ("项目", "10"))
SUGGESTED = {
    "months run along a line": (chart(*MONTHS), "lines"),
    "years run along a line": (chart(("2023年", "1"), ("2024年", "2"), ("2025年", "3")), "lines"),
    "two moments are compared": (chart(*MONTHS[:2]), "bars"),
    "villages are compared": (chart(("甲村", "5"), ("乙村", "6"), ("丙村", "7")), "bars"),
    "parts with their sum are stacked": (chart(*PARTS, ("合计", "100")), "stacked"),
    "parts of a hundred per cent are stacked": (chart(*PARTS, unit="%"), "stacked"),
    "a sum beside the parts stacks them": (
        chart(("甲村", "1", "2", "3"), ("乙村", "4", "5", "9"), columns=["男", "女", "合计"]),
        "stacked",
    ),
    "parts that miss their sum are compared": (chart(*PARTS, ("合计", "99")), "bars"),
    "parts below zero are compared": (chart(("甲", "-5"), ("乙", "15"), ("合计", "10")), "bars"),
}


@pytest.mark.parametrize("name", SUGGESTED)
def test_the_figures_suggest_the_kind(name):
    charted, kind = SUGGESTED[name]
    assert suggested(charted) == kind


def said(*charts):
    return "；".join(each.said for each in CHART.problems({"charts": list(charts)}))


LACKING = {
    "还没有图": (),
    "图 1：没有写标题": (chart(*PARTS, title=""),),
    "图 1：没有数据": (chart(),),
    "图 1：第 2 行“公用”、“第1列”一格写的是“约30”，不是一个数": (chart(("人员", "60"), ("公用", "约30")),),
    "图 1：第 1 行没有名称": (chart(("", "60")),),
    "图 1：第 1 列没有名称": (chart(("人员", "60"), columns=[""]),),
    "图 1：一个数也没有": (chart(("人员", "")),),
    "图 2：没有写标题": (QUARTERS, chart(*PARTS, title="")),
    "有负数，不能画成堆叠图": (chart(("人员", "-1"), ("公用", "2"), kind="stacked"),),
    "堆叠的部分有 7 个": (chart(*((f"第{n}", "1") for n in range(7)), kind="stacked"),),
    "线有 6 条": (chart(("甲", *"123456"), ("乙", *"123456"), kind="lines"),),
    "柱子有 128 根": (chart(*((f"第{n}", *"12345678") for n in range(16)), kind="bars"),),
    "超过 40 行或者 8 列": (chart(*((f"第{n}", "1") for n in range(41))),),
}  # fmt: skip


@pytest.mark.parametrize("words", LACKING)
def test_what_cannot_be_drawn_is_said_with_its_place(words):
    assert words in said(*LACKING[words])


def test_a_whole_chart_lacks_nothing():
    assert CHART.problems(CHARTED) == []


KEPT = {"１，２３４": "1234", "12.50": "12.50", "—": "", "": "", "约12": "约12", "12 万": "12 万", "12%": "12%"}  # fmt: skip


@pytest.mark.parametrize(("typed", "kept"), KEPT.items())
def test_a_cell_is_kept_exactly_or_as_it_was_typed(typed, kept):
    assert kept_cell(typed, percent=False) == kept


def test_a_sign_of_per_cent_belongs_to_the_unit():
    assert kept_cell("12.5%", percent=True) == "12.5"


def drawn(charted):
    return CHART.shown({"charts": [charted]})["charts"][0]


def test_a_missing_figure_is_a_gap_and_a_dash_never_a_zero():
    shown = drawn(QUARTERS)
    assert shown["rows"][1] == ("二季度", ["132", "—"])
    assert "二季度 未填" in shown["picture"]


def test_the_sum_stands_in_the_table_and_not_in_the_picture():
    shown = drawn(chart(*PARTS, ("合计", "100"), kind="bars"))
    assert shown["left_out"] == ["合计"]
    assert "合计" not in shown["picture"]
    assert ("合计", ["100"]) in shown["rows"]


def test_machines_get_the_heads_with_their_unit_and_every_row():
    title, heads, rows = tables_of(CHARTED)[0]
    assert (title, heads) == ("办结的逐季增加", ["", "受理（件）", "办结（件）"])
    assert rows[1] == ["二季度", "132", ""]


CELLS = st.one_of(st.just(""), st.text(max_size=5), st.decimals(-(10**12), 10**12, places=3).map(str))  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.tuples(st.text(max_size=30), CELLS, CELLS), max_size=5), st.sampled_from(["", "bars", "lines", "stacked"]))  # fmt: skip
def test_any_table_is_drawn_or_said_to_be_wrong_and_never_an_error(rows, kind):
    charted = chart(*rows, kind=kind)
    shown = drawn(charted)
    assert bool(shown["picture"]) == bool(rows)
    assert isinstance(CHART.problems({"charts": [charted]}), list)
