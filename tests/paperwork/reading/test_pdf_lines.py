"""Glyphs come out as the text a reader sees, in cells and in lines."""

import pytest

from gongkai.paperwork.reading.document import Line
from gongkai.paperwork.reading.pdf_characters import seen
from tests.paperwork.reading.pdf_maker import Box, Sheet, draw_table, lines, read, tables

ONE_CELL = [Box(0, 0, 1, 1), Box(1, 0, 2, 1)]


def cell(sheet: Sheet, width: float = 100, height: float = 80) -> str:
    """The text of a cell whose left upper corner lies at (100, 100), drawn around what is on the sheet."""
    sheet.text(80, 400, "页上多数文字是横着写的，所以页面不转")
    (table,) = tables(draw_table(sheet, (100, 100 + width), (100, 100 + height, 200), ONE_CELL))
    return table.cells[0].text


def test_letters_that_were_spread_out_are_joined_in_a_cell():
    assert cell(Sheet().text(105, 115, "申请人", spread=12)) == "申请人"
    assert cell(Sheet().text(105, 115, "总  计")) == "总计"


def test_lines_of_a_cell_are_joined_without_spaces_between_chinese_characters():
    sheet = Sheet().text(105, 115, "行政事业").text(105, 130, "性收费")
    assert cell(sheet) == "行政事业性收费"


def test_lines_of_latin_words_are_joined_with_a_space():
    assert cell(Sheet().text(105, 115, "open").text(105, 130, "government")) == "open government"


def test_a_number_broken_in_a_narrow_cell_is_whole():
    assert cell(Sheet().text(105, 115, "1234").text(105, 128, "567"), width=30) == "1234567"


@pytest.mark.parametrize(("width", "below"), [(60, 128), (30, 150)])
def test_numbers_one_below_the_other_stay_apart(width: float, below: float):
    """In a cell with room for both on one line, or with more than a line between them."""
    sheet = Sheet().text(105, 115, "1234").text(105, below, "567")
    assert cell(sheet, width=width) == "1234 567"


def test_numbers_side_by_side_stay_apart():
    assert cell(Sheet().text(105, 115, "12").text(125, 115, "3")) == "12 3"


def test_text_turned_in_its_cell_is_read_along_its_own_lines():
    up = Sheet().text(115, 170, "本年度", turn=1).text(130, 170, "办理结果", turn=1)
    down = Sheet().text(130, 110, "本年度", turn=3).text(115, 110, "办理结果", turn=3)
    assert cell(up) == cell(down) == "本年度办理结果"


def test_text_stacked_character_by_character_is_read_downwards():
    sheet = Sheet()
    for number, character in enumerate("本年办理"):
        sheet.text(105, 115 + 15 * number, character)
    assert cell(sheet) == "本年办理"


def test_columns_written_down_the_page_are_read_from_the_right():
    assert cell(Sheet().down(150, 105, "其他").down(130, 105, "结果")) == "其他结果"


def test_two_lines_of_two_characters_are_read_from_the_top():
    assert cell(Sheet().text(105, 115, "其他").text(105, 128, "结果")) == "其他结果"


def test_characters_printed_twice_for_boldness_come_once():
    sheet = Sheet().text(105, 115, "总计100").text(105.4, 115.2, "总计100")
    assert cell(sheet) == "总计100"


def test_equal_digits_side_by_side_all_stay():
    assert cell(Sheet().text(105, 115, "1100")) == "1100"


def test_a_raised_character_stays_in_its_line():
    assert lines(Sheet().text(100, 100, "面积").text(120, 96, "2", size=6)) == ["面积2"]


def test_words_know_where_they_stand():
    (line,) = read(Sheet().text(100, 100, "数量 95").text(200, 100, "0").text(230, 100, "12"))
    assert isinstance(line, Line)
    assert [(word.text, word.x0) for word in line.words] == [
        ("数量", 100), ("95", 125), ("0", 200), ("12", 230),
    ]  # fmt: skip


def test_a_figure_close_to_a_chinese_character_needs_no_space():
    assert lines(Sheet().text(100, 100, "2024").text(122.5, 100, "年")) == ["2024年"]


def test_cells_without_borders_that_nearly_touch_stay_apart():
    """The label fills its column; the figure next to it was written elsewhere in the file."""
    sheet = Sheet().text(100, 100, "属于国家秘密").text(300, 100, "9").text(163, 100, "74")
    assert lines(sheet) == ["属于国家秘密 74 9"]


def test_watermarks_at_a_slant_are_not_read():
    sheet = Sheet().text(100, 100, "正文")
    sheet.operators.append("BT /F1 60 Tf .7 .7 -.7 .7 150 300 Tm <4f5c5e9f> Tj ET")
    assert lines(sheet) == ["正文"]


@pytest.mark.parametrize(("x", "y"), [(610, 100), (-40, 100), (100, -20), (100, 900)])
def test_text_beside_the_page_is_not_read(x: float, y: float):
    assert lines(Sheet().text(100, 100, "正文").text(x, y, "页外")) == ["正文"]


def test_a_sideways_line_outside_tables_is_one_word():
    assert lines(Sheet().text(300, 400, "装订线内不要答题", turn=1).text(80, 90, "正文")) == [
        "正文",
        "装订线内不要答题",
    ]


@pytest.mark.parametrize(
    ("code", "read_as"),
    [
        (0x2F08, "人"),  # a Kangxi radical
        (0x2EA0, "民"),  # a radical that Unicode does not fold
        (0x3000, " "),
        (0xA0, " "),
        (0x200B, ""),
        (0x02, "-"),
        (0, ""),
        (0xD800, ""),
        (0xFF11, "１"),
    ],
)
def test_character_codes_stand_for_what_is_printed(code: int, read_as: str):
    assert seen(code) == read_as
