"""A page is read in a bounded process; hostile and broken ones are refused with a sentence."""

import pytest

from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.old_pages import read_old_page
from tests.paperwork.old_pages.pages import AT, LAYOUT, page


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-8-sig"])
def test_a_page_is_read_in_the_encoding_it_is_in(encoding):
    assert "抓好备耕" in read_old_page(LAYOUT.encode(encoding), AT).html


def test_a_wrong_declaration_does_no_harm():
    data = LAYOUT.replace("<head>", '<head><meta charset="gb2312">').encode()
    assert "抓好备耕" in read_old_page(data, AT).html


def test_an_xml_declaration_does_no_harm():
    data = f'<?xml version="1.0" encoding="gb2312"?>{LAYOUT}'.encode("gb18030")
    assert "抓好备耕" in read_old_page(data, AT).html


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "空"),
        (b"\x00\x01\x02\xff" * 900, "不认识|编码"),
        ("很好".encode() + b"\xff\xfe\xfa" * 500, "编码"),
        (page("<script>x</script>"), "没有读到正文"),
        (page("<div>" * 5000 + "深" + "</div>" * 5000), "过多|过深|没有读到正文|已停止"),
        (b"<html>" + b"<p" * 400_000, "没有读到正文|已停止|空的"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(data, said):
    with pytest.raises(UnreadableReport, match=said):
        read_old_page(data, AT)
