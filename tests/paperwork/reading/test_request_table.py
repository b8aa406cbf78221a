"""表三 out of ruled tables: rows by their labels, cells by their columns, and nothing where either is in doubt."""

from gongkai.law.annual_report.form import REQUEST_COLUMNS
from gongkai.paperwork.reading.from_html import from_html
from gongkai.paperwork.reading.grid import grid_rows
from gongkai.paperwork.reading.request_table import read_request_table

HEADINGS = ["", *(column.label for column in REQUEST_COLUMNS)]
ROW = ["1", "2", "3", "4", "5", "6", "21"]


def read(*tables):
    """Tables given as rows of cell texts; ``甲<2x3>`` spans two rows and three columns."""
    return read_request_table(
        grid_rows(from_html("<p>.</p>" + "".join(map(table, tables))).blocks[1:])
    )


def table(rows):
    return f"<table>{''.join('<tr>' + ''.join(map(cell, row)) + '</tr>' for row in rows)}</table>"


def cell(text):
    text, _, span = text.rstrip(">").partition("<")
    down, _, right = span.partition("x")
    return f"<td rowspan={down or 1} colspan={right or 1}>{text}</td>"


def row_of(found, key):
    """The seven figures of a row, or the reason why there are none."""
    keys = [f"requests.{key}.{column.key}" for column in REQUEST_COLUMNS]
    if keys[0] not in found.figures:
        return "not found"
    figures = [found.figures[key] for key in keys]
    return (
        figures
        if any(f is not None for f in figures)
        else {n.reason for n in found.notes if n.where in keys}
    )


FIGURES = [1, 2, 3, 4, 5, 6, 21]


def test_a_row_is_known_by_its_label():
    assert row_of(read([HEADINGS, ["2.重复申请", *ROW]]), "unprocessed_repeated") == FIGURES


def test_labels_may_be_misspelt_and_numbered_with_a_chinese_comma():
    found = read(
        [["2、其他法律行政止公开", *ROW], ["5、要求行政机关确认或重新出具巳获取信息", *ROW]]
    )
    assert row_of(found, "refused_forbidden_by_law") == FIGURES
    assert row_of(found, "unprocessed_reconfirmation") == FIGURES


def test_the_many_rows_called_other_find_their_place_by_their_neighbours():
    found = read(
        [["2.申请人逾期未按收费通知要求缴纳费用", *ROW], ["3.其他", *ROW], ["（七）总计", *ROW]]
    )
    assert row_of(found, "other_miscellaneous") == FIGURES


def test_labels_may_stand_behind_the_figures():
    assert row_of(read([[*ROW, "2.重复申请"]]), "unprocessed_repeated") == FIGURES


def test_blank_cells_stay_in_their_columns():
    found = read([HEADINGS, ["2.重复申请", "1", "", "", "", "", "", "1"]])
    assert row_of(found, "unprocessed_repeated") == [1, None, None, None, None, None, 1]
    assert {note.reason for note in found.notes} == {"blank"}


def test_figures_are_found_under_their_headings_between_other_cells():
    head = ["", "备注", *HEADINGS[1:], "核对"]
    found = read(
        [head, ["2.重复申请", "无", *ROW, "是"], ["3.要求提供公开出版物", "无", *ROW, "是"]]
    )
    assert row_of(found, "unprocessed_repeated") == FIGURES


def test_headings_may_stand_on_two_rows_as_markdown_leaves_them():
    head = [["", "自然人", "", "", "", "", "", "总计"], ["", "", *HEADINGS[2:-1], ""]]
    found = read([*head, ["（一）予以公开", "", "2", "", "", "", "", ""]])
    assert row_of(found, "granted") == [None, 2, None, None, None, None, None]


def test_a_row_that_lost_a_cell_is_not_read_at_all():
    found = read([HEADINGS, ["2.重复申请", "1", "2", "3", "4", "5", "21"]])
    assert row_of(found, "unprocessed_repeated") == {"unreadable"}


def test_a_row_with_a_cell_too_many_is_not_read_at_all():
    found = read([["2.重复申请", "1", "2", "3", "4", "5", "6", "7", "28"]])
    assert row_of(found, "unprocessed_repeated") == {"unreadable"}


def test_words_in_one_cell_leave_the_other_six_readable():
    found = read([HEADINGS, ["2.重复申请", "1", "见附件", *ROW[2:]]])
    assert row_of(found, "unprocessed_repeated") == [1, None, 3, 4, 5, 6, 21]


def test_a_group_beside_its_first_row_is_no_label():
    found = read([HEADINGS, ["（五）不予处理<2x1>", "", *ROW], ["3.要求提供公开出版物", *ROW]])
    assert row_of(found, "unprocessed_repeated") == "not found"
    assert row_of(found, "unprocessed_publication") == FIGURES


def test_a_row_without_label_between_sure_neighbours_is_the_one_that_is_missing():
    found = read([["1.信访举报投诉类申请", *ROW], ["", *ROW], ["3.要求提供公开出版物", *ROW]])
    assert row_of(found, "unprocessed_repeated") == FIGURES


def test_rows_without_label_are_not_guessed_where_too_few_are_left():
    found = read([["1.信访举报投诉类申请", *ROW], ["", *ROW], ["4.无正当理由大量反复申请", *ROW]])
    assert row_of(found, "unprocessed_repeated") == "not found"
    assert row_of(found, "unprocessed_publication") == "not found"


def test_a_row_of_which_a_cell_is_unreadable_counts_among_those_without_label():
    broken = ["x", "见附件", "0", "0", "0"]
    found = read(
        [
            ["5.要求行政机关确认或重新出具已获取信息", *ROW],
            broken,
            ["", *ROW],
            ["四、结转下年度继续办理", *ROW],
        ]
    )
    assert row_of(found, "other_undivided") == {"unreadable"}
    assert row_of(found, "concluded") == FIGURES


def test_the_headings_of_table_four_are_no_row_of_totals():
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    found = read(
        [["5.要求行政机关确认或重新出具已获取信息", *ROW], ["", *ROW]], [results * 3, ["9"] * 15]
    )
    assert row_of(found, "other_undivided") == "not found"
    assert row_of(found, "concluded") == "not found"


def test_the_first_of_two_rows_with_one_label_counts():
    found = read([["2.重复申请", *ROW], ["2.重复申请", *["9"] * 7]])
    assert row_of(found, "unprocessed_repeated") == FIGURES


def test_a_row_cut_by_a_page_break_is_joined():
    upper = ["1.申请人无正当理由逾期不补正、行政机关不再", *ROW]
    lower = ["处理其政府信息公开申请", *[""] * 7]
    found = read([HEADINGS, upper], [lower, ["3.其他", *ROW]])
    assert row_of(found, "other_clarification_lapsed") == FIGURES


def test_the_undivided_sixth_group_is_a_row():
    assert (
        row_of(read([["（六）其他处理", *ROW], ["（七）总计", *ROW]]), "other_undivided") == FIGURES
    )


def test_an_unreadable_first_figure_is_not_taken_for_the_label():
    spare = [[*row, ""] for row in (HEADINGS, ["2.重复申请", "约1", "", "", "", "", "6", "7"])]
    assert row_of(read(spare[1:]), "unprocessed_repeated") == {"unreadable"}
    assert row_of(read(spare), "unprocessed_repeated") == [None, None, None, None, None, 6, 7]


def test_a_row_pushed_aside_is_not_read_under_the_headings_of_its_neighbours():
    pushed = ["", "1", "2", "3", "4", "5", "6", "21"]
    found = read(
        [HEADINGS, ["1.信访举报投诉类申请", *ROW], ["", *pushed], ["3.要求提供公开出版物", *ROW]]
    )
    assert row_of(found, "unprocessed_repeated") == FIGURES


def test_headings_that_stand_over_the_labels_are_not_believed():
    found = read([HEADINGS[1:], ["2.重复申请", "", "", "", "5", "1"]])
    assert row_of(found, "unprocessed_repeated") == {"unreadable"}


def test_seven_of_more_cells_are_only_taken_if_no_other_seven_would_do():
    assert row_of(read([["2.重复申请", *ROW, "", ""]]), "unprocessed_repeated") == FIGURES
    assert row_of(read([["2.重复申请", "", *ROW[1:], ""]]), "unprocessed_repeated") == {
        "unreadable"
    }


def test_a_row_of_blanks_is_blank():
    assert row_of(read([["2.重复申请", *[""] * 8]]), "unprocessed_repeated") == {"blank"}


def test_a_blank_that_may_be_the_lost_label_is_no_figure():
    found = read([["1.信访举报投诉类申请", *ROW], ["", *ROW[1:]], ["3.要求提供公开出版物", *ROW]])
    assert row_of(found, "unprocessed_repeated") == {"unreadable"}


def test_a_label_beyond_recognition_is_replaced_by_its_neighbours_only_if_it_was_one():
    neighbours = ["1.信访举报投诉类申请", *ROW], ["3.要求提供公开出版物", *ROW]
    assert (
        row_of(read([neighbours[0], ["重夏中请", *ROW], neighbours[1]]), "unprocessed_repeated")
        == FIGURES
    )
    unreadable = ["约1", *ROW]
    assert row_of(read([neighbours[0], unreadable, neighbours[1]]), "unprocessed_repeated") == {
        "unreadable"
    }
