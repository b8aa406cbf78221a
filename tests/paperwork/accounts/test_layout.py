"""Title, unit, heads, rows and notes are found in sheets as offices make them."""

import pytest

from gongkai.paperwork.accounts import (
    AccountsTable,
    imbalances,
    laid_out,
    recognised,
    unreadable,
)
from tests.paperwork.accounts.tables import DAY, HEADS, sheet, spending, table, whole_set

WILD = sheet(
    ("附件5", "", "", "", "", "", ""),
    ("2026年一般公共预算支出表", "", "", "", "", "", ""),
    ("部门：演示镇人民政府", "", "", "", "", "", "金额单位：万元"),
    ("支出功能分类科目编码", "", "", "科目名称", "本年支出", "", ""),
    ("类", "款", "项", "", "合　计", "基本支出", "项目支出"),
    ("栏次", "", "", "", "1", "2", "3"),
    ("", "", "", "合　计", "１，２３４．５０", "1200", "34.50"),
    ("201", "", "", "一般公共服务支出", "1234.5", "1200", "34.50"),
    ("201", "03", "01", "行政运行", "1200", "1200", "—"),
    ("201", "03", "02", "一般行政管理事务", "34.5", "", "约34.5"),
    ("注：本表反映当年财政拨款安排的支出。", "", "", "", "", "", ""),
    merges=((1, 0, 1, 6), (3, 0, 3, 2), (3, 3, 4, 3), (3, 4, 3, 6)),
)


def test_merged_heads_line_numbers_split_codes_and_notes_of_a_real_sheet_are_understood():
    found = laid_out(WILD)
    assert (found.title, found.unit) == ("2026年一般公共预算支出表", "万元")
    assert found.paths == ("支出功能分类科目编码／类", "支出功能分类科目编码／款", "支出功能分类科目编码／项", "科目名称", "本年支出／合计", "本年支出／基本支出", "本年支出／项目支出")  # fmt: skip
    assert found.roles == ("code", "code", "code", "label", "figure", "figure", "figure")
    assert (len(found.rows), found.place(0, 4)) == (4, "E7")
    assert found.notes == ("注：本表反映当年财政拨款安排的支出。",)


def test_heads_keep_their_spans_for_the_page():
    assert [[(cell.text, cell.columns, cell.rows) for cell in row] for row in laid_out(WILD).head] == [
        [("支出功能分类科目编码", 3, 1), ("科目名称", 1, 2), ("本年支出", 3, 1)],
        [("类", 1, 1), ("款", 1, 1), ("项", 1, 1), ("合　计", 1, 1), ("基本支出", 1, 1), ("项目支出", 1, 1)],
    ]  # fmt: skip


def test_a_cell_that_holds_no_figure_is_named_with_its_address():
    assert unreadable(laid_out(WILD)) == [("G10", "约34.5")]


@pytest.mark.parametrize(("said", "unit"), {"单位：元": "元", "（单位:万元）": "万元", "单位：演示镇": ""}.items())  # fmt: skip
def test_the_unit_of_money_is_taken_from_the_sheet_alone(said, unit):
    assert laid_out(sheet((said, ""), ("项目", "预算数"), ("甲", "1"))).unit == unit


def test_a_cover_and_a_page_of_contents_are_no_tables():
    assert laid_out(sheet(("演示镇2026年部门预算",), ("目录",))) is None


def test_a_table_without_figures_is_empty_and_keeps_its_statement():
    said = "说明：本单位没有政府性基金预算支出，本表为空表。"
    found = table("政府性基金预算支出表", HEADS, "合计\t\t\t\t", said)
    assert (found.is_empty, found.notes) == (True, (said,))
    assert not spending().is_empty


def test_shares_are_no_figures_to_be_added():
    found = table("一般公共预算支出表", "科目编码\t科目名称\t合计\t增减%", "201\t甲\t5\t12.5%")
    assert found.roles == ("code", "label", "figure", "share")


def test_what_is_kept_as_json_is_the_same_table():
    for each in whole_set():
        assert AccountsTable.of(each.said()) == each


FINAL = sheet(
    ("收入支出决算总表", "", "", "", "", ""),
    ("公开01表", "", "", "", "", ""),
    ("部门：演示镇人民政府", "", "", "", "", "金额单位：万元"),
    ("收入", "", "", "支出", "", ""),
    ("项目", "行次", "金额", "项目", "行次", "金额"),
    ("栏次", "", "1", "栏次", "", "2"),
    ("一、一般公共预算财政拨款收入", "1", "90", "一、一般公共服务支出", "32", "95"),
    ("本年收入合计", "27", "90", "本年支出合计", "58", "95"),
    ("使用非财政拨款结余（含专用结余）", "28", "", "结余分配", "59", ""),
    ("年初结转和结余", "29", "10", "年末结转和结余", "60", "5"),
    ("", "30", "", "", "61", ""),
    ("总计", "31", "100", "总计", "62", "100"),
    merges=((0, 0, 0, 5), (3, 0, 3, 2), (3, 3, 3, 5)),
)
SPENT = sheet(
    ("一般公共预算财政拨款支出决算表", "", "", "", "", "", ""),
    ("项目", "", "", "", "本年支出", "", ""),
    ("科目代码", "", "", "科目名称", "小计", "基本支出", "项目支出"),
    ("类", "款", "项", "栏次", "1", "2", "3"),
    ("", "", "", "合计", "95", "60", "35"),
    ("201", "", "", "一般公共服务支出", "95", "60", "35"),
    merges=((1, 0, 1, 3), (1, 4, 1, 6), (2, 0, 2, 2)),
)


@pytest.mark.parametrize("wild", [FINAL, SPENT])
def test_forms_of_final_accounts_with_numbers_of_lines_and_columns_add_up(wild):
    found = laid_out(wild)
    named = found.named(recognised(found, "department", DAY))
    assert "栏次" not in [cell for row in named.rows for cell in row]
    assert (named.key != "", imbalances([named], "final")) == (True, [])
