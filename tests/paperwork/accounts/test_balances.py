"""Every balance holds in a whole table and is found, with its cells, in a broken one."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.law.open_accounts import BALANCE_RULES, CROSS_RULES
from gongkai.paperwork.accounts import imbalances
from gongkai.paperwork.accounts.findings import is_rounding
from tests.paperwork.accounts.tables import spending, table, totals, whole_set

THREE_ROWS = ("项目\t预算数", "合计\t10", "1.因公出国（境）费用\t—", "2.公务接待费\t4", "3.公务用车购置及运行维护费\t6", "其中：（1）公务用车运行维护费\t6", "（2）公务用车购置费\t")  # fmt: skip


def three(*lines):
    rows = {line.partition("\t")[0]: line for line in (*THREE_ROWS, *lines)}
    return table("“三公”经费支出表", *rows.values())


def found(*tables):
    """The rules that are broken, with the cells."""
    return [(each.rule, each.places) for each in imbalances(tables, "budget")]


WHOLE = {"spending": spending(), "totals": totals(), "three": three()}
BROKEN = (
    ("parents", spending("2010302\t一般行政管理事务\t9\t—\t9"), ("C6", "C7", "C8")),
    ("grand_total", spending("213\t农林水支出\t31\t\t31"), ("C4", "C5", "C9")),
    ("row_sums", spending("213\t农林水支出\t30\t1\t30"), ("C9", "D9", "E9")),
    ("side_sums", totals("二、其他收入\t16\t二、农林水支出\t30"), ("B6", "B4", "B5")),
    ("two_sides", totals("上年结转\t6\t结转下年\t0", "收入总计\t101\t支出总计\t100"), ("B8", "D8")),
    ("three_public_parts", three("2.公务接待费\t5"), ("B4", "B5", "B7", "B6")),
    ("three_public_parts", three("（2）公务用车购置费\t1"), ("B7", "B9", "B8")),
)


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_table_adds_up(name):
    assert found(WHOLE[name]) == []


@pytest.mark.parametrize(("rule", "broken", "places"), BROKEN)
def test_a_broken_balance_is_found_with_its_cells(rule, broken, places):
    assert (rule, places) in found(broken)


def test_every_balance_rule_has_a_broken_example():
    assert {row.key for row in BALANCE_RULES} == {rule for rule, _, _ in BROKEN} | {"across"}


def test_the_workbook_of_a_township_adds_up_inside_and_between_its_tables():
    for kind in ("budget", "final"):
        assert imbalances(whole_set(kind), kind) == []


@pytest.mark.parametrize("rule", [row for row in CROSS_RULES if row.left in {"income", "spending", "general_spending", "basic_spending"}], ids=lambda row: row.key)  # fmt: skip
def test_a_total_that_differs_between_two_tables_is_found(rule):
    mine = {each.key: each for each in whole_set()}
    mine[rule.left] = {each.key: each for each in whole_set(grown="1.1")}[rule.left]
    said = [each for each in imbalances(list(mine.values()), "budget") if each.rule == "across"]
    assert any(rule.label in each.words for each in said)


def test_the_words_name_both_sides_their_cells_and_the_difference():
    said = imbalances([spending("213\t农林水支出\t30\t1\t30")], "budget")[-1].words
    assert "“合计”是 30" in said
    assert "C9" in said
    assert "D9、E9" in said
    assert "相差 -1" in said


def test_an_unreadable_cell_is_no_reason_to_invent_a_difference():
    assert [rule for rule, places in found(spending("213\t农林水支出\t约30\t\t30")) if "C9" in places] == []  # fmt: skip


def test_codes_that_stand_twice_are_not_added_up():
    lines = ("科目编码\t科目名称\t预算数", "201\t甲单位\t5", "20103\t丙\t4", "201\t乙单位\t6")
    assert found(table("支出预算表", *lines)) == []


def test_a_side_by_side_list_of_economic_subjects_is_one_list():
    heads = "科目编码\t科目名称\t决算数\t科目编码\t科目名称\t决算数"
    whole = table("基本支出决算表", heads, "301\t工资福利支出\t9\t302\t商品和服务支出\t3", "30101\t基本工资\t9\t30201\t办公费\t3")  # fmt: skip
    broken = table("基本支出决算表", heads, "301\t工资福利支出\t9\t302\t商品和服务支出\t4", "30101\t基本工资\t9\t30201\t办公费\t3")  # fmt: skip
    assert (found(whole), found(broken)) == ([], [("parents", ("F4", "F5"))])


def test_rounding_is_told_from_error():
    near = table("支出预算表", "科目编码\t科目名称\t预算数", "201\t甲\t1.01", "20103\t乙\t0.50", "20106\t丙\t0.50")  # fmt: skip
    far = table("支出预算表", "科目编码\t科目名称\t预算数", "201\t甲\t1.10", "20103\t乙\t0.50", "20106\t丙\t0.50")  # fmt: skip
    marks = [imbalances([each], "budget")[0].rounding for each in (near, far)]
    assert marks == [True, False]


def test_whole_figures_have_no_rounding():
    assert not is_rounding(Decimal(1), [Decimal(3), Decimal(2)])


CENTS = st.integers(0, 10**8).map(lambda cents: Decimal(cents) / 100)


@settings(max_examples=20)
@given(st.lists(st.tuples(CENTS, CENTS), min_size=1, max_size=8), st.integers(1, 10**6))
def test_any_exact_table_adds_up_and_one_changed_cell_is_found(rows, cents):
    lines = [f"20{at:03d}\t科目{at}\t{a + b}\t{a}\t{b}" for at, (a, b) in enumerate(rows, 100)]
    sums = [sum((each[at] for each in rows), Decimal(0)) for at in (0, 1)]
    total, heads = f"合计\t\t{sum(sums)}\t{sums[0]}\t{sums[1]}", "科目编码\t科目名称\t合计\t基本支出\t项目支出"  # fmt: skip
    assert found(table("支出预算表", heads, total, *lines)) == []
    changed = f"合计\t\t{sum(sums)}\t{sums[0] + Decimal(cents) / 100}\t{sums[1]}"
    assert {rule for rule, _ in found(table("支出预算表", heads, changed, *lines))} == {"grand_total", "row_sums"}  # fmt: skip
