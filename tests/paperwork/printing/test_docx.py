"""The Word file has the national form's cells and real headings, is the same each time, and takes no text for mark-up."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from gongkai.law.annual_report.report import AnnualReport, empty_report
from gongkai.paperwork import print_report
from gongkai.paperwork.printing import docx as printer
from gongkai.paperwork.printing.docx_styles import STAND_INS
from gongkai.paperwork.printing.form_tables import form_tables

NASTY = "# * _ $ ` @ < > \\ & \"q\" 's' </w:t></w:r> ]]> <!-- {x} %s \t 尾"
REPORT = replace(
    empty_report(reason="blank"),
    organ="柳林镇人民政府",
    year=2024,
    signed_on=date(2025, 1, 9),
    chapters={"overview": "（一）主动公开\n好。", "problems": "无。", "other": "无。"},
)


def opened(report: AnnualReport = REPORT):
    return docx.Document(io.BytesIO(print_report(report, "docx")))


def merged(table) -> tuple[int, int]:
    """How many cells reach over columns, and how many begin to reach over rows."""
    wide = table._tbl.findall(f".//{qn('w:gridSpan')}")
    tall = table._tbl.xpath(".//w:vMerge[@w:val='restart']")
    return len(wide), len(tall)


def test_headings_are_real_headings():
    found = [(p.style.name, p.text) for p in opened().paragraphs if p.style.name != "Normal"]
    assert found[0] == ("Title", "柳林镇人民政府\n2024年政府信息公开工作年度报告")
    assert found[1:3] == [("Heading 1", "一、总体情况"), ("Heading 2", "（一）主动公开")]
    assert [style for style, _ in found].count("Heading 1") == 6
    assert [text for style, text in found if style == "落款"] == ["柳林镇人民政府", "2025年1月9日"]


@pytest.mark.parametrize(
    ("edition", "counts"),
    [("2021", [(11, 0), (11, 8), (4, 5)]), ("2019", [(9, 0), (12, 7), (4, 5)])],
)
def test_cells_are_merged_as_on_the_national_form(edition, counts):
    tables = opened(empty_report(edition, undivided=edition == "2019")).tables
    assert [merged(table) for table in tables] == counts


def test_the_results_of_the_year_reach_over_twenty_two_rows():
    table = opened().tables[1]
    column = [table.cell(row, 0).text for row in range(len(table.rows))]
    assert column.count("三、本年度办理结果") == 22
    groups = [table.cell(row, 1).text for row in range(5, 27)]
    assert [groups.count(f"（{n}）{label}") for n, label in
            (("三", "不予公开"), ("四", "无法提供"), ("五", "不予处理"), ("六", "其他处理"))] == [8, 3, 5, 3]  # fmt: skip


@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_each_row_covers_the_whole_width_once(edition):
    for table in opened(empty_report(edition)).tables:
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
        for row in table._tbl.tr_lst:
            assert sum(cell.grid_span for cell in row.tc_lst) == len(grid)
            assert sum(cell.width.twips for cell in row.tc_lst) == sum(grid)


def test_rows_stay_in_one_piece_and_heads_are_repeated():
    for table, repeated in zip(opened().tables, [0, 3, 3], strict=True):
        rows = [row._tr.trPr for row in table.rows]
        assert all(row.find(qn("w:cantSplit")) is not None for row in rows)
        heads = [row.find(qn("w:tblHeader")) is not None for row in rows]
        assert heads == [True] * repeated + [False] * (len(rows) - repeated)


def test_tables_fit_the_page():
    page = opened().sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    for table in opened().tables:
        width = sum(int(column.get(qn("w:w"))) for column in table._tbl.tblGrid) * 635
        assert width < page.page_width - 2 * Mm(15)


def test_official_fonts_are_named_with_stand_ins():
    document = opened()
    chinese = [document.styles[name].element.rPr.rFonts.get(qn("w:eastAsia"))
               for name in ("Title", "Heading 1", "Heading 2", "Normal")]  # fmt: skip
    assert chinese == ["方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"]
    with zipfile.ZipFile(io.BytesIO(print_report(REPORT, "docx"))) as package:
        listed = package.read("word/fontTable.xml").decode()
    assert all(f'w:name="{font}"' in listed for font in STAND_INS)
    assert max(map(len, STAND_INS.values())) <= 31  # all that Word takes


def test_signs_that_both_scripts_have_are_set_in_the_chinese_font():
    document = opened(replace(REPORT, chapters={"overview": "“三安全一稳定”"}))
    runs = document.element.body.findall(f".//{qn('w:r')}")
    hints = {run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}").get(qn("w:hint")) for run in runs}
    assert hints == {"eastAsia"}


@pytest.mark.parametrize("signed_on", [date(2025, 1, 9), None])
def test_the_signature_stays_on_the_page_of_the_last_words(signed_on):
    last = opened(replace(REPORT, signed_on=signed_on)).paragraphs[-3 if signed_on else -2 :]
    kept = [paragraph.paragraph_format.keep_with_next for paragraph in last]
    assert last[0].text == "无。"
    assert kept == [True] * (len(last) - 1) + [None]


def test_no_style_points_at_one_that_is_not_there():
    styles = opened().styles.element
    names = {style.get(qn("w:styleId")) for style in styles.findall(qn("w:style"))}
    for kind in ("basedOn", "next", "link"):
        assert {found.get(qn("w:val")) for found in styles.iter(qn(f"w:{kind}"))} <= names


def test_no_part_of_the_file_is_japanese_or_english():
    with zipfile.ZipFile(io.BytesIO(print_report(REPORT, "docx"))) as package:
        read = {name: package.read(name).decode() for name in package.namelist()}
    assert 'eastAsia="ja-JP"' not in read["word/settings.xml"]
    assert 'eastAsia="en-US"' not in read["word/styles.xml"]
    assert "python-docx" not in read["docProps/core.xml"]


def test_the_file_says_its_title_author_language_and_day():
    about = opened().core_properties
    assert about.title == "柳林镇人民政府2024年政府信息公开工作年度报告"
    assert (about.author, about.language) == ("柳林镇人民政府", "zh-CN")
    assert about.created.date() == about.modified.date() == date(2025, 1, 9)


def test_the_same_report_gives_the_same_bytes(monkeypatch):
    printed = print_report(REPORT, "docx")
    with zipfile.ZipFile(io.BytesIO(printed)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    printer.blank_document.cache_clear()
    assert print_report(REPORT, "docx") == printed


def test_text_is_never_markup():
    document = opened(replace(REPORT, title=NASTY, organ=NASTY, chapters={"overview": NASTY}))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == texts[2] == NASTY
    assert document.core_properties.title == NASTY


def test_control_characters_are_dropped():
    document = opened(
        replace(REPORT, title="题\x00", chapters={"overview": "前\x0b\x1b\ufffe\ud800后"})
    )
    assert [p.text for p in document.paragraphs[:3]] == ["题", "一、总体情况", "前后"]


def test_a_long_text_is_printed_whole():
    long = "公开" * 25_000
    assert long in [p.text for p in opened(replace(REPORT, chapters={"other": long})).paragraphs]


def test_blank_cells_stay_blank_and_figures_stand_in_their_cells():
    key = "requests.refused_inquiry_matter.total"
    table = opened(replace(REPORT, figures=REPORT.figures | {key: -12345678})).tables[1]
    assert table.cell(14, 9).text == "-12345678"
    assert {table.cell(14, column).text for column in range(3, 9)} == {""}


def test_a_long_figure_is_set_smaller():
    wide = replace(REPORT, figures=REPORT.figures | {"remedies.reconsideration.total": 10**17})
    sizes = [run.font.size.pt for run in opened(wide).tables[2].cell(3, 4).paragraphs[0].runs]
    assert sizes == [2.5]
    assert form_tables(wide)[2].bands[0].body[0][4].text == str(10**17)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("柳林镇人民政府2024年政府信息公开工作年报", 1),
        ("某某自治县柳林镇人民政府2024年政府信息公开工作年度报告", 2),
        ("某某自治县柳林镇人民政府上一年度政府信息公开工作年度报告", 1),
    ],
)
def test_a_title_too_long_for_its_line_is_broken_before_the_year(title, lines):
    assert len(printer.title_lines(title, 2024)) == lines
    paragraph = opened(replace(REPORT, title=title)).paragraphs[0]
    assert paragraph.text.replace("\n", "") == title
    assert paragraph.text.count("\n") == lines - 1


def test_a_report_without_anything_is_printed_all_the_same():
    document = opened(empty_report())
    assert document.paragraphs[0].text == "政府信息公开工作年度报告"
    assert [len(table.rows) for table in document.tables] == [14, 28, 4]
    assert document.element.body[-2].tag == qn("w:p")
