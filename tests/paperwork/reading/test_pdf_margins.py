"""Page numbers and running headers are neither lines nor part of a cell."""

import pytest

from tests.paperwork.reading.pdf_maker import Box, Sheet, draw_table, lines, rows_of_boxes, tables

FOOT = 800


@pytest.mark.parametrize(
    "folio",
    [
        "- 1 -",
        "— 1 —",
        "－1－",
        "1",
        "第1页",
        "第 1 页 共 5 页",
        "第一页",
        "1/5",
        "·1·",
        "Page 1 of 5",
    ],
)
def test_a_page_number_at_the_foot_is_dropped(folio: str):
    assert lines(Sheet().text(80, 400, "正文").text(280, FOOT, folio)) == ["正文"]


@pytest.mark.parametrize("text", ["2024年1月17日", "共 5 件", "7", "-1", "—"])
def test_other_text_at_the_foot_stays(text: str):
    assert lines(Sheet().text(80, 400, "正文").text(80, FOOT, text))[-1] == text


def test_bare_numbers_are_page_numbers_where_they_count_pages_in_one_place():
    sheets = [Sheet().text(80, 400, "正文").text(280, FOOT, str(page)) for page in (7, 8)]
    assert lines(*sheets) == ["正文", "正文"]


def test_page_numbers_at_the_outer_edges_of_facing_pages_are_dropped():
    sheets = [Sheet().text(x, FOOT, page) for x, page in ((500, "12"), (85, "13"))]
    assert lines(*sheets) == []


def test_bare_numbers_that_do_not_count_pages_stay():
    sheets = [Sheet().text(280, FOOT, number) for number in ("7", "9")]
    assert lines(*sheets) == ["7", "9"]


def table_at_the_foot(last: str) -> Sheet:
    return draw_table(
        Sheet(), (80, 200, 320), (740, 770, 820), rows_of_boxes([["甲", "1"], ["乙", last]])
    )


def test_a_page_number_within_the_borders_of_a_table_gets_into_no_cell():
    marked = table_at_the_foot("2").text(250, 812, "- 1 -")
    assert [cell.text for cell in tables(marked)[0].cells] == ["甲", "1", "乙", "2"]


def test_bare_page_numbers_within_tables_are_known_by_those_of_other_pages():
    first, second = (table_at_the_foot("2").text(250, 812, number) for number in ("4", "5"))
    text = Sheet().text(250, 812, "6")
    assert [table.cells[3].text for table in tables(first, second, text)] == ["2", "2"]


def test_figures_that_seem_to_count_pages_stay_in_their_cells():
    sheets = [table_at_the_foot(figure) for figure in ("1", "2")]
    assert [table.cells[3].text for table in tables(*sheets)] == ["1", "2"]


def test_figures_without_borders_that_seem_to_count_pages_stay():
    sheets = [Sheet().text(80, FOOT, "2").text(280, FOOT, number) for number in ("7", "8")]
    assert lines(*sheets) == ["2 7", "2 8"]


def test_a_figure_in_the_last_row_of_a_page_stays_where_it_is():
    assert tables(table_at_the_foot("1"))[0].cells[3].text == "1"


def test_a_page_number_beside_a_table_does_not_hide_the_row_beside_it():
    sheet = table_at_the_foot("2").text(500, 781, "- 1 -")
    assert (lines(sheet), tables(sheet)[0].cells[3].text) == ([], "2")


def test_running_headers_and_footers_are_dropped():
    sheets = [
        Sheet()
        .text(200, 45, "某县人民政府公报")
        .text(80, 400, body)
        .text(80, FOOT, "http://example.cn")
        for body in ("前页", "后页")
    ]
    assert lines(*sheets) == ["前页", "后页"]


def test_equal_lines_in_the_body_of_two_pages_stay():
    assert lines(*[Sheet().text(80, 400, "（文字描述）") for _ in range(2)]) == ["（文字描述）"] * 2


def test_a_heading_row_repeated_on_every_page_stays_in_its_table():
    sheets = [
        draw_table(
            Sheet(),
            (80, 200, 320),
            (50, 70, 90),
            rows_of_boxes([["信息内容", "数量"], ["甲", "1"]]),
        )
        for _ in range(2)
    ]
    assert [table.cells[0].text for table in tables(*sheets)] == ["信息内容"] * 2


def test_a_page_number_that_did_not_turn_with_its_page_is_dropped():
    """A wide table laid on its side; the number stands upright at the foot of the sheet."""
    sheet = Sheet().text(297, FOOT, "- 3 -")
    for column in range(6):
        sheet.text(100 + 30 * column, 700, "表三的文字横着印在纸上", turn=1)
    assert lines(sheet) == ["表三的文字横着印在纸上"] * 6


def test_a_box_of_two_cells_with_a_page_number_below_reads_as_a_table_only():
    sheet = draw_table(
        Sheet(), (80, 200, 320), (100, 130), [Box(0, 0, 1, 1, "甲"), Box(0, 1, 1, 2, "1")]
    )
    assert lines(sheet.text(280, FOOT, "1")) == []
