"""Word files: merged cells with their spans, nothing deleted or hidden, nothing from headers and footers."""

import io

import docx
import pytest
from docx.oxml import parse_xml

from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.reading.document import Paragraph, Table
from gongkai.paperwork.reading.from_docx import from_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(word):
    stream = io.BytesIO()
    word.save(stream)
    return from_docx(stream.getvalue()).blocks


def body(xml):
    """The blocks of a file whose body holds that piece of WordprocessingML."""
    word = docx.Document()
    for element in parse_xml(f"<w:body {W}>{xml}</w:body>"):
        word.element.body.insert(len(word.element.body) - 1, element)
    return read(word)


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def table_of(rows, columns):
    word = docx.Document()
    return word, word.add_table(rows, columns)


def cells(blocks):
    [table] = [block for block in blocks if isinstance(block, Table)]
    return [
        (cell.text, cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells
    ]


def test_paragraphs_and_tables_come_in_order():
    word = docx.Document()
    word.add_paragraph("一、总体 情况")
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "规章", "1"
    word.add_paragraph("二")
    assert [type(block) for block in read(word)] == [Paragraph, Table, Paragraph]
    assert read(word)[0] == Paragraph("一、总体情况")


def test_cells_merged_across_and_down_are_one_cell_with_spans():
    word, table = table_of(3, 3)
    table.cell(0, 0).merge(table.cell(1, 1)).text = "甲"
    table.cell(0, 2).text, table.cell(1, 2).text = "乙", "丙"
    table.cell(2, 0).merge(table.cell(2, 2)).text = "丁"
    assert cells(read(word)) == [
        ("甲", 0, 0, 2, 2),
        ("乙", 0, 2, 1, 1),
        ("丙", 1, 2, 1, 1),
        ("丁", 2, 0, 1, 3),
    ]


def test_a_new_merge_below_a_merge_is_a_cell_of_its_own():
    word, table = table_of(4, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "甲"
    table.cell(2, 0).merge(table.cell(3, 0)).text = "乙"
    assert [cell for cell in cells(read(word)) if cell[0]] == [
        ("甲", 0, 0, 2, 1),
        ("乙", 2, 0, 2, 1),
    ]


def test_an_empty_cell_keeps_its_place():
    word, table = table_of(1, 3)
    table.cell(0, 0).text, table.cell(0, 2).text = "规章", "3"
    assert [(text, column) for text, _, column, _, _ in cells(read(word))] == [
        ("规章", 0),
        ("", 1),
        ("3", 2),
    ]


def test_cells_left_out_before_a_row_shift_it():
    row = (
        "<w:tr>{}<w:tc><w:p>"
        + run("1")
        + "</w:p></w:tc><w:tc><w:p>"
        + run("2")
        + "</w:p></w:tc></w:tr>"
    )
    before = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>'
    assert [
        cell[2] for cell in cells(body(f"<w:tbl>{row.format('')}{row.format(before)}</w:tbl>"))
    ] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("1") + f"<w:del>{run('2')}</w:del><w:ins>{run('3')}</w:ins>", "13"),
        (run("1") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>2</w:t></w:r>", "1"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>1</w:t></w:r>', "1"),
        (run("1") + "<w:r><w:instrText>PAGE</w:instrText></w:r>", "1"),
        (run("甲") + "<w:r><w:tab/></w:r>" + run("1"), "甲1"),
        (f"<w:hyperlink>{run('甲')}</w:hyperlink>", "甲"),
        (f"<w:sdt><w:sdtContent>{run('甲')}</w:sdtContent></w:sdt>", "甲"),
        (f"<w:moveFrom>{run('1')}</w:moveFrom><w:moveTo>{run('2')}</w:moveTo>", "2"),
    ],
)
def test_only_what_stands_in_the_final_text_is_read(inside, text):
    assert body(f"<w:p>{inside}</w:p>") == (Paragraph(text),)


def test_a_break_in_a_paragraph_ends_it():
    assert body(f"<w:p>{run('甲')}<w:r><w:br/></w:r>{run('乙')}</w:p>") == (
        Paragraph("甲"),
        Paragraph("乙"),
    )


def test_rows_and_cells_in_content_controls_are_read():
    cell = "<w:sdt><w:sdtContent><w:tc><w:p>" + run("{}") + "</w:p></w:tc></w:sdtContent></w:sdt>"
    row = f"<w:tr>{cell.format('甲')}{cell.format('1')}</w:tr>"
    blocks = body(f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>")
    assert [text for text, *_ in cells(blocks)] == ["甲", "1"]


def test_headers_and_footers_are_left_out():
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "机密"
    word.sections[0].footer.paragraphs[0].text = "第 3 页"
    word.add_paragraph("甲")
    assert read(word) == (Paragraph("甲"),)


def test_a_table_around_a_table_is_only_a_frame():
    word, frame = table_of(1, 2)
    inner = frame.cell(0, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "规章", "1"
    assert [cell[0] for cell in cells(read(word))] == ["规章", "1"]


def test_the_title_in_the_files_properties_is_the_containers():
    word = docx.Document()
    word.core_properties.title = "年度报告"
    stream = io.BytesIO()
    word.save(stream)
    assert from_docx(stream.getvalue()).title == "年度报告"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no word file"])
def test_a_damaged_file_is_refused_in_words(data):
    with pytest.raises(UnreadableReport, match="Word"):
        from_docx(data)


def test_a_file_cut_short_is_refused():
    stream = io.BytesIO()
    docx.Document().save(stream)
    with pytest.raises(UnreadableReport):
        from_docx(stream.getvalue()[:2000])
