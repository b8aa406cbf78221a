"""表四 out of ruled tables: one row of fifteen, or a table for each block."""

from gongkai.law.annual_report.form import REMEDY_COLUMNS
from gongkai.paperwork.reading.document import Table, TableCell
from gongkai.paperwork.reading.grid import grid_rows
from gongkai.paperwork.reading.remedy_table import KEYS, read_remedy_table

RESULTS = [column.label for column in REMEDY_COLUMNS]
FIFTEEN = [str(number) for number in range(1, 16)]


def table(*rows):
    cells = []
    for at, row in enumerate(rows):
        column = 0
        for text, _, span in (text.partition("<") for text in row):
            cells.append(TableCell(text, at, column, 1, int(span or 1)))
            column += int(span or 1)
    return Table(tuple(cells))


def read(*tables):
    return read_remedy_table(grid_rows(tables)).figures


TITLES = ["行政复议<5", "未经复议直接起诉<5", "复议后起诉<5"]


def test_fifteen_figures_below_the_headings_are_the_three_blocks():
    assert list(read(table(TITLES, RESULTS * 3, FIFTEEN)).items()) == list(
        zip(KEYS, range(1, 16), strict=True)
    )


def test_a_word_before_the_figures_is_no_figure():
    assert list(
        read(table(["", *TITLES], ["", *RESULTS * 3], ["件数", *FIFTEEN])).values()
    ) == list(range(1, 16))


def test_three_tables_are_told_apart_by_their_titles():
    tables = [
        table([title], RESULTS, FIFTEEN[:5])
        for title in ("复议后起诉<5", "行政复议<5", "未经复议直接起诉<5")
    ]
    figures = read(*tables)
    assert [
        figures[f"remedies.{block}.total"] for block in ("reconsideration", "litigation_direct")
    ] == [5, 5]
    assert len(figures) == 15


def test_blank_cells_keep_their_columns():
    figures = read(table(TITLES, RESULTS * 3, ["", "2", *[""] * 13]))
    assert figures[KEYS[0]] is None
    assert figures[KEYS[1]] == 2


def test_fourteen_figures_are_none():
    assert set(read(table(TITLES, RESULTS * 3, FIFTEEN[:14])).values()) == {None}


def test_a_table_cut_in_the_middle_of_a_block_gives_nothing_and_no_crash():
    head = ["行政复议<5", "未经复议直接起诉<5", "复议后起诉<2"]
    assert set(read(table(head, (RESULTS * 3)[:12], FIFTEEN[:12])).values()) == {None}


def test_a_block_without_a_title_is_not_guessed():
    assert read(table(RESULTS, FIFTEEN[:5])).get(KEYS[0]) is None


def test_headings_alone_give_nothing():
    assert read(table(TITLES, RESULTS * 3)) == {}


def test_figures_below_other_headings_give_nothing():
    assert read(table(["甲", "乙", "丙", "丁", "戊"], FIFTEEN[:5])) == {}
