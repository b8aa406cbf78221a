"""Structure, links and what is refused."""

import docx
import pytest

from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.word_html import WordPage, word_to_html
from tests.paperwork.word_html.word_files import page_of, page_of_xml, replaced, saved, xml


def test_a_plain_document_becomes_paragraphs_without_warnings():
    document = docx.Document()
    document.add_paragraph("总体情况")
    document.add_paragraph("<b>与&</b>")
    assert page_of(document) == WordPage("<p>总体情况</p><p>&lt;b&gt;与&amp;&lt;/b&gt;</p>")


def test_it_runs_in_a_bounded_child_and_takes_a_path(tmp_path):
    document = docx.Document()
    document.add_heading("总体情况", 1)
    document.save(tmp_path / "x.docx")
    assert word_to_html(tmp_path / "x.docx").html == "<h1>总体情况</h1>"


def test_merged_cells_become_spans():
    document = docx.Document()
    table = document.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "横"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "竖"
    assert page_of(document).html == (
        '<table><tbody><tr><td colspan="2">横</td><td>02</td></tr>'
        '<tr><td>10</td><td>11</td><td rowspan="2">竖</td></tr><tr><td>20</td><td>21</td></tr></tbody></table>'
    )


def test_a_block_merged_both_ways_and_a_header_row_come_out():
    document = docx.Document()
    table = document.add_table(3, 3)
    table.cell(1, 0).merge(table.cell(2, 1)).text = "块"
    table.rows[0]._tr.get_or_add_trPr().append(xml("<w:tblHeader/>"))
    assert page_of(document).html == (
        "<table><thead><tr><th></th><th></th><th></th></tr></thead>"
        '<tbody><tr><td colspan="2" rowspan="2">块</td><td></td></tr><tr><td></td></tr></tbody></table>'
    )


def linked(target: str) -> WordPage:
    document = docx.Document()
    paragraph = document.add_paragraph()
    relation = document.part.relate_to(
        target, docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link = (
        f'<w:hyperlink r:id="{relation}" w:tgtFrame="_blank"><w:r><w:t>看</w:t></w:r></w:hyperlink>'
    )
    paragraph._p.append(xml(link))
    return page_of(document)


@pytest.mark.parametrize(
    "target",
    ["https://www.example.gov.cn/a?b=1", "http://example.gov.cn/", "mailto:a@example.gov.cn"],
)
def test_links_to_the_web_and_to_mail_stay(target):
    assert linked(target) == WordPage(f'<p><a href="{target}">看</a></p>')


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "file:///C:/x.doc",
        "data:text/html,x",
        "//evil/",
        "x.html",
        "ftp://x/",
    ],
)
def test_other_links_keep_their_text_only(target):
    page = linked(target)
    assert page.html == "<p>看</p>"
    assert page.warnings == ("有 1 个链接不是网址或邮箱，只保留了文字",)


def test_bold_and_italic_stay_and_fonts_and_colours_go():
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("粗").bold = True
    paragraph.add_run("斜").italic = True
    paragraph.add_run("红").font.color.rgb = docx.shared.RGBColor(255, 0, 0)
    paragraph.add_run("划").font.strike = True
    assert page_of(document).html == "<p><strong>粗</strong><em>斜</em>红划</p>"


@pytest.mark.parametrize(("checked", "mark"), [("1", "☑"), ("0", "☐")])
def test_a_check_box_becomes_a_character(checked, mark):
    box = (
        '<w:p><w:sdt xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr><w14:checkbox>'
        f'<w14:checked w14:val="{checked}"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>'
    )
    assert page_of_xml(box).html == f"<p>{mark}</p>"


def test_what_is_no_word_file_is_refused():
    with pytest.raises(UnreadableReport, match="不是 Word 文件"):
        word_to_html("总体情况".encode())


def test_a_word_file_with_a_document_type_is_refused():
    evil = replaced(
        saved(docx.Document()), b"<w:document ", b"<!DOCTYPE x [<!ENTITY a 'b'>]><w:document "
    )
    with pytest.raises(HostileFile, match="DTD"):
        word_to_html(evil)


def test_tables_nested_without_end_are_refused():
    depth = 60
    nested = b"<w:tbl><w:tr><w:tc>" * depth + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * depth
    with pytest.raises(HostileFile, match="嵌套过深"):
        word_to_html(replaced(saved(docx.Document()), b"<w:body>", b"<w:body>" + nested))
