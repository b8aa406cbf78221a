"""The kind of a file by its content, and what is refused by it. Samples are a few bytes each."""

import pytest

from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.reading.sniff import sniff
from gongkai.paperwork.reading.sniff.kinds import LARGEST
from gongkai.paperwork.reading.sniff.opening import LARGEST_FILE, MIB

PDF = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PDF, "pdf"),
        (b"\xef\xbb\xbf\r\n" + PDF, "pdf"),
        ("一、总体情况\n".encode(), "text"),
        ("一、总体情况\n".encode("gb18030"), "text"),
        ("# 报告\n\n| 信息内容 | 本年制发件数 |\n|---|---|\n".encode(), "text"),
        ("[公开] 第二十条第（一）项 a < b".encode(), "text"),
        (b"<!DOCTYPE html><html><body>x</body></html>", "html"),
        ("\ufeff<html><body>总体情况</body></html>".encode("utf-16"), "html"),
        ("总体情况<table><tr><td>1</td></tr></table>".encode("gb18030"), "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', "html"),
        (b'{"contract": "gongkai.annual-report/1"}', "json"),
        (b'\xef\xbb\xbf [ {"file": 1}]', "json"),
        (b"{{ year }}", "text"),
    ],
)
def test_the_kind_is_told_by_the_content(data, kind):
    assert sniff(data) == kind


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\x00" * 4096])
def test_an_empty_file_is_called_empty(data):
    with pytest.raises(UnreadableReport, match="文件是空的"):
        sniff(data)


@pytest.mark.parametrize(
    "start",
    [
        b"MZ\x90\x00\x03",
        b"MZqFpD='\n",
        b"\x7fELF\x02",
        b"#!/bin/sh\nexit\n",
        b"<script>alert(1)</script>\n",
        b"PK\x03\x04",
    ],
)
def test_a_pdf_that_is_something_else_first_is_refused(start):
    with pytest.raises(HostileFile, match="开头之前"):
        sniff(start + PDF)


def test_a_pdf_that_starts_a_program_is_refused():
    with pytest.raises(HostileFile, match="启动外部程序"):
        sniff(PDF + b"<< /Type /Action /S /Launch /F (cmd.exe) >>")


def test_a_pdf_header_far_into_a_program_is_still_a_program():
    with pytest.raises(HostileFile, match="可执行程序"):
        sniff(b"MZ\x90\x00" + b"\x00" * 2000 + PDF)


@pytest.mark.parametrize("kind", ["text", "json"])
def test_each_kind_of_text_has_its_own_largest_size(kind):
    start = {"text": b"x ", "json": b'{"a": "'}[kind]
    size = LARGEST[kind]
    assert sniff(start.ljust(size, b"y")) == kind
    with pytest.raises(HostileFile, match=f"超过 {size // MIB} MiB"):
        sniff(start.ljust(size + 1, b"y"))


def test_what_is_larger_than_any_report_is_refused_before_its_kind_is_known():
    with pytest.raises(HostileFile, match="文件过大"):
        sniff(bytes(LARGEST_FILE + 1))


def test_more_text_than_the_largest_page_is_refused_without_being_decoded():
    assert sniff(b"<html>".ljust(LARGEST["html"])) == "html"
    with pytest.raises(HostileFile, match="文字内容过多"):
        sniff(b"\xe5" * (LARGEST["html"] + 1))


@pytest.mark.parametrize(
    "mark", ['<?mso-application progid="Word.Document"?>', "<pkg:package>", "<uof:UOF>"]
)
def test_word_written_as_one_xml_file_gets_advice(mark):
    with pytest.raises(UnreadableReport, match=r"另存为 \.docx"):
        sniff(f'<?xml version="1.0" encoding="UTF-8"?>\n{mark}'.encode())


def test_a_page_pasted_from_word_is_not_taken_for_word_xml():
    page = b"<html><!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--><p>x</p></html>"
    assert sniff(page) == "html"
