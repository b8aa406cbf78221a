"""Every spelling belongs to one row, and the rows are those of both ways to print （六）."""

from itertools import combinations

from gongkai.law.annual_report.form import OTHER, proactive_lines, request_rows
from gongkai.paperwork.reading.align import likeness
from gongkai.paperwork.reading.labels import (
    ALTERNATIVES,
    COLUMN_VARIANTS,
    GROUPS,
    ROWS,
    line_variants,
    row_variants,
)
from gongkai.paperwork.reading.normalise import bare


def test_the_rows_are_those_of_the_form_divided_or_not():
    for undivided, without in zip((False, True), ALTERNATIVES, strict=True):
        assert tuple(row for at, row in enumerate(ROWS) if at not in without) == request_rows(
            undivided=undivided
        )


def test_every_spelling_is_bare():
    spellings = [s for row in ROWS for s in row_variants(row)] + [
        s for column in COLUMN_VARIANTS for s in column
    ]
    assert [bare(spelling) for spelling in spellings] == spellings


def test_no_spelling_stands_for_two_rows():
    for one, other in combinations(ROWS, 2):
        assert not set(row_variants(one)) & set(row_variants(other)), (one.key, other.key)


def test_no_group_is_like_a_row():
    assert bare(OTHER) not in GROUPS
    assert bare("（五）不予处理") in GROUPS


def test_the_title_of_a_row_is_likest_to_itself():
    for row in ROWS:
        best = max(ROWS, key=lambda other: likeness(bare(row.title), row_variants(other)))
        assert best is row


def test_no_label_of_table_two_stands_for_two_lines_of_one_edition():
    for edition in ("2021", "2019"):
        for one, other in combinations(proactive_lines(edition), 2):
            assert not set(line_variants(one)) & set(line_variants(other))
