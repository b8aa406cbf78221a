"""Web pages as government sites publish them: the report's part of the page, its cells with their spans."""

import pytest

from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.reading.document import Paragraph, Table, TableCell
from gongkai.paperwork.reading.from_html import from_html


def texts(html):
    return [block.text for block in from_html(html).blocks if isinstance(block, Paragraph)]


def cells(html):
    [table] = [block for block in from_html(html).blocks if isinstance(block, Table)]
    return [
        (cell.text, cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells
    ]


def test_word_paste_in_spans_is_one_paragraph():
    html = '<p class="MsoNormal"><span>一、</span><span><font>总体</font>情况</span><span><o:p>&nbsp;</o:p></span></p>'
    assert texts(html) == ["一、总体情况"]


def test_a_line_break_ends_a_paragraph():
    assert texts("<p>甲<br>乙<br/></p>丙<div>丁</div>") == ["甲", "乙", "丙", "丁"]


def test_spans_place_the_cells_that_follow_in_the_grid():
    html = (
        "<table><tr><td rowspan=2 colspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr>"
        "<tr><td>丁</td><td>戊</td><td>己</td></tr></table>"
    )
    assert cells(html) == [
        ("甲", 0, 0, 2, 2),
        ("乙", 0, 2, 1, 1),
        ("丙", 1, 2, 1, 1),
        ("丁", 2, 0, 1, 1),
        ("戊", 2, 1, 1, 1),
        ("己", 2, 2, 1, 1),
    ]


def test_a_cell_of_a_hard_space_is_empty_and_keeps_its_place():
    html = "<table><tr><td>规章</td><td>&nbsp;</td><td><p><o:p>&nbsp;</o:p></p></td><td>3</td></tr></table>"
    assert [(text, column) for text, _, column, _, _ in cells(html)] == [
        ("规章", 0),
        ("", 1),
        ("", 2),
        ("3", 3),
    ]


def test_paragraphs_and_breaks_in_a_cell_stay_apart():
    html = "<table><tr><td><p>本年新</p><p>制作数量</p></td><td>1<br>2</td></tr></table>"
    assert [cell[0] for cell in cells(html)] == ["本年新\n制作数量", "1\n2"]


@pytest.mark.parametrize("span", ["0", "-1", "x", "", "1.5", "999999"])
def test_a_senseless_span_is_one(span):
    html = f"<table><tr><td colspan='{span}'>甲</td><td>乙</td></tr></table>"
    assert [cell[2] for cell in cells(html)] == [0, 1]


def test_an_enormous_span_is_cut():
    html = "<table><tr><td colspan=5000>甲</td><td>乙</td></tr></table>"
    assert cells(html)[1][2] <= 500


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a='7';</script>",
        "<style>td{}</style>",
        "<p style='display: none'>7</p>",
        "<p hidden>7</p>",
        "<!-- 7 -->",
        "<span style='mso-hide:all'>7</span>",
        "<select><option>7</option></select>",
        "<input value=7>",
    ],
)
def test_what_no_reader_sees_is_not_read(hidden):
    assert texts(f"<p>甲</p>{hidden}<p>乙</p>") == ["甲", "乙"]


def test_hidden_text_in_a_cell_is_not_joined_to_its_figure():
    html = "<table><tr><td>规章</td><td>1<span style='display:none'>2</span><script>3</script></td></tr></table>"
    assert cells(html)[1][0] == "1"


def test_hidden_rows_and_cells_of_a_spreadsheet_are_not_read():
    html = (
        "<table><tr style='display:none'><td>规章</td><td>9</td></tr>"
        "<tr><td>规章</td><td style='DISPLAY:none'>8</td><td>1</td></tr></table>"
    )
    assert cells(html) == [("规章", 0, 0, 1, 1), ("1", 0, 1, 1, 1)]


def test_a_table_that_frames_the_page_is_taken_apart():
    html = "<table><tr><td><p>一、总体情况</p><table><tr><td>规章</td><td>1</td></tr></table></td></tr></table>"
    assert texts(html) == ["一、总体情况"]
    assert [cell[0] for cell in cells(html)] == ["规章", "1"]


def test_a_table_of_one_column_is_paragraphs():
    assert texts("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>") == ["甲", "乙"]


def test_the_site_around_the_report_is_left_out():
    page = (
        "<div><p>首页</p><table><tr><td>2024</td><td>7</td></tr></table></div>"
        "<div><p>一、总体情况</p><p>文字。</p><p>六、其他需要报告的事项</p></div><p>版权所有</p>"
    )
    assert texts(page) == ["一、总体情况", "文字。", "六、其他需要报告的事项"]
    assert not [block for block in from_html(page).blocks if isinstance(block, Table)]


def test_a_title_above_the_reports_part_of_the_page_is_kept():
    title = "柳林镇2024年政府信息公开工作年度报告"
    page = f"<h1>{title}</h1><div><p>一、总体情况</p><p>六、其他需要报告的事项</p></div>"
    assert texts(page)[0] == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "<title>某县民政局2024年政府信息公开工作年度报告_某县政府网</title>",
            "某县民政局2024年政府信息公开工作年度报告",
        ),
        ("<title>某县政府网 - 2024年年度报告</title>", "2024年年度报告"),
        ("<meta name=ArticleTitle content='2023年报告'><title>某网</title>", "2023年报告"),
        ("", ""),
    ],
)
def test_the_pages_title_is_the_articles(head, title):
    assert from_html(f"<html><head>{head}</head><body><p>甲</p></body></html>").title == title


@pytest.mark.parametrize("html", ["", " ", "<!-- -->"])
def test_an_empty_page_is_refused(html):
    with pytest.raises(UnreadableReport):
        from_html(html)


def test_a_page_nested_beyond_reason_is_refused_not_a_crash():
    with pytest.raises(UnreadableReport):
        from_html("<div>" * 5000 + "1")


def test_unclosed_cells_and_rows_are_read():
    html = "<table><tr><td>规章<td>1<td>2<tr><td>许可<td>3<td>4</table>"
    assert [cell[:3] for cell in cells(html)] == [
        ("规章", 0, 0), ("1", 0, 1), ("2", 0, 2), ("许可", 1, 0), ("3", 1, 1), ("4", 1, 2),
    ]  # fmt: skip


def test_the_blocks_are_values():
    assert from_html("<table><tr><td>甲</td><td>1</td></tr></table>").blocks == (
        Table((TableCell("甲", 0, 0), TableCell("1", 0, 1))),
    )
