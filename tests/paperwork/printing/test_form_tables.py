"""The grids hold every cell of the form once, leave no hole, and stand as the national form does."""

from collections import Counter
from decimal import Decimal

import pytest

from gongkai.law.annual_report.form import cells
from gongkai.law.annual_report.report import AnnualReport, empty_report
from gongkai.paperwork.printing.form_tables import figure_text, form_tables, headings_of, placed

FORMS = [("2021", False), ("2021", True), ("2019", True)]


def numbered(edition="2021", *, undivided=False) -> AnnualReport:
    """A report in which each cell holds a number of its own."""
    form = cells(edition, undivided=undivided)
    return AnnualReport(edition, {cell.key: at for at, cell in enumerate(form)})


def labels(table, row):
    return [(c.text, c.row_span, c.column_span) for c in table.rows[row] if c.is_header]


@pytest.mark.parametrize(("edition", "undivided"), FORMS)
def test_every_cell_of_the_form_is_printed_once_with_its_own_figure(edition, undivided):
    report = numbered(edition, undivided=undivided)
    printed = [(c.key, c.text) for t in form_tables(report) for row in t.rows for c in row if c.key]
    assert printed == [(key, str(figure)) for key, figure in report.figures.items()]


@pytest.mark.parametrize(("edition", "undivided"), FORMS)
def test_the_grids_have_neither_holes_nor_overlaps(edition, undivided):
    for table in form_tables(empty_report(edition, undivided=undivided)):
        covered = Counter(
            (row + down, column + right)
            for row, column, cell in placed(table.rows)
            for down in range(cell.row_span)
            for right in range(cell.column_span)
        )
        size = len(table.rows) * len(table.widths)
        assert len(covered) == size
        assert set(covered.values()) == {1}


@pytest.mark.parametrize(("edition", "undivided"), FORMS)
def test_no_span_reaches_out_of_its_band(edition, undivided):
    for table in form_tables(empty_report(edition, undivided=undivided)):
        for band in table.bands:
            rows = (*band.head, *band.body)
            assert all(at + cell.row_span <= len(rows) for at, _, cell in placed(rows))


def test_a_cell_is_a_figure_or_a_heading():
    for table in form_tables(empty_report()):
        assert all(bool(cell.key) != cell.is_header for row in table.rows for cell in row)


@pytest.mark.parametrize(("edition", "rows"), [("2021", (14, 28, 4)), ("2019", (18, 26, 4))])
def test_the_tables_are_as_long_as_in_the_national_form(edition, rows):
    tables = form_tables(empty_report(edition, undivided=edition == "2019"))
    assert tuple(len(table.rows) for table in tables) == rows
    assert tuple(len(table.widths) for table in tables) == (4, 10, 15)


def test_table_two_is_stacked_by_item_of_article_20():
    table = form_tables(empty_report())[0]
    assert [band.head[0][0].text for band in table.bands] == [
        f"第二十条第（{item}）项" for item in "一五六八"
    ]
    assert labels(table, 1)[0] == ("信息内容", 1, 1)
    assert labels(table, 12) == [("信息内容", 1, 1), ("本年收费金额（单位：万元）", 1, 3)]


def test_table_three_has_a_corner_of_three_by_three_beside_the_applicants():
    table = form_tables(empty_report())[1]
    corner, applicants = labels(table, 0)
    assert corner[1:] == (3, 3)
    assert "勾稽关系" in corner[0]
    assert applicants == ("申请人情况", 1, 7)
    assert labels(table, 1) == [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)]


def test_the_results_of_the_year_are_merged_over_all_their_rows():
    table = form_tables(empty_report())[1]
    assert labels(table, 3) == [("一、本年新收政府信息公开申请数量", 1, 3)]
    assert labels(table, 5) == [("三、本年度办理结果", 22, 1), ("（一）予以公开", 1, 2)]
    assert labels(table, 7) == [("（三）不予公开", 8, 1), ("1.属于国家秘密", 1, 1)]
    assert labels(table, 23)[0] == ("（六）其他处理", 3, 1)
    assert labels(table, 26) == [("（七）总计", 1, 2)]


def test_other_outcomes_in_one_row_need_no_group():
    table = form_tables(empty_report(undivided=True))[1]
    assert labels(table, 23) == [("（六）其他处理", 1, 2)]
    assert labels(table, 5)[0] == ("三、本年度办理结果", 20, 1)


def test_table_four_has_reconsideration_beside_both_ways_into_court():
    table = form_tables(empty_report())[2]
    assert labels(table, 0) == [("行政复议", 1, 5), ("行政诉讼", 1, 10)]
    assert labels(table, 1)[-2:] == [("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)]
    assert labels(table, 1)[0] == ("结果维持", 2, 1)
    assert len(labels(table, 2)) == 10


def test_a_figure_knows_its_headings_above_and_beside_it():
    table = form_tables(empty_report())[1]
    (band,) = table.bands
    text = {(at, column): cell for at, column, cell in placed(table.rows)}
    place = next(p for p, c in text.items() if c.key == "requests.refused_state_secret.enterprise")
    said = [text[heading].text for heading in headings_of(band)[place]]
    assert said == ["申请人情况", "法人或其他组织", "商业企业", "三、本年度办理结果", "（三）不予公开", "1.属于国家秘密"]  # fmt: skip


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (None, ""), (0, "0"), (1234567, "1234567"), (-3, "-3"), (Decimal("25.10"), "25.1"), (Decimal("1E+3"), "1000"),
        (Decimal("0.0001"), "0.0001"), (Decimal(0), "0"),
    ],
)  # fmt: skip
def test_figures_are_plain_and_a_missing_one_is_blank(figure, text):
    assert figure_text(figure) == text
