"""Word files are built here with python-docx, and with Word's own XML where python-docx has no words for it."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.word_html import WordPage, word_to_html
from gongkai.paperwork.word_html.convert import convert

NAMES = (
    nsdecls("w", "r", "m")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def page_of(document) -> WordPage:
    buffer = io.BytesIO()
    document.save(buffer)
    return convert(buffer.getvalue())


def page_of_xml(*paragraphs: str) -> WordPage:
    """The page of a document whose body is this XML."""
    document = docx.Document()
    for xml in reversed(paragraphs):
        document.element.body.insert(0, parse_xml(xml.replace(">", f" {NAMES}>", 1)))
    return page_of(document)


def styled(name: str, properties: str = "") -> WordPage:
    """The page of one paragraph in a style of this name."""
    document = docx.Document()
    style = f'<w:style w:type="paragraph" w:styleId="x1" {NAMES}><w:name w:val="{name}"/>{properties}</w:style>'
    document.styles.element.append(parse_xml(style))
    document.element.body.insert(
        0,
        parse_xml(
            f'<w:p {NAMES}><w:pPr><w:pStyle w:val="x1"/></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>'
        ),
    )
    return page_of(document)


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
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {NAMES}/>"))
    assert page_of(document).html == (
        "<table><thead><tr><th></th><th></th><th></th></tr></thead>"
        '<tbody><tr><td colspan="2" rowspan="2">块</td><td></td></tr><tr><td></td></tr></tbody></table>'
    )


def test_columns_left_free_at_a_rows_ends_are_filled():
    document = docx.Document()
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "中"
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(parse_xml(f'<w:gridBefore w:val="2" {NAMES}/>'))
    properties.append(parse_xml(f'<w:gridAfter w:val="1" {NAMES}/>'))
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
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("mammoth/style-map", "comment-reference => sup")
    assert convert(buffer.getvalue()).html == "<p>明</p>"


def test_headers_and_footers_do_not_come_out():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "第1页"
    document.add_paragraph("明")
    assert page_of(document).html == "<p>明</p>"


def linked(target: str) -> WordPage:
    document = docx.Document()
    paragraph = document.add_paragraph()
    relation = document.part.relate_to(
        target, docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link = f'<w:hyperlink r:id="{relation}" w:tgtFrame="_blank" {NAMES}><w:r><w:t>看</w:t></w:r></w:hyperlink>'
    paragraph._p.append(parse_xml(link))
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


def test_footnotes_come_out_as_a_list_that_links_back():
    notes = '<w:footnotes {}><w:footnote w:id="2"><w:p><w:r><w:t>{}</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r></w:p></w:footnote></w:footnotes>'
    document = docx.Document()
    document.add_paragraph("文")._p.append(
        parse_xml(f'<w:r {NAMES}><w:footnoteReference w:id="2"/></w:r>')
    )
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/footnotes.xml", notes.format(NAMES, "注"))
    html = convert(buffer.getvalue()).html
    assert html.startswith(
        '<p>文<sup><a href="#word-footnote-2" id="word-footnote-ref-2">[1]</a></sup></p>'
    )
    assert (
        '<ol><li id="word-footnote-2"><p>注 <a href="#word-footnote-ref-2">↑</a></p></li></ol>'
        in html
    )


def test_a_footnote_hidden_by_its_style_does_not_come_out():
    document = docx.Document()
    style = f'<w:style w:type="character" w:styleId="x2" {NAMES}><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>'
    document.styles.element.append(parse_xml(style))
    document.add_paragraph("文")._p.append(
        parse_xml(f'<w:r {NAMES}><w:footnoteReference w:id="2"/></w:r>')
    )
    note = '<w:footnotes {}><w:footnote w:id="2"><w:p><w:r><w:rPr><w:rStyle w:val="x2"/></w:rPr><w:t>密</w:t></w:r></w:p></w:footnote></w:footnotes>'
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/footnotes.xml", note.format(NAMES))
    assert "密" not in convert(buffer.getvalue()).html


@pytest.mark.parametrize(("checked", "mark"), [("1", "☑"), ("0", "☐")])
def test_a_check_box_becomes_a_character(checked, mark):
    box = (
        '<w:p><w:sdt xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr><w14:checkbox>'
        f'<w14:checked w14:val="{checked}"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>'
    )
    assert page_of_xml(box).html == f"<p>{mark}</p>"


def test_a_strict_document_hides_its_hidden_text_too():
    document = docx.Document()
    document.add_paragraph("明")
    document.element.body.insert(
        0, parse_xml(f"<w:p {NAMES}><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r></w:p>")
    )
    buffer, strict = io.BytesIO(), io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            part = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, part)
    assert convert(strict.getvalue()).html == "<p>明</p>"


def test_what_is_no_word_file_is_refused():
    with pytest.raises(UnreadableReport, match="不是 Word 文件"):
        word_to_html("总体情况".encode())


def test_a_word_file_with_a_document_type_is_refused():
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/evil.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>")
    with pytest.raises(HostileFile, match="DTD"):
        word_to_html(buffer.getvalue())


def test_tables_nested_without_end_are_refused():
    depth = 60
    nested = "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth
    buffer = io.BytesIO()
    document = docx.Document()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(packed := io.BytesIO(), "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(
                name,
                part.replace(
                    b"<w:body>", b"<w:body>" + nested.encode() * (name == "word/document.xml")
                ),
            )
    with pytest.raises(HostileFile, match="嵌套过深"):
        word_to_html(packed.getvalue())
