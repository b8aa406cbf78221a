"""What a clerk pastes becomes rows of text with merged cells kept, whatever program it was copied from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.tables import pasted
from gongkai.paperwork.tables.sheet import column_letters

CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp"), blacklist_characters='"\t'), min_size=1, max_size=6)  # fmt: skip
GRIDS = st.integers(2, 5).flatmap(lambda wide: st.lists(st.lists(CELLS, min_size=wide, max_size=wide), min_size=1, max_size=6))  # fmt: skip
HEADS = """<table><tr><th rowspan="2">类别</th><th colspan=2>户数</th></tr><tr><td>甲</td><td>乙</td></tr>
<tr><td>一季度</td><td>1,234</td><td>—</td></tr></table>"""


@given(GRIDS)
def test_cells_between_tabs_come_back_as_they_were(grid):
    assert [list(row) for row in pasted("\n".join("\t".join(row) for row in grid)).rows] == grid


def test_merged_heads_of_a_clipboard_are_kept_as_merges():
    sheet = pasted(HEADS)
    assert sheet.rows == (("类别", "户数", ""), ("", "甲", "乙"), ("一季度", "1,234", "—"))
    assert sheet.merges == ((0, 0, 1, 0), (0, 1, 0, 2))


@pytest.mark.parametrize("text", ["年份,户数\n2024,12", "年份\t户数\n2024\t12", "年份 户数\n2024 12", "年份;户数\n2024;12"])  # fmt: skip
def test_commas_tabs_semicolons_and_spaces_divide_cells(text):
    assert pasted(text).rows == (("年份", "户数"), ("2024", "12"))


def test_a_quoted_cell_may_hold_line_ends_and_separators():
    assert pasted('项目\t数\n"甲\n乙\t丙"\t1').rows[1] == ("甲 乙 丙", "1")


def test_a_cell_keeps_the_address_it_has_in_the_file():
    assert pasted("\t\n\t项目\t数").place(0, 0) == "B2"
    assert [column_letters(number) for number in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]


@pytest.mark.parametrize("text", ["9" * 400_001, "1\n" * 2001, "1\t" * 61])
def test_too_much_is_refused_in_words(text):
    with pytest.raises(UnreadableReport, match=r"表格|内容"):
        pasted(text)


def test_a_table_without_rows_is_empty():
    assert pasted("<table><caption>甲</caption></table>").rows == ()


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_words(text):
    for said in (text, f"<table>{text}</table>"):
        try:
            wide = {len(row) for row in pasted(said).rows}
        except UnreadableReport:
            continue
        assert len(wide) < 2
