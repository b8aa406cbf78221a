"""表三 printed column by column is believed only if it adds up to the form, rows and labels alike."""

from gongkai.law.annual_report.form import REQUEST_COLUMNS, request_rows
from gongkai.paperwork.reading.flat_blocks import read_requests_in_blocks
from gongkai.paperwork.reading.from_text import from_text


def blocks(rows, groups):
    """Groups of rows as (first, past the last): labels, then a block for each column; row 3, column 5 is 305."""
    lines = []
    for start, end in groups:
        lines += [*(row.title for row in rows[start + 1 : end]), rows[start].title, ""]
        for column in range(7):
            lines += [*(str(100 * at + column) for at in range(start, end)), ""]
    return lines


def read(lines):
    return read_requests_in_blocks(from_text("\n".join(lines)).blocks).figures


def expected(rows):
    return {
        f"requests.{row.key}.{column.key}": 100 * at + index
        for at, row in enumerate(rows)
        for index, column in enumerate(REQUEST_COLUMNS)
    }


WHOLE = request_rows(undivided=True)
DIVIDED = request_rows(undivided=False)
GROUPS = ((0, 1), (1, 2), (2, 4))


def test_seven_blocks_of_equal_height_are_seven_columns():
    assert read(blocks(WHOLE, (*GROUPS, (4, len(WHOLE))))) == expected(WHOLE)


def test_the_divided_form_is_two_rows_higher():
    assert read(blocks(DIVIDED, (*GROUPS, (4, len(DIVIDED))))) == expected(DIVIDED)


def test_a_missing_row_makes_the_whole_table_unreadable():
    assert read(blocks(WHOLE[:-1], (*GROUPS, (4, len(WHOLE) - 1)))) == {}


def test_the_divided_form_without_two_rows_is_not_taken_for_the_undivided():
    short = (*DIVIDED[:6], *DIVIDED[8:])
    assert read(blocks(short, (*GROUPS, (4, len(short))))) == {}


def test_a_missing_figure_makes_the_whole_table_unreadable():
    lines = blocks(WHOLE, (*GROUPS, (4, len(WHOLE))))
    lines.remove("506")
    assert read(lines) == {}


def test_a_label_before_the_wrong_block_makes_the_whole_table_unreadable():
    lines = blocks(WHOLE, (*GROUPS, (4, len(WHOLE))))
    lines[lines.index(WHOLE[1].title)] = "四、结转下年度继续办理"
    assert read(lines) == {}


def test_figures_without_labels_are_not_believed():
    assert (
        read(
            [
                line
                for line in blocks(WHOLE, (*GROUPS, (4, len(WHOLE))))
                if not line or line.isdigit()
            ]
        )
        == {}
    )
