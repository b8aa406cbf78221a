"""The figures that years and tables are compared by are found where they stand."""

from decimal import Decimal

from gongkai.paperwork.accounts import key_figures
from tests.paperwork.accounts.tables import spending, table, totals, whole_set


def values(found):
    return {name: (str(each.value), each.place) for name, each in found.items()}


def test_a_table_of_subjects_has_its_total_its_parts_and_its_highest_subjects():
    assert values(key_figures(spending(), "budget")) == {
        "total": ("100", "C4"), "basic": ("60", "D4"), "projects": ("40", "E4"), "201": ("70", "C5"), "213": ("30", "C9"),
    }  # fmt: skip


def test_income_and_spending_have_the_year_and_the_total():
    assert values(key_figures(totals(), "budget")) == {
        "income_year": ("95", "B6"), "income_total": ("100", "B8"), "spending_year": ("100", "D6"), "spending_total": ("100", "D8"),
    }  # fmt: skip


def test_final_accounts_are_read_in_the_column_of_what_was_spent():
    found = table("收入支出决算总表", "项目\t年初预算数\t决算数\t项目\t年初预算数\t决算数", "本年收入合计\t1\t2\t本年支出合计\t3\t4")  # fmt: skip
    assert values(key_figures(found, "final"))["spending_year"] == ("4", "F4")


def test_the_three_kinds_are_found_in_rows_and_in_columns():
    rows = table("“三公”经费支出表", "项目\t预算数", "合计\t10", "因公出国（境）费用\t0", "公务接待费\t4", "公务用车购置及运行费\t6", "其中：公务用车购置费\t0", "公务用车运行费\t6")  # fmt: skip
    columns = next(each for each in whole_set() if each.key == "three_public")
    names = {"total", "abroad", "cars", "car_purchase", "car_running", "reception"}
    assert set(key_figures(rows, "budget")) == set(key_figures(columns, "budget")) == names


def test_in_final_accounts_the_columns_of_what_was_spent_are_taken():
    heads = "合计预算数\t公务接待费预算数\t合计决算数\t公务接待费决算数"
    found = key_figures(table("“三公”经费支出表", heads, "9\t9\t5\t5"), "final")
    assert found["reception"].value == Decimal(5)


def test_an_unknown_table_and_one_without_classification_have_none():
    assert key_figures(table("附表", "项目\t数", "甲\t1", key=""), "budget") == {}
    assert key_figures(table("政府采购预算表", "项目\t数", "甲\t1"), "budget") == {}


def test_of_two_years_beside_each_other_that_of_the_title_is_taken():
    found = table("2026年部门收支总表", "项目\t2025年预算数\t2026年预算数\t项目\t2025年预算数\t2026年预算数", "本年收入合计\t1\t2\t本年支出合计\t3\t4")  # fmt: skip
    assert values(key_figures(found, "budget"))["income_year"] == ("2", "C4")
