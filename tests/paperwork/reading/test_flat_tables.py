"""The three tables out of lines: whatever stands in a row is read whole and in place, or not at all."""

from decimal import Decimal

import pytest

from gongkai.law.annual_report.form import REQUEST_COLUMNS, request_rows
from gongkai.paperwork.reading.flat_tables import read_proactive, read_remedies, read_requests
from gongkai.paperwork.reading.from_text import from_text
from gongkai.paperwork.reading.remedy_table import KEYS

FEES = "proactive.administrative_fees_wan_yuan"
RESULTS = "结果维持 结果纠正 其他结果 尚未审结 总计"


def proactive(text, edition="2021"):
    return read_proactive(from_text(text).blocks, edition, label_last=False).figures


def requests(text):
    return read_requests(from_text(text).blocks).figures


def remedies(text):
    return read_remedies(from_text(text).blocks).figures


def values(figures, key):
    return [figure for name, figure in figures.items() if name.startswith(key)]


def test_a_line_of_table_two_may_be_one_line_or_many():
    assert values(proactive("规章 1 2 3"), "proactive.rules") == [1, 2, 3]
    assert values(proactive("规章\n1\n2\n3"), "proactive.rules") == [1, 2, 3]


def test_a_heading_between_label_and_figure_does_not_part_them():
    assert proactive("行政许可\n本年处理决定数量\n9487") == {"proactive.permits": 9487}


def test_no_label_reaches_over_the_title_of_another_item():
    text = "行政处罚 4\n行政强制\n第二十条第（八）项\n信息内容\n本年收费金额（单位：万元）\n7730.28\n行政事业性收费"
    assert "proactive.compulsory_measures" not in proactive(text)


def test_a_label_may_stand_behind_its_only_figure():
    text = "规章 0 0 0\n第二十条第（五）项\n信息内容\n本年处理决定数量\n550\n行政许可\n第二十条第（六）项"
    assert proactive(text)["proactive.permits"] == 550


def test_too_few_or_too_many_figures_are_not_shared_out():
    assert set(proactive("规章 1 2\n行政规范性文件 1 2 3 4").values()) == {None}


@pytest.mark.parametrize(
    ("text", "fees"),
    [
        ("行政事业性收费 160.5964万元", Decimal("160.5964")),
        ("行政事业性收费 251000元", Decimal("25.1")),
        ("本年收费金额（单位：元）\n行政事业性收费 251000", Decimal("25.1")),
        ("本年收费金额（单位：万元）\n行政事业性收费 0.0001", Decimal("0.0001")),
    ],
)
def test_fees_are_converted_exactly(text, fees):
    assert proactive(text)[FEES] == fees


ROWS = request_rows(undivided=True)


def rows_of_requests(layout):
    """表三 with 305 in row 3, column 5, each row laid out by ``layout(label, figures)``."""
    return "\n".join(
        layout(row.title, [str(100 * at + i) for i in range(7)]) for at, row in enumerate(ROWS)
    )


EXPECTED = {
    f"requests.{row.key}.{column.key}": 100 * at + i
    for at, row in enumerate(ROWS)
    for i, column in enumerate(REQUEST_COLUMNS)
}


@pytest.mark.parametrize(
    "layout",
    [
        lambda label, figures: f"{label} {' '.join(figures)}",
        lambda label, figures: f"{' '.join(figures)} {label}",
        lambda label, figures: "\n".join([label, *figures]),
        lambda label, figures: "\n".join([label, " ".join(figures)]),
        lambda label, figures: f"{label[:6]}\n{'  '.join(figures)}\n{label[6:]}",
        lambda label, figures: label + "  ".join(figures),
    ],
    ids=["beside", "behind", "one a line", "above", "around", "glued"],
)
def test_rows_of_table_three_come_out_wherever_their_labels_stand(layout):
    assert requests(rows_of_requests(layout)) == EXPECTED


def test_a_short_row_is_unreadable_and_its_neighbours_are_not():
    text = rows_of_requests(lambda label, figures: f"{label} {' '.join(figures)}").replace(
        " 305", ""
    )
    figures = requests(text)
    assert set(values(figures, f"requests.{ROWS[3].key}")) == {None}
    assert values(figures, f"requests.{ROWS[4].key}") == values(EXPECTED, f"requests.{ROWS[4].key}")


def test_a_short_row_is_read_by_columns_where_spaces_keep_them():
    def aligned(label, figures):
        return label.ljust(30, "　") + "".join(figure.rjust(9) for figure in figures)

    text = rows_of_requests(aligned).replace(" 305", "    ")
    assert requests(text) == EXPECTED | {f"requests.{ROWS[3].key}.other_organization": None}


def test_two_rows_without_a_label_between_are_not_mixed():
    lines = rows_of_requests(lambda label, figures: f"{label} {' '.join(figures)}").split("\n")
    figures = requests("\n".join([*lines[:5], "300 1 1 1 1 1 1", *lines[5:]]))
    read = {key: figure for key, figure in figures.items() if figure is not None}
    assert read.items() <= EXPECTED.items()


def test_table_four_is_fifteen_figures_or_nothing():
    fifteen = " ".join(str(number) for number in range(1, 16))
    assert list(
        remedies(f"行政复议 行政诉讼\n{RESULTS} {RESULTS} {RESULTS}\n{fifteen}").items()
    ) == list(zip(KEYS, range(1, 16), strict=True))
    assert remedies(f"{RESULTS}\n{fifteen} 16") == {}


def test_table_four_in_three_blocks_of_five():
    text = "\n".join(
        f"{title}\n{RESULTS}\n1 2 3 4 10"
        for title in ("行政复议", "未经复议直接起诉", "复议后起诉")
    )
    assert list(remedies(text).values()) == [1, 2, 3, 4, 10] * 3


def test_headings_among_the_figures_of_table_four_are_believed_only_in_place():
    columns = RESULTS.split()
    in_place = "\n".join(f"{columns[at % 5]}\n{at}" for at in range(15))
    assert list(remedies(in_place).values()) == list(range(15))
    out_of_place = in_place.replace("结果纠正\n6\n", "6\n结果纠正\n")
    assert set(remedies(out_of_place).values()) <= {None}
