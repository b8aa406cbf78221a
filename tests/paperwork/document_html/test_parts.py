"""Typed headings, and lines and tables put together."""

import pytest

from gongkai.paperwork.document_html.from_blocks import html_of
from gongkai.paperwork.document_html.headings import with_headings
from gongkai.paperwork.reading.document import Line, Table, TableCell, Word


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p><strong>一、范围</strong></p><p>全镇。</p>", "<h2>一、范围</h2><p>全镇。</p>"),
        ("<p>（一）村</p><p>五个。</p>", "<h3>（一）村</h3><p>五个。</p>"),
        (
            "<p>第一章 总则</p><p>第一条 为了管理。</p>",
            "<h2>第一章 总则</h2><p>第一条 为了管理。</p>",
        ),
    ],
)
def test_what_reads_as_a_heading_becomes_one(before, after):
    assert with_headings(before) == after


@pytest.mark.parametrize(
    "html",
    [
        "<p>一、时间</p><p>二、地点</p><p>三、人员</p>",
        "<p>一、范围是全镇。</p><p>办理。</p>",
        "<p>一、范围<br>全镇</p><p>办理。</p>",
        "<h2>范围</h2><p>一、村</p><p>五个。</p>",
        "<p>全镇。</p><p>一、范围</p>",
    ],
)
def test_lists_sentences_and_texts_with_headings_stay(html):
    assert with_headings(html) == html


def line(text: str, x0: float, x1: float) -> Line:
    return Line((Word(text, x0, x1),))


def test_lines_of_a_page_are_joined_and_those_far_in_stay_alone():
    page = [
        line("关于停水的通告", 200, 400),
        line("因检修供水管道，明天上午八点到十二点全镇停水，请各户提前", 90, 520),
        line("储水。", 80, 110),
        line("青石镇人民政府", 380, 500),
    ]
    assert html_of(page) == (
        "<p>关于停水的通告</p><p>因检修供水管道，明天上午八点到十二点全镇停水，请各户提前储水。</p><p>青石镇人民政府</p>"
    )


def test_a_table_over_two_pages_is_one_with_its_headings_once():
    def table(page: int, *rows: tuple[str, str]) -> Table:
        cells = tuple(
            TableCell(words, at, column)
            for at, row in enumerate(rows)
            for column, words in enumerate(row)
        )
        return Table(cells, page)

    html = html_of([table(1, ("村", "户"), ("东", "1")), table(2, ("村", "户"), ("西", "2"))])
    assert html.count("<table>") == 1
    assert html.count("村") == 1
    assert html.endswith("<tr><td>西</td><td>2</td></tr></tbody></table>")
