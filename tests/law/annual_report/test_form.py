"""The statistical form has the cells, labels and order of the national form, in both editions."""

import re

import pytest

from gongkai.law.annual_report.form import (
    APPLICANTS,
    BLOCKS,
    REMEDY_COLUMNS,
    REQUEST_COLUMNS,
    Cell,
    cells,
    outcome_rows,
    proactive_cells,
    remedy_cells,
    request_cells,
    request_rows,
)

EVERY_FORM = [("2021", False), ("2021", True), ("2019", False), ("2019", True)]


def titles(*, undivided: bool) -> list[str]:
    return [row.title for row in outcome_rows(undivided=undivided)]


def test_the_form_of_2021_has_two_hundred_cells():
    assert len(list(proactive_cells("2021"))) == 10
    assert len(list(request_cells(undivided=False))) == 25 * 7
    assert len(list(remedy_cells())) == 15
    assert len(cells("2021", undivided=False)) == 200


def test_the_trial_form_has_twenty_three_rows_of_requests():
    assert len(list(proactive_cells("2019"))) == 22
    assert len(list(request_cells(undivided=True))) == 23 * 7


def test_the_total_adds_up_twenty_one_rows_or_nineteen():
    assert len(outcome_rows(undivided=False)) == 21
    assert len(outcome_rows(undivided=True)) == 19


@pytest.mark.parametrize(("edition", "undivided"), EVERY_FORM)
def test_a_key_names_one_cell_in_the_manner_of_the_contract(edition, undivided):
    keys = [cell.key for cell in cells(edition, undivided=undivided)]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"(proactive|requests|remedies)(\.[a-z_]+){1,2}", key) for key in keys)


def test_the_columns_are_six_kinds_of_applicant_and_their_total():
    labels = [column.label for column in REQUEST_COLUMNS]
    assert labels == [
        "自然人",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
        "总计",
    ]
    assert REQUEST_COLUMNS[:-1] == APPLICANTS


def test_the_rows_of_requests_stand_in_the_order_of_the_form():
    numbers = "".join(row.number for row in request_rows(undivided=False))
    assert numbers == "一、二、（一）（二）1.2.3.4.5.6.7.8.1.2.3.1.2.3.4.5.1.2.3.（七）四、"


@pytest.mark.parametrize(
    ("place", "title"),
    [
        (0, "（一）予以公开"),
        (1, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
        (4, "3.危及“三安全一稳定”"),
        (9, "8.属于行政查询事项"),
        (12, "3.补正后申请内容仍不明确"),
        (17, "5.要求行政机关确认或重新出具已获取信息"),
        (18, "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        (20, "3.其他"),
    ],
)
def test_labels_are_those_of_the_form(place, title):
    assert titles(undivided=False)[place] == title


def test_one_row_of_other_outcomes_takes_the_place_of_three():
    assert titles(undivided=True)[:-1] == titles(undivided=False)[:-3]
    assert titles(undivided=True)[-1] == "（六）其他处理"


def test_remedies_are_counted_in_three_blocks_of_five():
    assert [block.label for block in BLOCKS] == ["行政复议", "未经复议直接起诉", "复议后起诉"]
    labels = [column.label for column in REMEDY_COLUMNS]
    assert labels == ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


@pytest.mark.parametrize(("edition", "undivided"), EVERY_FORM)
def test_only_money_may_be_a_fraction(edition, undivided):
    form = cells(edition, undivided=undivided)
    decimals = {cell.key for cell in form if cell.number == "decimal"}
    money = {
        "2021": {"proactive.administrative_fees_wan_yuan"},
        "2019": {"proactive.procurement.amount_yuan"},
    }
    assert decimals == money[edition]


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("proactive.rules.issued", "表二“规章”的“本年制发件数”"),
        (
            "proactive.administrative_fees_wan_yuan",
            "表二“行政事业性收费”的“本年收费金额（单位：万元）”",
        ),
        ("requests.received.natural_person", "表三“一、本年新收政府信息公开申请数量”的“自然人”"),
        ("requests.granted.total", "表三“三（一）予以公开”的“总计”"),
        ("requests.unprocessed_repeated.total", "表三“（五）2.重复申请”的“总计”"),
        ("requests.concluded.total", "表三“三（七）总计”的“总计”"),
        ("remedies.litigation_direct.upheld", "表四“行政诉讼未经复议直接起诉”的“结果维持”"),
    ],
)
def test_a_cell_is_named_in_words_a_clerk_knows(key, title):
    assert {cell.key: cell.title for cell in cells("2021", undivided=False)}[key] == title


def test_a_cell_without_a_column_is_named_by_its_row_alone():
    assert Cell("proactive.permits", 2, "行政许可", "").title == "表二“行政许可”"


@pytest.mark.parametrize("row", request_rows(undivided=False), ids=lambda row: row.key)
def test_every_row_applies_in_its_own_edition(row):
    divided = row.key.startswith("other_")
    assert row.in_force.since.isoformat() == ("2021-09-26" if divided else "2019-05-15")
