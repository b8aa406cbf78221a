"""The tables of budgets and final accounts: whose, which, since when, and by when they must be public."""

from datetime import date, timedelta

import pytest

from gongkai.law.catalogue import limit
from gongkai.law.open_accounts import (
    ACCOUNTS_KINDS,
    ACCOUNTS_SCOPES,
    BALANCE_RULES,
    CROSS_RULES,
    OPEN_TABLES,
    accounts_kind,
    accounts_scope,
    balance_rule,
    open_table,
    open_tables,
    scope_of,
)
from gongkai.law.release_timer import Start, release_due
from gongkai.law.units import Days

DAY = timedelta(days=1)


@pytest.mark.parametrize("row", [*OPEN_TABLES, *BALANCE_RULES, *CROSS_RULES, *ACCOUNTS_KINDS, *ACCOUNTS_SCOPES], ids=lambda row: row.key)  # fmt: skip
def test_each_row_begins_on_its_day_and_not_the_day_before(row):
    since = row.in_force.since
    covered = [row.in_force.covers(day) for day in (since - DAY, since, since + DAY)]
    assert covered == [False, True, True]


@pytest.mark.parametrize("row", OPEN_TABLES, ids=lambda row: row.key)
def test_a_table_is_listed_from_the_day_of_its_rule_on(row):
    since = row.in_force.since
    listed = [row in open_tables(row.scopes[0], day) for day in (since - DAY, since, since + DAY)]
    assert listed == [False, True, True]


def test_a_department_shows_eight_tables_in_any_case_and_a_township_government_seven():
    on = date(2026, 11, 27)
    must = {scope.key: [row.key for row in open_tables(scope.key, on) if row.required] for scope in ACCOUNTS_SCOPES}  # fmt: skip
    assert must["department"] == must["unit"] == ["totals", "income", "spending", "grant_totals", "general_spending", "basic_spending", "three_public", "fund_spending"]  # fmt: skip
    assert must["government"] == ["three_public", "revenue", "expenditure", "own_expenditure", "own_basic", "fund_revenue", "fund_expenditure"]  # fmt: skip


@pytest.mark.parametrize("scope", ACCOUNTS_SCOPES, ids=lambda row: row.key)
def test_accounts_are_public_within_twenty_calendar_days_of_their_approval(scope):
    approved = date(2026, 2, 10)
    due = release_due(Start(date(2026, 2, 1)), ("budgets_and_accounts",), chosen=scope.limit_key, counted_from=approved)  # fmt: skip
    assert limit(scope.limit_key).length == Days(20)
    assert due.date == date(2026, 3, 2)
    assert [day > due.date for day in (due.date - DAY, due.date, due.date + DAY)] == [False, False, True]  # fmt: skip


@pytest.mark.parametrize(("organ", "key"), {"township_government": "government", "county_department": "department", "subdistrict_office": "unit", "unheard_of": "department"}.items())  # fmt: skip
def test_an_organ_is_offered_the_accounts_it_is_most_likely_to_have(organ, key):
    assert scope_of(organ).key == key


def test_rows_are_found_by_their_keys_and_unknown_keys_are_errors():
    assert (accounts_kind("final").label, accounts_scope("unit").label) == ("决算", "所属单位")
    assert open_table("totals").title("final") == "收入支出决算总表"
    assert balance_rule("two_sides").rule == "收入总计等于支出总计"
    with pytest.raises(KeyError):
        open_table("none")


def test_cross_rules_name_tables_that_there_are():
    keys = {row.key for row in OPEN_TABLES}
    assert {key for row in CROSS_RULES for key in (row.left, row.right)} <= keys
