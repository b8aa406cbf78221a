"""Files are told by content; what could act, or is two things at once, is refused with a sentence."""

import pytest

from gongkai.paperwork.cleaning import examine
from gongkai.paperwork.errors import HostileFile, UnreadableReport
from tests.paperwork.cleaning.made import ALL, compound, docx, ofd, pdf, photo, xlsx, zipped

SVG = (
    b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
)
ODT = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (pdf(), "假.docx", "pdf"),
        (docx(), "假.pdf", "docx"),
        (xlsx(), "表", "xlsx"),
        (ofd(), "公文.ofd", "ofd"),
        (compound({"WordDocument": b"x"}), "旧.wps", "doc"),
        (compound({"Workbook": b""}), "旧.et", "xls"),
        (compound({"PowerPoint Document": b""}), "旧.ppt", "ppt"),
        ("说明".encode("gb18030"), "说明.txt", "text"),
        ("甲,乙\n1,2\n".encode(), "表.csv", "csv"),
        (b'{"a": 1}', "数据.json", "json"),
        ("<p>报告</p>".encode(), "报告.txt", "html"),
        (
            b"<!-- saved --><!DOCTYPE html><html><body><svg><path/></svg></body></html>",
            "a.htm",
            "html",
        ),
        (photo("JPEG"), "图.png", "jpeg"),
        (photo("PNG"), "图", "png"),
        (photo("WEBP"), "图", "webp"),
    ],
)
def test_the_content_tells_the_kind(data, name, kind):
    assert examine(data, name, ALL).kind == kind


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"MZ" + bytes(600), "年报.pdf", "程序"),
        (b"\x7fELF" + bytes(90), "年报.txt", "程序"),
        (b"#!/bin/sh\nrm -rf /\n", "说明.txt", "脚本"),
        (b"<?php echo 1;", "说明.txt", "脚本"),
        (SVG, "图.png", "SVG"),
        (b"<svg><!-- <html> --><script>alert(1)</script></svg>", "a.html", "SVG"),
        (b"<p>x</p><svg><script>alert(1)</script></svg>", "a.html", "SVG"),
        (b"alert(1)", "x.js", r"不接受 \.js 文件"),
        (b"echo", "年报.pdf.BAT", r"不接受 \.bat 文件"),
        (b"echo", "年报\u202etxt.exe", r"不接受 \.exe 文件"),
        (b"junk %PDF-1.7", "x.pdf", "开头之前"),
        (pdf() + zipped({"a": b"1"}), "x.pdf", "同时又是压缩包"),
        (photo() + zipped({"a": b"1"}), "x.jpg", "同时又是压缩包"),
        (photo()[:20] + b"%PDF-1.7" + photo()[20:], "x.jpg", "藏有 PDF"),
    ],
)
def test_what_could_act_is_hostile(data, name, said):
    with pytest.raises(HostileFile, match=said):
        examine(data, name, ALL)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "空的"),
        (b"\0" * 50, "空的"),
        (zipped({"a.txt": b"x"}), "不接受压缩包"),
        (zipped(ODT), "开放文档"),
        (b"Rar!\x1a\x07\x00", "不接受这种文件"),
        (b"\x00\x00\x00\x18ftypmp42", "不接受这种文件"),
        (compound({"EncryptedPackage": b"x"}), "打开密码"),
        (compound({"Other": b"x"}), "不认识的旧版"),
        (bytes(range(256)) * 8, "不认识的文件"),
    ],
)
def test_other_kinds_are_refused_with_advice(data, said):
    with pytest.raises(UnreadableReport, match=said):
        examine(data, "文件", ALL)


def test_a_kind_that_is_not_wanted_is_refused_by_name():
    with pytest.raises(UnreadableReport, match="这里不能提交PDF；可以提交：PNG 图片"):
        examine(pdf(), "x.pdf", frozenset({"png"}))


PICTURES = frozenset({"png", "jpeg", "gif", "webp"})
NONE_OF_THEM = (
    b"MZ" + bytes(600), b"#!/bin/sh\n", b"Rar!\x1a\x07\x00", zipped({"a.txt": b"x"}), bytes(range(256)) * 8,
    compound({"Other": b"x"}), pdf(), b"\x00\x00\x00\x18ftypmp42", "报告".encode(),
)  # fmt: skip


@pytest.mark.parametrize("data", NONE_OF_THEM, ids=range(len(NONE_OF_THEM)))
def test_where_pictures_are_wanted_only_pictures_are_advised(data):
    with pytest.raises(UnreadableReport) as refused:
        examine(data, "文件", PICTURES)
    said = str(refused.value)
    assert said.endswith("可以提交：PNG 图片、JPEG 图片、GIF 图片、WebP 图片")
    assert "年度报告" not in said
