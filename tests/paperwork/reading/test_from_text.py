"""Plain text, Markdown and copied tables become lines with word places and tables with cells."""

import pytest

from gongkai.paperwork.reading.document import Line, Table
from gongkai.paperwork.reading.from_text import from_text


def grid(table):
    return {(cell.row, cell.column): cell.text for cell in table.cells}


def test_a_line_keeps_the_place_of_each_word():
    [line] = from_text("总计   1    12").blocks
    assert [(word.text, word.x0, word.x1) for word in line.words] == [
        ("总计", 0, 2),
        ("1", 5, 6),
        ("12", 10, 12),
    ]


def test_an_ideographic_space_parts_words():
    [line] = from_text("总计　1　2").blocks
    assert [word.text for word in line.words] == ["总计", "1", "2"]


def test_empty_lines_are_remembered_as_gaps():
    lines = from_text("甲\n乙\n\n丙").blocks
    assert [line.after_gap for line in lines] == [True, False, True]


def test_a_form_feed_starts_a_page_and_page_numbers_are_left_out():
    lines = from_text("甲\n- 1 -\f乙\n- 2 -").blocks
    assert [(line.text, line.page) for line in lines] == [("甲", 1), ("乙", 2)]


@pytest.mark.parametrize(
    "text", ["# 一、总体情况", "## **一、总体情况**", "**一、总体情况**", "  ### 一、总体情况"]
)
def test_marks_of_markdown_headings_are_no_text(text):
    assert [block.text for block in from_text(text).blocks] == ["一、总体情况"]


def test_a_pipe_table_keeps_empty_cells_and_drops_the_rule():
    [table] = from_text("| 信息内容 | 件数 |\n|---|:-:|\n| 规章 |  |\n").blocks
    assert grid(table) == {(0, 0): "信息内容", (0, 1): "件数", (1, 0): "规章", (1, 1): ""}


def test_pipe_rows_need_neither_outer_pipes_nor_a_rule():
    [table] = from_text("规章 | 1 | 2\n许可 | 3 | 4").blocks
    assert grid(table) == {
        (0, 0): "规章",
        (0, 1): "1",
        (0, 2): "2",
        (1, 0): "许可",
        (1, 1): "3",
        (1, 2): "4",
    }


def test_a_row_of_dashes_under_a_header_is_a_rule_but_a_row_with_figures_is_none():
    [table] = from_text("| a | b |\n|---|---|\n| - | 1 |").blocks
    assert grid(table) == {(0, 0): "a", (0, 1): "b", (1, 0): "-", (1, 1): "1"}


def test_tabs_part_cells_and_two_tabs_hold_an_empty_one():
    [table] = from_text("规章\t1\t\t3\n许可\t4\t5\t6").blocks
    assert grid(table)[0, 2] == ""
    assert grid(table)[0, 3] == "3"


def test_a_break_inside_a_pipe_cell_parts_its_words():
    [table] = from_text("| 本年新<br/>制作数量 | 1 |\n| 乙 | 2 |").blocks
    assert grid(table)[0, 0] == "本年新\n制作数量"


def test_a_row_of_empty_cells_belongs_to_its_table_and_padding_does_not():
    [table] = from_text("| 甲 | 乙 | 丙 |\n|---|---|---|\n|  |  |  |\n").blocks
    assert grid(table)[1, 2] == ""
    assert not any(isinstance(block, Table) for block in from_text("规章 |\n||\n||\n1 |").blocks)


def test_an_escaped_pipe_is_text():
    [table] = from_text("| 甲\\|乙 | 1 |\n| 丙 | 2 |").blocks
    assert grid(table) == {(0, 0): "甲|乙", (0, 1): "1", (1, 0): "丙", (1, 1): "2"}


def test_one_line_with_pipes_is_no_table():
    [block] = from_text("甲 | 乙 | 丙").blocks
    assert isinstance(block, Line)


def test_a_line_of_one_pipe_is_an_empty_cell_and_a_pipe_behind_a_cell_says_nothing():
    lines = from_text("规章 |\n|\n0 |").blocks
    assert [line.text for line in lines] == ["规章", "|", "0"]


def test_tables_and_lines_keep_their_order():
    kinds = [type(block) for block in from_text("甲\n| 1 | 2 |\n| 3 | 4 |\n乙").blocks]
    assert kinds == [Line, Table, Line]


def test_nothing_gives_nothing():
    assert from_text(" \n\n\f\n").blocks == ()
