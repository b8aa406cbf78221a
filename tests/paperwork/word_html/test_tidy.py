"""What must not be published does not come out, and what mammoth cannot read comes out all the same."""

import io
import zipfile

import docx
import pytest

from gongkai.paperwork.word_html import WordPage
from gongkai.paperwork.word_html.convert import convert
from tests.paperwork.word_html.word_files import (
    add_style,
    page_of,
    page_of_xml,
    replaced,
    saved,
    styled,
    xml,
)


@pytest.mark.parametrize("level", [1, 2, 3, 6, 8])
def test_words_own_headings_become_headings_to_the_sixth(level):
    document = docx.Document()
    document.add_heading("总体情况", level)
    assert page_of(document).html == f"<h{min(level, 6)}>总体情况</h{min(level, 6)}>"


@pytest.mark.parametrize(
    ("name", "properties", "tag"),
    [
        ("标题 1", "", "h1"),
        ("标题二", "", "h2"),
        ("黑体一级标题", "", "h1"),
        ("楷体二级标题样式", "", "h2"),
        ("公文标题", "", "h1"),
        ("正文缩进", "", "p"),
        ("小标题样式", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>', "h3"),
        ("标题 1", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', "p"),
        ("我的样式", '<w:basedOn w:val="Heading2"/>', "h2"),
        ("绕圈", '<w:basedOn w:val="x1"/>', "p"),
    ],
)
def test_chinese_heading_styles_are_known_by_outline_level_and_name(name, properties, tag):
    assert styled(name, properties).html == f"<{tag}>总体情况</{tag}>"


def test_an_outline_level_on_the_paragraph_itself_makes_a_heading():
    page = page_of_xml(
        '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>'
    )
    assert page.html == "<h2>总体情况</h2>"


def test_columns_left_free_at_a_rows_ends_are_filled():
    document = docx.Document()
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "中"
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(xml('<w:gridBefore w:val="2"/>'))
    properties.append(xml('<w:gridAfter w:val="1"/>'))
    assert (
        page_of(document).html
        == '<table><tbody><tr><td colspan="2"></td><td>中</td><td></td></tr></tbody></table>'
    )


def test_a_span_beyond_any_table_is_cut():
    page = page_of_xml(
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    )
    assert page.html == "<table><tbody><tr><td></td></tr></tbody></table>"


@pytest.mark.parametrize(
    "hidden",
    [
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>",
        '<w:r><w:rPr><w:vanish w:val="true"/></w:rPr><w:t>密</w:t></w:r>',
        '<w:hyperlink w:anchor="x"><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r></w:hyperlink>',
        '<w:ins w:id="1" w:author="x"><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r></w:ins>',
    ],
)
def test_hidden_text_does_not_come_out_and_is_told_of(hidden):
    page = page_of_xml(f"<w:p><w:r><w:t>明</w:t></w:r>{hidden}</w:p>")
    assert page.html == "<p>明</p>"
    assert "隐藏文字未转换（1 处）" in page.warnings


def test_text_hidden_by_its_style_does_not_come_out():
    page = styled("隐藏样式", "<w:rPr><w:vanish/></w:rPr>")
    assert page.html == ""
    assert page.warnings == ("隐藏文字未转换（1 处）",)


def test_a_run_may_show_itself_against_its_hidden_style():
    page = page_of_xml('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r></w:p>')
    assert page == WordPage("<p>明</p>")


def test_a_hidden_row_does_not_come_out():
    row = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    page = page_of_xml(
        "<w:tbl>"
        + row.format("", "明")
        + row.format("<w:trPr><w:hidden/></w:trPr>", "密")
        + "</w:tbl>"
    )
    assert page.html == "<table><tbody><tr><td>明</td></tr></tbody></table>"


def test_tracked_changes_are_accepted_and_told_of():
    page = page_of_xml(
        '<w:p><w:r><w:t>甲</w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>删</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="x"><w:r><w:t>增</w:t></w:r></w:ins>'
        '<w:moveFrom w:id="3" w:author="x"><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p>'
    )
    assert page.html == "<p>甲增</p>"
    assert page.warnings == ("文件带有修订痕迹（3 处），已按接受全部修订转换",)


def test_deleted_rows_and_paragraph_ends_are_gone():
    deleted = '<w:del w:id="1" w:author="x"/>'
    page = page_of_xml(
        f"<w:p><w:pPr><w:rPr>{deleted}</w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>后</w:t></w:r></w:p>",
        f"<w:tbl><w:tr><w:trPr>{deleted}</w:trPr><w:tc><w:p><w:r><w:t>删</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    )
    assert page.html == "<p>前后</p><table></table>"


def test_a_deleted_cell_is_left_empty():
    page = page_of_xml(
        '<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:id="1" w:author="x"/></w:tcPr><w:p><w:r><w:t>删</w:t></w:r></w:p></w:tc>'
        "<w:tc><w:p><w:r><w:t>留</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert page.html == "<table><tbody><tr><td></td><td>留</td></tr></tbody></table>"


def test_comments_do_not_come_out_and_are_told_of():
    document = docx.Document()
    paragraph = document.add_paragraph("明")
    document.add_comment(paragraph.runs, text="内部意见", author="王经办")
    page = page_of(document)
    assert page.html == "<p>明</p>"
    assert page.warnings == ("批注未转换（1 处）",)


def test_a_file_cannot_ask_for_its_comments_by_a_style_map_of_its_own():
    document = docx.Document()
    document.add_comment(document.add_paragraph("明").runs, text="内部意见")
    buffer = io.BytesIO(saved(document))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("mammoth/style-map", "comment-reference => sup")
    assert convert(buffer.getvalue()).html == "<p>明</p>"


def test_headers_and_footers_do_not_come_out():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "第1页"
    document.add_paragraph("明")
    assert page_of(document).html == "<p>明</p>"


def test_the_text_of_simple_fields_formulas_and_ruby_is_kept():
    page = page_of_xml(
        '<w:p><w:fldSimple w:instr="REF x"><w:r><w:t>第1页</w:t></w:r></w:fldSimple></w:p>',
        "<w:p><m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara></w:p>",
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>gong</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>公</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
        "<w:p><w:r><w:t>上</w:t><w:cr/><w:t>下</w:t></w:r></w:p>",
    )
    assert page.html == "<p>第1页</p><p>x=1</p><p>公</p><p>上<br>下</p>"
    assert page.warnings == ("公式只保留了文字（1 处），请核对",)


@pytest.mark.parametrize(
    "fallback",
    ["", "<mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback>"],
)
def test_a_text_box_comes_out_once_with_or_without_a_fallback(fallback):
    inner = "<w:p><w:r><w:t>框</w:t></w:r></w:p>"
    choice = f'<mc:Choice Requires="w14"><w:drawing><w:txbxContent>{inner}</w:txbxContent></w:drawing></mc:Choice>'
    page = page_of_xml(
        f"<w:p><w:r><w:t>外</w:t><mc:AlternateContent>{choice}{fallback.format(inner)}</mc:AlternateContent></w:r></w:p>"
    )
    assert page.html == "<p>外</p><p>框</p>"


NOTE = '<w:footnotes><w:footnote w:id="2"><w:p>{}</w:p></w:footnote></w:footnotes>'


def html_with_note(runs: str, style: str = "") -> str:
    """The page of one word with a footnote; ``style`` are the properties of the style x1."""
    document = docx.Document()
    add_style(document, "x", style, kind="character")
    document.add_paragraph("文")._p.append(xml('<w:r><w:footnoteReference w:id="2"/></w:r>'))
    return page_of(document, footnotes=NOTE.format(runs)).html


def test_footnotes_come_out_as_a_list_that_links_back():
    html = html_with_note(
        "<w:r><w:t>注</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>"
    )
    assert html == (
        '<p>文<sup><a href="#word-footnote-2" id="word-footnote-ref-2">[1]</a></sup></p>'
        '<ol><li id="word-footnote-2"><p>注 <a href="#word-footnote-ref-2">↑</a></p></li></ol>'
    )


def test_a_footnote_hidden_by_its_style_does_not_come_out():
    runs = '<w:r><w:rPr><w:rStyle w:val="x1"/></w:rPr><w:t>密</w:t></w:r>'
    assert "密" in html_with_note(runs)
    assert "密" not in html_with_note(runs, style="<w:rPr><w:vanish/></w:rPr>")


def test_a_strict_document_hides_its_hidden_text_too():
    document = docx.Document()
    document.add_paragraph("明")
    document.element.body.insert(
        0, xml("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r></w:p>")
    )
    usual, strict = (
        b"schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert convert(replaced(saved(document), usual, strict)).html == "<p>明</p>"
