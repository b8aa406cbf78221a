"""A page flattened to one line is broken again where the form's headings and labels stand."""

from gongkai.law.annual_report.form import request_rows
from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.paperwork.reading.document import Document, Paragraph, Table, TableCell
from gongkai.paperwork.reading.unfold import unfold


def unfolded(text):
    return [block.text for block in unfold(Document((Paragraph(text),))).blocks]


def test_headings_and_rows_begin_new_blocks():
    rows = [f"{row.title} 0 0 0 0 0 0 0" for row in request_rows(undivided=False)]
    pieces = unfolded(" ".join([*(chapter.heading for chapter in CHAPTERS), *rows]))
    assert {chapter.heading for chapter in CHAPTERS} <= set(pieces)
    assert set(rows) <= set(pieces)


def test_no_character_is_lost():
    text = "年报 " * 30 + "".join(f"{chapter.heading} 文字。" * 9 for chapter in CHAPTERS)
    assert "".join(unfolded(text)).replace(" ", "") == text.replace(" ", "")


def test_a_short_line_and_a_long_sentence_stay_whole():
    assert unfolded("一、总体情况 二、主动公开政府信息情况 规章 1") == [
        "一、总体情况 二、主动公开政府信息情况 规章 1"
    ]
    sentence = "本机关认真做好政府信息公开工作，" * 30
    assert unfolded(sentence) == [sentence]


def test_tables_and_the_title_stay():
    document = Document((Table((TableCell("规章 1 " * 200, 0, 0),)),), "年报")
    assert unfold(document) == document
