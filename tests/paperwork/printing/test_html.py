"""The web page is whole, means what it shows, and takes no text for mark-up."""

from dataclasses import replace
from datetime import date

import pytest
from lxml import html as parser

from gongkai.law.annual_report.report import AnnualReport, empty_report
from gongkai.paperwork import print_report, read_report

NASTY = "# * _ $ ` @ < > \\ & \"q\" 's' </p></style><script>alert(1)</script> {x} %s"
REPORT = replace(
    empty_report(reason="blank"),
    organ="柳林镇人民政府",
    year=2024,
    signed_on=date(2025, 1, 9),
    chapters={"overview": "（一）主动公开\n好。", "problems": "无。", "other": "无。"},
)


def page(report: AnnualReport = REPORT):
    return parser.document_fromstring(print_report(report, "html").decode())


def test_the_page_says_its_language_encoding_and_title():
    printed = print_report(REPORT, "html").decode()
    assert printed.startswith(
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    )
    assert page().findtext(".//title") == "柳林镇人民政府2024年政府信息公开工作年度报告"


def test_headings_are_nested_as_an_outline():
    tags = [element.tag for element in page().iter("h1", "h2", "h3")]
    assert tags == ["h1", "h2", "h3", *["h2"] * 5]


@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_each_figure_names_headings_that_are_there(edition):
    root = page(empty_report(edition, undivided=edition == "2019"))
    ids = [cell.get("id") for cell in root.iter("th")]
    assert len(ids) == len(set(ids))
    for figure in root.iter("td"):
        named = figure.get("headers", "").split()
        assert len(named) >= 2
        assert set(named) <= set(ids)


def test_the_headings_of_a_figure_are_the_right_ones():
    figures = dict.fromkeys(REPORT.figures, 0) | {"requests.granted.enterprise": 7777}
    root = page(replace(REPORT, figures=figures))
    (figure,) = (cell for cell in root.iter("td") if cell.text == "7777")
    said = [root.get_element_by_id(name).text for name in figure.get("headers").split()]
    assert said == [
        "申请人情况",
        "法人或其他组织",
        "商业企业",
        "三、本年度办理结果",
        "（一）予以公开",
    ]


def test_each_table_is_a_named_region_that_the_keyboard_can_scroll():
    root = page()
    regions = root.findall(".//div[@role='region']")
    assert [region.get("tabindex") for region in regions] == ["0"] * 3
    for region in regions:
        assert region.get("aria-label") == region.findtext("table/caption/span")


def test_every_header_cell_says_its_scope():
    scopes = {cell.get("scope") for cell in page().iter("th")}
    assert scopes == {"col", "colgroup", "row", "rowgroup"}


def test_text_is_never_markup():
    report = replace(REPORT, title=NASTY, organ=NASTY, chapters={"overview": NASTY})
    root = page(report)
    assert root.findtext(".//h1") == NASTY
    assert NASTY in [paragraph.text for paragraph in root.iter("p")]
    assert not root.findall(".//script")


def test_the_page_needs_no_other_file_and_no_script():
    root = page()
    assert not root.xpath("//script | //link | //img | //@src | //@href | //@onclick")
    assert len(root.findall(".//style")) == 1


def test_a_missing_figure_is_a_blank_cell():
    assert {cell.text for cell in page().iter("td")} == {None}


def test_the_page_is_read_back_whole():
    read = read_report(print_report(REPORT, "html"))
    assert (read.organ, read.year, read.signed_on) == ("柳林镇人民政府", 2024, date(2025, 1, 9))
    assert read.chapters == REPORT.chapters
