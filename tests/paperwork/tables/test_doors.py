"""Workbooks say what their cells show; what is hidden, unsolved or rounded is said with its address."""

import io
from datetime import date

import pytest
from openpyxl import Workbook

from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.tables import workbook
from gongkai.paperwork.tables.doors import read_workbook
from tests.paperwork.tables.kept_books import kept


def one(value, pattern="General"):
    """The text that a cell with a value shows, and what is doubted."""
    book = Workbook()
    cell = book.active["B2"]
    cell.value, cell.number_format = value, pattern
    sheet = read_workbook(kept(book)).sheets[0]
    return sheet.rows[0][0], sheet.doubts


SHOWN = (
    (1234.5, "#,##0.00", "1234.50"), (0.1 + 0.2, "General", "0.3"), (1e-7, "General", "0.0000001"), (12, "General", "12"),
    (-5, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-5.00"), (0.1234, "0.00%", "12.34%"), (0, "General", "0"),
    (date(2026, 1, 31), "yyyy-mm-dd", "2026-01-31"), (True, "General", "是"), ("　合　计 ", "General", "合 计"), (2010301, "General", "2010301"),
    (12345678901.25, "General", "12345678901.25"), (3.14159, '0.00"万元"', "3.14159"),
)  # fmt: skip


@pytest.mark.parametrize(("value", "pattern", "text"), SHOWN)
def test_a_cell_says_what_it_shows(value, pattern, text):
    assert one(value, pattern) == (text, ())


def test_a_figure_that_is_shown_rounded_is_taken_as_shown_and_said():
    assert one(12.345, "0.00") == ("12.35", ("B2：存的是 12.345，按表格显示的取 12.35",))


def test_a_formula_without_a_result_is_never_an_empty_cell_in_silence():
    book = Workbook()
    book.active["A1"], book.active["A2"] = 1, "=A1*2"
    assert read_workbook(kept(book)).sheets[0].doubts == (
        "A2：公式没有算出结果，请用表格软件打开、保存一次",
    )


def test_hidden_sheets_are_left_out_by_name():
    book = Workbook()
    book.active["A1"] = "甲"
    book.create_sheet("底稿")["A1"] = "乙"
    book["底稿"].sheet_state = "hidden"
    read = read_workbook(kept(book))
    assert ([sheet.name for sheet in read.sheets], read.hidden) == (["Sheet"], ("底稿",))


def test_csv_comes_in_the_encodings_of_spreadsheets():
    for encoding in ("utf-8-sig", "gb18030"):
        assert read_workbook("项目,数\n甲,1".encode(encoding)).sheets[0].rows[1] == ("甲", "1")


def too_long():
    book = Workbook()
    book.active.cell(2001, 1, "甲")
    return kept(book)


@pytest.mark.parametrize("data", [b"PK\x03\x04broken", b"\x00\x01\x02", kept(Workbook()), too_long()])  # fmt: skip
def test_what_is_no_table_or_too_large_is_refused_in_words(data):
    with pytest.raises(UnreadableReport, match=r"表格|文件|工作表"):
        read_workbook(data)


def test_an_archive_that_unfolds_too_far_is_refused(monkeypatch):
    monkeypatch.setattr("gongkai.paperwork.tables.doors.MOST_UNFOLDED", 10)
    with pytest.raises(UnreadableReport, match="过大"):
        read_workbook(kept(Workbook()))


def test_bytes_of_a_workbook_are_bounded(monkeypatch):
    monkeypatch.setattr("gongkai.paperwork.tables.doors.MOST_BYTES", 10)
    with pytest.raises(UnreadableReport, match="MB"):
        read_workbook(io.BytesIO(b"1" * 11).getvalue())


def test_what_is_named_a_workbook_and_is_none_is_not_taken_for_text():
    assert workbook("项目,金额\n合计,3".encode(), "表.csv").sheets[0].rows
    with pytest.raises(UnreadableReport, match="另存为 XLSX"):
        workbook(b"kaputt", "表.XLSX")
