"""A table that goes on over pages: one set of columns, and rows that the page break cut are made whole."""

from collections.abc import Sequence

from gongkai.paperwork.reading.document import Table
from tests.paperwork.reading.pdf_maker import Box, Sheet, draw_table, rows_of_boxes, tables

XS = (80, 180, 210, 240)


def over_two_pages(
    upper: Sequence[Sequence[str]], lower: Sequence[Sequence[str]], between: str = ""
) -> list[Table]:
    """Two pieces of a table with three columns, one at the foot of a page, one at the head of the next."""
    foot = [760 - 30 * (len(upper) - row) for row in range(len(upper) + 1)]
    head = [60 + 30 * row for row in range(len(lower) + 1)]
    first = draw_table(Sheet(), XS, foot, rows_of_boxes(upper)).text(280, 800, "- 1 -")
    second = draw_table(Sheet(), XS, head, rows_of_boxes(lower)).text(280, 800, "- 2 -")
    return tables(first.text(80, 780, between), second)


def texts(table: Table) -> list[str]:
    return [cell.text for cell in table.cells]


def test_rows_that_end_with_the_page_stay_as_they_are():
    first, second = over_two_pages([["（一）甲", "1", "2"]], [["（二）乙", "3", "4"]])
    assert (texts(first), texts(second)) == (["（一）甲", "1", "2"], ["（二）乙", "3", "4"])


def test_a_cut_label_is_made_whole_and_its_rest_is_no_row():
    first, second = over_two_pages(
        [["要求行政机关确认或", "1", "2"]], [["重新出具", "", ""], ["总计", "3", "4"]]
    )
    assert texts(first) == ["要求行政机关确认或重新出具", "1", "2"]
    assert [(cell.text, cell.row) for cell in second.cells] == [("总计", 0), ("3", 0), ("4", 0)]


def test_a_cut_number_is_made_whole():
    first, _ = over_two_pages([["总计", "1234", "2"]], [["", "567", ""], ["结转", "3", "4"]])
    assert texts(first) == ["总计", "1234567", "2"]


def test_a_row_below_full_numbers_is_a_row_of_its_own():
    first, second = over_two_pages([["甲", "1234", "5678"]], [["乙", "1", "2"]])
    assert (texts(first)[1:], texts(second)) == (["1234", "5678"], ["乙", "1", "2"])


def test_figures_below_headings_are_a_row_even_where_one_of_them_is_missing():
    first, second = over_two_pages([["满满当当的结果维持", "纠正", "未审"]], [["5", "0", ""]])
    assert (texts(first)[0], texts(second)) == ("满满当当的结果维持", ["5", "0", ""])


def test_a_numbered_label_begins_a_row_even_where_all_its_cells_are_blank():
    first, second = over_two_pages([["1.要求行政机关确认", "", ""]], [["2.其他", "", ""]])
    assert (texts(first)[0], texts(second)[0]) == ("1.要求行政机关确认", "2.其他")


def test_a_piece_that_held_nothing_but_the_rest_of_a_row_is_gone():
    assert len(over_two_pages([["要求行政机关确认或", "1", "2"]], [["重新出具", "", ""]])) == 1


def test_text_between_the_pieces_makes_them_two_tables():
    first, second = over_two_pages(
        [["要求行政机关确认或", "1", "2"]], [["重新出具", "", ""]], between="表下的话"
    )
    assert (texts(first)[0], texts(second)[0]) == ("要求行政机关确认或", "重新出具")


UPPER = [
    Box(0, 0, 2, 1, "三、本年"),
    *(Box(0, 1, 1, 2, "甲"), Box(0, 2, 1, 3, "1")),
    *(Box(1, 1, 2, 2, "乙字很长"), Box(1, 2, 2, 3, "2")),
]
LOWER = [
    Box(0, 0, 2, 1, "度"),
    *(Box(0, 1, 1, 2, "续"), Box(0, 2, 1, 3, "")),
    *(Box(1, 1, 2, 2, "丙"), Box(1, 2, 2, 3, "3")),
]


def test_a_cell_that_spans_rows_on_both_pages_keeps_its_place():
    xs = (80, 140, 190, 230)
    first, second = tables(
        draw_table(Sheet(), xs, (700, 730, 760), UPPER),
        draw_table(Sheet(), xs, (60, 90, 120), LOWER),
    )
    assert texts(first) == ["三、本年", "甲", "1", "乙字很长续", "2"]
    assert [(c.text, c.row, c.row_span) for c in second.cells] == [
        ("度", 0, 1),
        ("丙", 0, 1),
        ("3", 0, 1),
    ]


def test_columns_have_one_number_in_all_pieces():
    whole = rows_of_boxes([["甲", "1", "2"], ["乙", "3", "4"]])
    first, second = tables(
        draw_table(Sheet(), XS, (700, 730, 760), whole),
        draw_table(Sheet(), (181, 211, 239), (60, 90), rows_of_boxes([["5", "6"]])),
    )
    assert {cell.column for cell in first.cells} == {0, 1, 2}
    assert [cell.column for cell in second.cells] == [1, 2]


def test_a_cell_over_columns_of_the_other_page_spans_them():
    _, second = tables(
        draw_table(Sheet(), XS, (730, 760), rows_of_boxes([["甲", "1", "2"]])),
        draw_table(Sheet(), (80, 180, 240), (60, 90), rows_of_boxes([["收费", "3"]])),
    )
    assert [(cell.column, cell.column_span) for cell in second.cells] == [(0, 1), (1, 2)]
