"""The PDF can be read aloud, is the same each time, and takes no text for commands."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pypdf
import pytest

from gongkai.law.annual_report.report import empty_report
from gongkai.paperwork import CannotPrint, print_report, read_report
from gongkai.paperwork.printing.form_tables import form_tables
from gongkai.paperwork.printing.table_sizes import LARGEST, figure_size

REPORT = replace(
    empty_report(reason="blank"),
    organ="柳林镇人民政府",
    year=2024,
    signed_on=date(2025, 1, 9),
    chapters={"overview": "（一）主动公开\n好。", "problems": "无。", "other": "无。"},
)
COMMANDS = ("#let x = 1", "*b*", "_i_", "$x^2$", "`raw`", "@key", "<label>", "\\u{41}", "// c", "/* c */", "= h", "- i",
            "+ n", "~", "---", "...", "[c]", '#read("/etc/passwd")')  # fmt: skip


def opened(report=REPORT) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(print_report(report, "pdf")))


def text(report=REPORT) -> str:
    return "".join(page.extract_text() for page in opened(report).pages)


def test_the_file_says_its_title_author_and_language():
    document = opened()
    assert document.metadata.title == "柳林镇人民政府2024年政府信息公开工作年度报告"
    assert document.metadata.author == "柳林镇人民政府"
    assert document.trailer["/Root"]["/Lang"].startswith("zh")


def test_the_file_is_tagged_and_claims_both_standards():
    root = opened().trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    metadata = root["/Metadata"].get_data()
    assert b"<pdfuaid:part>1<" in metadata
    assert b"<pdfaid:part>2<" in metadata


def test_pages_are_a4_and_numbered():
    first = opened().pages[0]
    assert [round(float(side)) for side in first.mediabox[2:]] == [595, 842]
    assert "— 1 —" in first.extract_text()


def test_every_font_is_embedded():
    for page in opened().pages:
        for font in page["/Resources"]["/Font"].values():
            (inner,) = font["/DescendantFonts"]
            descriptor = inner.get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_the_same_report_gives_the_same_bytes():
    assert print_report(REPORT, "pdf") == print_report(REPORT, "pdf")


def test_the_day_in_the_file_is_the_reports_not_todays():
    assert opened().metadata.creation_date.date() == date(2025, 1, 9)
    undated = replace(REPORT, signed_on=None)
    assert opened(undated).metadata.creation_date.date() == date(2024, 12, 31)
    assert opened(replace(undated, year=None)).metadata.creation_date.year == 2000


@pytest.mark.parametrize("command", COMMANDS)
def test_text_is_never_a_command(command):
    report = replace(REPORT, title=f"标题{command}", chapters={"overview": f"文字{command}"})
    assert f"文字{command}" in text(report)
    assert opened(report).metadata.title == f"标题{command}"


def test_letters_too_many_for_a_line_stay_on_the_page():
    words = f"网址https://{'abcdefghij' * 30}。"
    # Reading leaves out what lies beside the page.
    read = read_report(print_report(replace(REPORT, chapters={"overview": words}), "pdf"))
    assert "".join(read.chapters["overview"].split()) == words


def test_control_characters_are_dropped():
    assert "前后" in text(replace(REPORT, chapters={"overview": "前\x00\x07\x1b\ufeff后"}))


def test_a_character_that_the_standards_forbid_is_printed_and_none_is_claimed():
    printed = print_report(replace(REPORT, chapters={"overview": "王\U0010fffd好"}), "pdf")
    assert b"pdfuaid:part" not in printed
    assert len(pypdf.PdfReader(io.BytesIO(printed)).pages) >= 2


@pytest.mark.parametrize("lines", [0, 3, 6, 9, 12, 15, 18])
@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_each_table_stands_whole_on_one_page(lines, edition):
    blank = empty_report(edition, undivided=edition == "2019")
    pages = opened(replace(blank, chapters={"overview": "好。\n" * lines})).pages
    texts = ["".join(page.extract_text().split()) for page in pages]
    for first, last in (("第二十条第（一）项", "第二十条第（八）项"),
                        ("申请人情况", "四、结转下年度继续办理"), ("行政诉讼未经", "复议后起诉")):  # fmt: skip
        (page,) = [text for text in texts if first in text]
        assert last in page


def test_figures_are_set_smaller_until_the_longest_fits_its_column():
    wide = replace(REPORT, figures=REPORT.figures | {"remedies.reconsideration.total": 1234567890})
    assert figure_size(form_tables(REPORT)[2]) == LARGEST
    assert 4 < figure_size(form_tables(wide)[2]) < 6
    assert "1234567890" in text(wide)


def test_several_threads_may_print_at_once():
    with ThreadPoolExecutor(4) as pool:
        printed = list(pool.map(lambda _: print_report(REPORT, "pdf"), range(12)))
    assert set(printed) == {print_report(REPORT, "pdf")}


def test_without_a_chinese_font_printing_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("GONGKAI_HOME", str(tmp_path))
    monkeypatch.setattr("gongkai.paperwork.printing.fonts.SERIF", ())
    monkeypatch.setattr("gongkai.paperwork.printing.fonts.SANS", ())
    with pytest.raises(CannotPrint, match=r"没有中文字体.*make fonts"):
        print_report(REPORT, "pdf")
