"""Rows and columns of a grid are named by what stands beside and above them, and by nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.tables import pasted
from gongkai.paperwork.tables.grid import grid_of


def read(*lines):
    return grid_of(pasted("\n".join(lines)))


def test_title_unit_and_notes_are_no_rows():
    grid = read("2026年申请受理情况\t\t", "\t\t单位：件", "月份\t受理\t办结", "1月\t12\t10", "2月\t—\t8", "注：按受理日期统计\t\t")  # fmt: skip
    assert (grid.title, grid.unit, grid.notes) == ("2026年申请受理情况", "件", ("注：按受理日期统计",))  # fmt: skip
    assert grid.columns == ("受理", "办结")
    assert grid.rows == (("1月", ("12", "10")), ("2月", ("—", "8")))


def test_years_above_columns_are_names():
    assert read("镇村\t2024\t2025", "甲村\t1\t2").columns == ("2024", "2025")


def test_a_figure_that_could_be_a_year_is_a_figure_below_heads():
    assert read("名称\t数", "户数\t1998", "人数\t5120").rows == (("户数", ("1998",)), ("人数", ("5120",)))  # fmt: skip
    assert read("镇村\t户数\t户数", "\t2024\t2025", "东村\t1\t2").columns == ("户数 2024", "户数 2025")  # fmt: skip


def test_years_beside_rows_are_names_and_rows_without_heads_leave_columns_nameless():
    grid = read("2024\t12", "2025\t13")
    assert (grid.columns, [name for name, _ in grid.rows]) == (("",), ["2024", "2025"])


def test_heads_over_several_columns_name_each_of_them():
    text = "<table><tr><td rowspan=2>镇村<td colspan=2>户数</tr><tr><td>甲<td>乙</tr><tr><td>东村<td>1<td>2</tr></table>"  # fmt: skip
    assert grid_of(pasted(text)).columns == ("户数 甲", "户数 乙")


def test_what_cannot_be_read_is_kept_for_the_clerk_to_see():
    assert read("镇村\t户数\t人数", "东村\t约12\t30").rows == (("东村", ("约12", "30")),)


@pytest.mark.parametrize("text", ["", "12", "甲", "甲\t乙", "甲\n乙"])
def test_less_than_a_name_and_a_figure_is_refused_in_words(text):
    with pytest.raises(UnreadableReport, match=r"列|行"):
        grid_of(pasted(text))


@given(st.lists(st.tuples(st.text("甲乙丙丁", min_size=1, max_size=4), st.integers(0, 9999)), min_size=1, max_size=9))  # fmt: skip
def test_every_row_of_figures_comes_back(rows):
    grid = read("名称\t数", *(f"{name}\t{number}" for name, number in rows))
    assert [(name, cells[0]) for name, cells in grid.rows] == [(name, str(number)) for name, number in rows]  # fmt: skip
