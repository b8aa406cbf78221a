"""Lines as words and runs of figures: what is a figure, what is a number that belongs to a label."""

import pytest

from gongkai.paperwork.reading.from_text import from_text
from gongkai.paperwork.reading.runs import is_figure, runs_of


def runs(text, size=3):
    return [
        (run.before, [word.text for word in run.words])
        for run in runs_of(from_text(text).blocks, size)
    ]


@pytest.mark.parametrize(
    "word",
    [
        "0",
        "-3",
        "+2",
        "１２",
        "1,234",
        "25.1",
        "—",
        "/",
        "16件",
        "251000元",
        "增3",
        "22（其中修订16件）",
    ],
)
def test_numbers_and_dashes_are_figures(word):
    assert is_figure(word)


@pytest.mark.parametrize(
    "word", ["1.", "1、", "1.属于国家秘密", "(1)", "2024年", "规章", "3-5", "第3项", "1.2.3", "x5"]
)
def test_numbering_and_words_are_none(word):
    assert not is_figure(word)


def test_a_run_knows_the_words_before_and_after_it():
    [first, second] = runs_of(from_text("规章 1 2 3 行政许可 4").blocks, 3)
    assert (first.before, first.text, first.after) == ("规章", "1 2 3", "行政许可")
    assert (second.before, second.after) == ("行政许可", "")


def test_figures_on_lines_of_their_own_are_one_run():
    assert runs("规章\n1\n2\n3\n行政许可\n4") == [("规章", ["1", "2", "3"]), ("行政许可", ["4"])]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("规章1 2 3", ["1", "2", "3"]),
        ("（七）总计95 0 95", ["95", "0", "95"]),
        ("规章４０１．４９ 0 3", ["４０１．４９", "0", "3"]),
        ("规章22（其中修订16件） 0 3", ["22（其中修订16件）", "0", "3"]),
    ],
)
def test_a_figure_glued_to_its_label_is_taken_off(text, figures):
    assert runs(text)[0][1] == figures


def test_a_remark_belongs_to_the_figure_before_it_even_with_spaces():
    assert runs("规章 22 （其中修订 16 件） 0 3")[0][1] == ["22（其中修订16件）", "0", "3"]


def test_a_row_of_glued_zeros_is_as_many_cells_and_other_glued_digits_stay_together():
    assert runs("规章 000")[0][1] == ["0", "0", "0"]
    assert runs("规章 100")[0][1] == ["100"]


def test_an_empty_cell_on_its_own_line_is_an_empty_figure():
    assert runs("规章 |\n1 |\n|\n3 |")[0][1] == ["1", "", "3"]


def test_full_lines_that_stand_together_are_rows_of_their_own():
    assert [figures for _, figures in runs("规章\n1 2 3\n4 5 6")] == [
        ["1", "2", "3"],
        ["4", "5", "6"],
    ]


def test_too_many_figures_that_no_line_cuts_stay_one_run():
    assert [figures for _, figures in runs("规章\n1\n2\n3\n4")] == [["1", "2", "3", "4"]]


def test_only_the_first_of_several_rows_owns_the_words_before():
    assert [before for before, _ in runs("规章 1 2 3\n4 5 6")] == ["规章", ""]
