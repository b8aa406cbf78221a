"""Page numbers go, figures that merely end a page stay."""

import pytest

from gongkai.paperwork.reading.page_numbers import drop_page_numbers, is_page_number


@pytest.mark.parametrize(
    "line", ["- 3 -", "— 12 —", "－5－", "第 3 页", "第3页 共8页", "3/8", " 3 / 8 页 "]
)
def test_a_dressed_number_is_a_page_number(line):
    assert is_page_number(line)


@pytest.mark.parametrize(
    "line", ["3", "0 0 0", "-3", "一、总体情况", "2024", "- 2024 年 -", "第3条"]
)
def test_a_bare_number_or_text_is_none_by_itself(line):
    assert not is_page_number(line)


def dropped(*sheets):
    lines = [sheet.split("\n") for sheet in sheets]
    drop_page_numbers(lines)
    return ["\n".join(sheet).strip() for sheet in lines]


def test_a_dressed_number_goes_also_out_of_the_middle_of_a_table():
    assert dropped("规章 1 2 3\n- 2 -\n行政许可 4") == ["规章 1 2 3\n\n行政许可 4"]


def test_numbers_in_step_at_the_ends_of_pages_go():
    assert dropped("甲\n1", "乙\n2", "丙\n3") == ["甲", "乙", "丙"]


def test_numbers_in_step_at_the_heads_of_pages_go():
    assert dropped("4\n甲", "5\n乙", "6\n丙") == ["甲", "乙", "丙"]


def test_figures_that_end_pages_out_of_step_stay():
    assert dropped("甲\n0", "乙\n0", "丙\n95") == ["甲\n0", "乙\n0", "丙\n95"]


def test_the_figure_at_the_end_of_a_single_page_stays():
    assert dropped("总计\n1") == ["总计\n1"]


def test_a_cover_without_a_number_does_not_save_the_others():
    assert dropped("封面", "甲\n2", "乙\n3") == ["封面", "甲", "乙"]


def test_a_figure_above_the_page_number_stays():
    assert dropped("总计\n7\n1", "合计\n8\n2") == ["总计\n7", "合计\n8"]
