"""Tables as rows of cells, and rows as lines for whoever reads lines."""

import pytest

from gongkai.paperwork.reading.document import Line, Paragraph, Table, TableCell, Word
from gongkai.paperwork.reading.grid import all_figure_like, as_lines, grid_rows, is_figure_like
from gongkai.paperwork.reading.runs import runs_of

TABLE = Table(
    (
        TableCell("三、本年度办理结果", 0, 0, 2, 1),
        TableCell("（一）予以公开", 0, 1),
        TableCell("5", 0, 2),
        TableCell("（二）部分公开", 1, 1),
        TableCell("", 1, 2),
    ),
    page=3,
)


def test_a_row_has_every_cell_that_covers_it():
    assert [row.text for row in grid_rows([TABLE])] == [
        "三、本年度办理结果 （一）予以公开 5",
        "三、本年度办理结果 （二）部分公开 ",
    ]


def test_rows_of_several_tables_follow_one_another_and_know_their_table():
    assert [(row.table, row.at) for row in grid_rows([TABLE, TABLE])] == [
        (0, 0),
        (0, 1),
        (1, 0),
        (1, 1),
    ]


def test_a_cell_that_reaches_below_the_table_makes_no_row_of_its_own():
    assert len(grid_rows([Table((TableCell("甲", 0, 0, 500), TableCell("乙", 0, 1)))])) == 1


def test_cells_over_columns_are_those_that_overlap_them():
    [row] = grid_rows(
        [Table((TableCell("甲", 0, 0, 1, 2), TableCell("乙", 0, 2), TableCell("丙", 0, 3)))]
    )
    assert [cell.text for cell in row.over(1, 3)] == ["甲", "乙"]


@pytest.mark.parametrize(
    "text", ["", "0", "-3", "/", "１２", "251000元", "16（其中修订2件）", "增3"]
)
def test_numbers_dashes_and_nothing_may_be_figures(text):
    assert is_figure_like(text)


@pytest.mark.parametrize("text", ["总计", "1.属于国家秘密", "1 2", "见附件"])
def test_words_and_two_numbers_are_none(text):
    assert not is_figure_like(text)
    assert not all_figure_like(["0", text])


def test_a_row_as_a_line_holds_only_its_own_filled_cells():
    first, second = as_lines(TABLE)
    assert (first.text, first.page) == ("三、本年度办理结果 (一)予以公开 5", 3)
    assert second.text == "(二)部分公开"


def test_figures_of_one_row_do_not_go_on_in_the_next():
    rows = Table(
        tuple(
            TableCell(text, at // 3, at % 3)
            for at, text in enumerate(["甲", "1", "", "", "2", "3"])
        )
    )
    assert [run.text for run in runs_of(as_lines(rows), 3)] == ["1", "2 3"]


def test_other_blocks_pass_as_lines():
    line = Line((Word("甲", 0, 1),))
    assert as_lines(line) == [line]
    assert as_lines(Paragraph("甲 1"))[0].text == "甲 1"
