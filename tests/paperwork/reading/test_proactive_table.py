"""表二 out of ruled tables, in both editions of the form and with units in heads and cells."""

from decimal import Decimal

import pytest

from gongkai.paperwork.reading.document import Table, TableCell
from gongkai.paperwork.reading.grid import grid_rows
from gongkai.paperwork.reading.proactive_table import edition_of, read_proactive_table

HEAD = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
FEES = "proactive.administrative_fees_wan_yuan"


def read(*rows, edition="2021"):
    """Rows of cell texts; a text with ``<3`` behind it covers three columns."""
    cells = []
    for at, row in enumerate(rows):
        column = 0
        for text, _, span in (text.partition("<") for text in row):
            cells.append(TableCell(text, at, column, 1, int(span or 1)))
            column += int(span or 1)
    found = read_proactive_table(grid_rows([Table(tuple(cells))]), edition)
    return found.figures


@pytest.mark.parametrize(
    ("text", "year", "edition"),
    [
        ("本年制发件数 本年废止件数 现行有效件数", 2019, "2021"),
        ("本年新制作数量 本年新公开数量 对外公开总数量", 2024, "2019"),
        ("规章 行政许可 政府集中采购", 2024, "2019"),
        ("规章", 2019, "2019"),
        ("规章", 2024, "2021"),
        ("", None, "2021"),
    ],
)
def test_the_headings_decide_the_edition_and_without_them_the_year(text, year, edition):
    assert edition_of(text, year) == edition


def test_a_line_is_read_beside_its_label():
    assert read(HEAD, ["规章", "1", "2", "3"]) == {
        "proactive.rules.issued": 1,
        "proactive.rules.repealed": 2,
        "proactive.rules.in_force": 3,
    }


def test_a_blank_cell_is_blank_in_its_own_column():
    assert list(read(HEAD, ["规章", "", "", "3"]).values()) == [None, None, 3]


def test_figures_may_stand_before_the_label():
    assert list(read(["1", "2", "3", "规章"]).values()) == [1, 2, 3]


def test_an_empty_cell_behind_the_figures_is_ignored():
    assert list(read(HEAD, ["规章", "1", "2", "3", ""]).values()) == [1, 2, 3]


def test_one_figure_under_a_wide_heading_is_read_wherever_its_cell_stands():
    assert read(["信息内容", "本年处理决定数量<3"], ["行政许可", "", "95", ""]) == {
        "proactive.permits": 95
    }


def test_three_filled_cells_under_one_heading_are_not_read():
    assert read(["信息内容", "本年处理决定数量<3"], ["行政许可", "2", "0", "0"]) == {
        "proactive.permits": None
    }


def test_a_line_that_lost_a_cell_is_not_read():
    assert set(read(HEAD, ["规章", "1", "2"]).values()) == {None}


def test_one_wide_cell_is_not_read_for_two_headings():
    head = ["信息内容", "上一年项目数量", "本年增/减<2"]
    assert set(read(head, ["行政事业性收费", "1<3"], edition="2019").values()) == {None}


@pytest.mark.parametrize(
    ("heading", "text", "fees"),
    [
        ("本年收费金额（单位：万元）", "160.5964", Decimal("160.5964")),
        ("本年收费金额（单位：元）", "251000", Decimal("25.1")),
        ("本年收费金额（单位：万元）", "251000元", Decimal("25.1")),
        ("本年收费金额", "160.5964万元", Decimal("160.5964")),
        ("本年收费金额", "0", Decimal(0)),
    ],
)
def test_fees_are_kept_in_ten_thousand_yuan_whatever_the_unit_printed(heading, text, fees):
    assert read(["信息内容", heading], ["行政事业性收费", text]) == {FEES: fees}


def test_the_2019_form_has_changes_with_a_sign_and_amounts_in_yuan():
    figures = read(
        ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
        ["行政许可", "85", "-3", "0"],
        ["信息内容", "采购项目数量", "采购总金额<2"],
        ["政府集中采购", "4", "25.1万元<2"],
        edition="2019",
    )
    assert figures["proactive.permits.change"] == -3
    assert figures["proactive.procurement.amount_yuan"] == 251000


@pytest.mark.parametrize(
    "label", ["行政规范性文件", "规范性文件", "行政规范性文件（含规划）", "行 政\n规范性 文件"]
)
def test_the_label_of_normative_documents_varies(label):
    assert read(HEAD, [label, "1", "2", "3"])["proactive.normative_documents.in_force"] == 3


def test_a_remark_in_a_cell_does_not_change_its_figure():
    assert read(HEAD, ["规章", "22（其中修订16件）", "2", "235"])["proactive.rules.issued"] == 22


def test_a_line_of_the_other_edition_is_left_alone():
    assert read(["政府集中采购", "4", "5"]) == {}


def test_headings_pushed_over_the_labels_are_not_believed():
    figures = read(HEAD[1:], ["规章", "6", "853", "约7"])
    assert list(figures.values()) == [6, 853, None]
