"""Tables are found by their borders, however a producer draws them."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.paperwork.reading.document import Table
from tests.paperwork.reading.pdf_maker import (
    STYLES,
    Box,
    Draw,
    Sheet,
    draw_table,
    lines,
    read,
    rows_of_boxes,
    stroked,
    tables,
)

XS, YS = (80, 180, 240, 300, 360), (100, 125, 150, 190)
SPANS = [
    Box(0, 0, 2, 1, "标签"),
    Box(0, 1, 1, 4, "合并"),
    Box(1, 1, 2, 2, "12"),
    Box(1, 2, 2, 3, ""),
    Box(1, 3, 2, 4, "3"),
    Box(2, 0, 3, 2, "第二"),
    Box(2, 2, 3, 4, "7"),
]


def boxes_of(table: Table) -> list[Box]:
    """The cells of a table as they would be drawn."""
    return [
        Box(c.row, c.column, c.row + c.row_span, c.column + c.column_span, c.text)
        for c in table.cells
    ]


@pytest.mark.parametrize("draw", STYLES.values(), ids=STYLES)
def test_cells_are_found_with_their_spans_however_the_borders_are_drawn(draw: Draw):
    (table,) = tables(draw_table(Sheet(), XS, YS, SPANS, draw))
    assert boxes_of(table) == SPANS


@pytest.mark.parametrize("without", ["t", "b", "l", "r", "lr", "tb"])
def test_a_missing_outer_border_is_supplied(without: str):
    """With the first row and the last one divided, so that the inner borders reach the edge."""
    plain = rows_of_boxes([["一", "1", "2", "3"], ["二", "4", "5", "6"], ["三", "7", "8", "9"]])
    (table,) = tables(draw_table(Sheet(), XS, YS, plain, without=without))
    assert boxes_of(table) == plain


@st.composite
def divisions(draw: st.DrawFn) -> list[Box]:
    """A grid of 4 × 3 divided into rectangles in every way that straight cuts can."""

    def cut(box: Box) -> list[Box]:
        high, wide = box.bottom - box.top > 1, box.right - box.left > 1
        ways = ["leave"] * (high + wide < 2 or box != Box(0, 0, 3, 4)) + ["rows"] * high
        match draw(st.sampled_from(ways + ["columns"] * wide)):
            case "rows":
                at = draw(st.integers(box.top + 1, box.bottom - 1))
                return cut(replace(box, bottom=at)) + cut(replace(box, top=at))
            case "columns":
                at = draw(st.integers(box.left + 1, box.right - 1))
                return cut(replace(box, right=at)) + cut(replace(box, left=at))
            case _:
                return [box]

    cells = sorted(cut(Box(0, 0, 3, 4)), key=lambda box: (box.top, box.left))
    return [replace(box, text=str(number)) for number, box in enumerate(cells)]


def drawn_places(boxes: list[Box]) -> list[Box]:
    """The cells in the grid of the borders that were really drawn: a row or column without a border is none."""
    rows = sorted({edge for box in boxes for edge in (box.top, box.bottom)})
    columns = sorted({edge for box in boxes for edge in (box.left, box.right)})
    return [
        Box(
            rows.index(box.top),
            columns.index(box.left),
            rows.index(box.bottom),
            columns.index(box.right),
            box.text,
        )
        for box in boxes
    ]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(boxes=divisions(), style=st.sampled_from(sorted(STYLES)))
def test_any_division_into_rectangles_is_found_again(boxes: list[Box], style: str):
    (table,) = tables(draw_table(Sheet(), XS, YS, boxes, STYLES[style]))
    assert boxes_of(table) == drawn_places(boxes)


def test_columns_that_are_not_quite_aligned_from_row_to_row_are_one():
    sheet = draw_table(Sheet(), (80, 180, 300), (100, 130), rows_of_boxes([["甲", "1"]]))
    draw_table(sheet, (80, 182.5, 300), (130, 160), rows_of_boxes([["乙", "2"]]))
    (table,) = tables(sheet)
    assert boxes_of(table) == rows_of_boxes([["甲", "1"], ["乙", "2"]])


def test_shading_is_no_border():
    sheet = Sheet()
    sheet.box(80, 112, 360, 140, grey=0.8)
    (table,) = tables(draw_table(sheet, XS, YS, SPANS))
    assert boxes_of(table) == SPANS


def test_white_borders_count_on_shading_only():
    def white(sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
        sheet.box(x0 - 0.4, y0 - 0.4, x1 + 0.4, y1 + 0.4, grey=1)

    shaded = Sheet()
    shaded.box(80, 100, 360, 190, grey=0.8)
    assert boxes_of(tables(draw_table(shaded, XS, YS, SPANS, white))[0]) == SPANS
    assert tables(draw_table(Sheet(), XS, YS, SPANS, white)) == []


def test_an_underline_divides_no_cell_even_where_it_touches_the_borders():
    sheet = draw_table(
        Sheet(), (80, 106, 200), (100, 130, 160), rows_of_boxes([["二字", "1"], ["", "2"]])
    )
    stroked(sheet, 83, 113, 103, 113)
    (table,) = tables(sheet)
    assert boxes_of(table) == rows_of_boxes([["二字", "1"], ["", "2"]])


def test_one_box_around_text_and_a_single_line_are_no_table():
    sheet = Sheet().text(90, 120, "框中文字")
    draw_table(sheet, (80, 300), (100, 140), [Box(0, 0, 1, 1)])
    stroked(sheet, 80, 300, 500, 300)
    assert (tables(sheet), lines(sheet)) == ([], ["框中文字"])


def test_a_frame_around_the_page_leaves_the_table_in_it_alone():
    sheet = draw_table(Sheet(), (30, 50, 560), (30, 810), [Box(0, 0, 1, 1), Box(0, 1, 1, 2)])
    (table,) = tables(draw_table(sheet, XS, YS, SPANS))
    assert boxes_of(table) == SPANS


def test_a_small_box_in_a_cell_leaves_the_table_alone():
    sheet = draw_table(Sheet(), XS, YS, SPANS)
    (table,) = tables(
        draw_table(sheet, (110, 122, 134), (160, 172), [Box(0, 0, 1, 1), Box(0, 1, 1, 2)])
    )
    assert boxes_of(table) == SPANS


def test_borders_drawn_on_beyond_the_page_end_with_it():
    plain = rows_of_boxes([["甲", "1"], ["乙", "2"]])
    (table,) = tables(
        draw_table(
            Sheet(),
            (80, 180, 300),
            (-300, 14, 50),
            [replace(box, text="") if box.top == 0 else box for box in plain],
        )
        .text(83, 11, "甲")
        .text(183, 11, "1")
    )
    assert boxes_of(table) == plain


def wide_number(x: float) -> list[str]:
    """The second row's cells, 100 and three times 25 points wide, with 1234567 (38.5 points) printed at x."""
    sheet = draw_table(
        Sheet(), (80, 180, 205, 230, 255), YS[:3], rows_of_boxes([["甲"] * 4, [""] * 4])
    )
    return [cell.text for cell in tables(sheet.text(x, 136, "1234567"))[0].cells[4:]]


@pytest.mark.parametrize(
    ("x", "column"),
    [(198, 2), (207, 2), (191.5, 2), (183, 1), (186, 1), (232, 3)],
    ids=[
        "centred",
        "to the right",
        "to the left",
        "through",
        "between characters",
        "out of the table",
    ],
)
def test_a_number_too_wide_for_its_cell_stays_whole_and_in_its_cell(x: float, column: int):
    assert wide_number(x) == ["1234567" if number == column else "" for number in range(4)]


def test_numbers_that_run_into_their_neighbours_are_not_joined():
    sheet = draw_table(Sheet(), (80, 180, 200, 220), YS[:3], rows_of_boxes([["甲"] * 3, [""] * 3]))
    sheet.text(182, 136, "12.55").text(202, 136, "68")
    assert [cell.text for cell in tables(sheet)[0].cells[4:]] == ["12.55", "68"]


def test_numbers_printed_over_one_another_are_kept_apart():
    sheet = draw_table(Sheet(), XS, YS[:3], rows_of_boxes([["甲"] * 4, [""] * 4]))
    sheet.text(190, 136, "12").text(191, 136, "34")
    assert " " in tables(sheet)[0].cells[5].text


def test_lines_and_tables_come_in_the_order_of_the_page():
    sheet = Sheet().text(80, 90, "表前").text(80, 210, "表间").text(80, 330, "表后")
    draw_table(
        draw_table(sheet, XS, YS, SPANS),
        XS,
        (230, 260, 300),
        rows_of_boxes([["1", "2", "3", "4"]] * 2),
    )
    kinds = [block if isinstance(block, Table) else block.text for block in read(sheet)]
    assert [kind for kind in kinds if not isinstance(kind, Table)] == ["表前", "表间", "表后"]
    assert [isinstance(kind, Table) for kind in kinds] == [False, True, False, True, False]
