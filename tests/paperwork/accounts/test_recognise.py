"""A sheet is known by the words of its title, as they are written in many places."""

import pytest

from gongkai.law.open_accounts import OPEN_TABLES
from gongkai.paperwork.accounts import recognised
from tests.paperwork.accounts.tables import DAY, table, whole_set

SEEN = {
    "部门收支总体情况表": "totals", "收入支出决算总表": "totals", "部门收入总体情况表": "income", "收入决算表": "income",
    "部门支出总表": "spending", "支出决算表": "spending", "财政拨款收支总体情况表": "grant_totals",
    "财政拨款收入支出决算总表": "grant_totals", "一般公共预算支出情况表": "general_spending",
    "一般公共预算财政拨款收入支出决算表": "general_spending", "一般公共预算基本支出情况表": "basic_spending",
    "一般公共预算财政拨款基本支出决算表": "basic_spending", "一般公共预算“三公”经费支出情况表": "three_public",
    "财政拨款“三公”经费支出决算表": "three_public", "政府性基金预算财政拨款收入支出决算表": "fund_spending",
    "国有资本经营预算财政拨款支出决算表": "capital_spending", "政府采购预算表": "procurement",
    "一般公共预算项目支出预算表": "", "部门整体支出绩效目标表": "", "财政拨款支出预算表（部门经济分类科目）": "",
}  # fmt: skip
ROW = ("项目\t预算数", "甲\t1")


@pytest.mark.parametrize(("title", "key"), SEEN.items())
def test_titles_seen_on_public_pages_are_recognised(title, key):
    assert table(f"2025年度{title}", *ROW).key == key


@pytest.mark.parametrize("row", OPEN_TABLES, ids=lambda row: row.key)
def test_each_table_is_recognised_by_its_own_titles_in_each_scope(row):
    found = {
        recognised(table(title, *ROW, key="x"), scope, DAY)
        for title in (row.budget, row.final)
        for scope in row.scopes
    }
    assert found == {row.key}


def test_the_name_of_the_sheet_speaks_where_the_title_does_not():
    found = table("附表一", *ROW, key="x")
    assert recognised(found, "department", DAY) == ""


def test_a_whole_workbook_is_recognised_sheet_by_sheet():
    keys = [each.key for each in whole_set("final")]
    assert keys == ["totals", "spending", "income", "grant_totals", "general_spending", "basic_spending", "three_public", "fund_spending"]  # fmt: skip
