"""Bytes to text in every encoding in use, and what is said of bytes that are no text."""

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.reading.sniff import decode

TEXT = "一、总体情况\r\n2024年，全镇主动公开政府信息１５６条，收到申请 3 件。\r\n" * 4
HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=8)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"],
)
def test_every_encoding_in_use_is_read(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_a_marked_big_endian_text_loses_its_mark():
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT


@given(HAN)
def test_chinese_text_comes_back_from_gb18030_and_utf8(text):
    line = f"{text} 12件\n"
    assert decode(line.encode()) == line
    assert decode(line.encode("gb18030")) == line


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "iso-8859-1", "no-such-charset"])
def test_utf8_is_utf8_whatever_the_page_says(declared):
    page = f'<html><meta charset="{declared}"><p>{TEXT}</p>'
    assert decode(page.encode()) == page


def test_a_declared_big5_page_is_read_as_big5():
    page = "<meta http-equiv='Content-Type' content='text/html; charset=big5'><p>政府資訊公開年度報告</p>"
    assert decode(page.encode("big5")) == page


def test_a_wrong_declaration_is_not_believed():
    page = f"<meta charset=big5><p>{TEXT}镇</p>"
    assert decode(page.encode("gb18030")) == page


def test_one_stray_byte_is_marked_and_the_rest_is_read():
    data = (TEXT * 5).encode()
    damaged = data[:300] + b"\xff" + data[300:]
    assert decode(damaged).count("\ufffd") == 1
    assert decode(damaged).replace("\ufffd", "") == TEXT * 5


def test_one_stray_byte_in_gb18030_is_marked_and_no_digit_is_lost():
    data = (
        (TEXT * 5 + "@")
        .encode("gb18030")
        .replace("收到申请 3".encode("gb18030"), "收到申请 ".encode("gb18030") + b"\xff3", 1)
    )
    assert "收到申请 \ufffd3 件" in decode(data)


def test_utf8_cut_off_within_a_character_is_not_taken_for_gb18030():
    assert decode(TEXT.encode()[:-3]) == TEXT[:-3] + "\ufffd"
    assert decode(TEXT.encode()[:-6]).startswith("一、总体情况")


def test_bytes_that_are_no_text_are_refused():
    noise = random.Random(7).randbytes(5000)
    with pytest.raises(UnreadableReport, match="不认识的文件"):
        decode(noise)


def test_many_faults_are_refused_and_the_first_is_named():
    data = ("字" * 100).encode("gb18030") + b"\xff\xfe\xff" * 20
    with pytest.raises(UnreadableReport, match=r"第 201 字节（0xFF）"):
        decode(data)
