"""Budgets and final accounts: what is wrong is said, and readers get words, charts, other years and every table."""

from decimal import Decimal

import pytest

from gongkai.publishing.presentations.accounts import ACCOUNTS, tables_of
from gongkai.publishing.presentations.accounts_data import figures_of, name_of, parts_of
from gongkai.publishing.presentations.accounts_drawing import change
from tests.publishing.accounted import STATED, accounts_data

WHOLE = accounts_data()


def without(key):
    return {**WHOLE, "tables": [each for each in WHOLE["tables"] if each["key"] != key]}


def changed(key, old, new):
    """The data with a text in one table replaced."""
    tables = [
        {**each, "rows": [row.replace(old, new, 1) for row in each["rows"]]} if each["key"] == key else each
        for each in WHOLE["tables"]
    ]  # fmt: skip
    return {**WHOLE, "tables": tables}


def said(data):
    return [(each.check, each.said) for each in ACCOUNTS.problems(data)]


def test_a_whole_set_has_nothing_wrong():
    assert said(WHOLE) == []


WRONG = {
    "nothing": ({}, "form", "还没有表"),
    "no year": ({**WHOLE, "year": None}, "form", "没有写是哪一年的"),
    "no approval": ({**WHOLE, "approved_on": ""}, "form", "没有写批复日期"),
    "a table twice": ({**WHOLE, "tables": [*WHOLE["tables"], WHOLE["tables"][0]]}, "form", "有两张表都认作"),
    "a wrong sum": (changed("spending", "449.10", "450.10"), "form_sums", "上级科目与下级科目"),
    "no figure": (changed("spending", "449.10", "约449"), "form_sums", "C5 写的是“约449”"),
    "a missing table": (without("three_public"), "form_tables", "没有《一般公共预算“三公”经费支出表》"),
    "rounding": (changed("general_spending", "22.75\t22.75", "22.76\t22.76"), "form_tables", "相差在四舍五入之内"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said_and_how_grave_it_is(name):
    data, check, words = WRONG[name]
    assert any(each == check and words in sentence for each, sentence in said(data))


def test_a_statement_stands_for_an_empty_or_missing_table():
    data = without("fund_spending")
    assert said(data) != []
    assert said({**data, "empty": [STATED]}) == []
    assert ACCOUNTS.shown({**data, "empty": [STATED]})["empty"][0]["note"] == STATED["note"]


def test_many_differences_of_one_table_are_one_problem():
    data = {**WHOLE, "tables": [{**each, "rows": [row.replace(".", "0.") for row in each["rows"]]} if each["key"] == "spending" else each for each in WHOLE["tables"]]}  # fmt: skip
    rules = [sentence.split("：")[0] for check, sentence in said(data) if check == "form_sums"]
    assert len(rules) == len(set(rules))


def test_figures_are_compared_in_ten_thousand_yuan_whatever_the_unit_of_the_tables():
    data = {**WHOLE, "tables": [{**each, "unit": "元"} for each in WHOLE["tables"]]}
    assert figures_of(WHOLE)["spending"] == "979.65"
    assert Decimal(figures_of(data)["spending"]) == Decimal("0.097965")


def test_the_unit_that_was_told_holds_for_tables_that_say_none():
    data = {**WHOLE, "tables": [{**each, "unit": ""} for each in WHOLE["tables"]]}
    assert figures_of(data) == figures_of(WHOLE)
    assert figures_of({**data, "unit": ""}) == {}


def test_readers_get_findings_in_words_and_every_table():
    shown = ACCOUNTS.shown(WHOLE)
    assert name_of(WHOLE) == "2024年部门预算"
    assert shown["sentences"][0] == "2024年部门预算：收入总计 979.65 万元，支出总计 979.65 万元。"
    assert shown["charts"][0]["title"] == "支出最多的是一般公共服务支出，占 45.8%"
    assert len(shown["tables"]) == 8
    assert shown["tables"][1]["rows"][1][:3] == [("201", "words"), ("一般公共服务支出", "name"), ("449.10", "figure")]  # fmt: skip
    assert shown["tables"][1]["rows"][0][0] == ("合 计", "name")


def before(year, kind, spending):
    figures = {**figures_of(WHOLE), "spending": spending}
    return {"year": year, "kind": kind, "name": f"{year}", "path": "items/1/", "figures": figures}


def test_other_years_of_the_same_kind_are_drawn_and_compared():
    shown = ACCOUNTS.shown({**WHOLE, "before": [before(2023, "budget", "900"), before(2022, "final", "1")]})  # fmt: skip
    titles = [chart["title"] for chart in shown["charts"]]
    assert "2024年支出总计比2023年增加 79.65 万元（8.9%）" in titles
    assert "支出总计比上年增加 79.65 万元（8.9%）。" in shown["sentences"]


def test_the_budget_stands_beside_the_final_accounts_of_its_year():
    shown = ACCOUNTS.shown({**WHOLE, "before": [before(2024, "final", "900")]})
    assert [chart["title"] for chart in shown["charts"]][
        -1
    ] == "2024年支出决算 900 万元，为预算的 91.9%"


@pytest.mark.parametrize(("now", "then", "words"), [("5", "5", "持平"), ("4", "5", "减少 1 万元（20.0%）"), ("1", "0", "增加 1 万元")])  # fmt: skip
def test_a_change_is_said_in_words_and_never_divided_by_nothing(now, then, words):
    assert change(Decimal(now), Decimal(then)) == words


def test_parts_are_the_highest_subjects_largest_first():
    assert [part.code for part in parts_of(WHOLE)[1]] == ["201", "213", "212", "208", "221", "210"]


def test_machines_get_each_table_with_one_line_of_heads():
    title, heads, rows = tables_of(WHOLE)[0]
    assert (title, heads[1]) == ("部门收支总表（万元）", "收入／预算数")
    assert rows[-1] == ["收入总计", "979.65", "支出总计", "979.65"]
