"""Printed lines are joined to paragraphs; whole paragraphs are left alone."""

from gongkai.paperwork.reading.document import Paragraph, Table
from gongkai.paperwork.reading.from_text import from_text
from gongkai.paperwork.reading.paragraphs import paragraphs


def joined(text):
    return paragraphs(from_text(text).blocks).split("\n")


def test_a_line_broken_for_lack_of_room_is_joined_without_a_space():
    lines = "    " + "甲" * 28 + "\n" + "乙" * 30 + "\n" + "丙" * 10 + "。"
    assert joined(lines) == ["甲" * 28 + "乙" * 30 + "丙" * 10 + "。"]


def test_an_indented_line_after_a_full_stop_starts_a_paragraph():
    lines = "    " + "甲" * 20 + "\n" + "乙" * 23 + "。\n    " + "丙" * 20 + "\n丁。"
    assert joined(lines) == ["甲" * 20 + "乙" * 23 + "。", "丙" * 20 + "丁。"]


def test_a_numbered_line_starts_a_paragraph():
    assert joined("甲甲甲甲甲甲甲甲甲甲，\n乙乙乙乙乙乙乙乙乙\n（二）依申请公开\n1.丙丙") == [
        "甲甲甲甲甲甲甲甲甲甲，乙乙乙乙乙乙乙乙乙",
        "（二）依申请公开",
        "1.丙丙",
    ]


def test_lines_that_all_end_sentences_are_paragraphs_each():
    assert joined("甲甲。\n乙乙乙乙乙乙乙乙。\n丙。") == ["甲甲。", "乙乙乙乙乙乙乙乙。", "丙。"]


def test_latin_words_keep_a_space_where_a_line_broke():
    assert joined("甲甲甲甲甲 new\nmedia 平台。") == ["甲甲甲甲甲new media平台。"]


def test_paragraphs_of_marked_documents_are_left_alone():
    blocks = (Paragraph("甲，"), Paragraph("乙"), Table(()), Paragraph(" "), Paragraph("丙 丁"))
    assert paragraphs(blocks) == "甲，\n乙\n丙丁"


def test_nothing_is_no_paragraph():
    assert paragraphs(()) == ""
