"""Pictures and links of an old page are named and made whole; what leads nowhere stays as words."""

import base64

import pytest

from gongkai.paperwork.old_pages.doors import page_of
from tests.paperwork.old_pages.pages import AT, SAID, page

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def read(body: str, head: str = ""):
    return page_of(page(f'<div id="zoom"><p>{SAID}</p>{body}</div>', head), AT, "")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("images/a.jpg", "http://www.qingshi.gov.cn/zwgk/tzgg/201903/images/a.jpg"),
        ("../../a.jpg", "http://www.qingshi.gov.cn/zwgk/a.jpg"),
        ("/a.jpg", "http://www.qingshi.gov.cn/a.jpg"),
        ("//img.qingshi.gov.cn/a.jpg", "http://img.qingshi.gov.cn/a.jpg"),
        ("images\\a.jpg", "http://www.qingshi.gov.cn/zwgk/tzgg/201903/images/a.jpg"),
    ],
)
def test_a_picture_gets_a_name_and_its_whole_address(written, address):
    found = read(f'<p><img src="{written}" alt="IMG_1.jpg"></p>')
    assert '<img src="picture-1" alt="">' in found.html
    assert [(row.name, row.written, row.address) for row in found.pictures] == [("picture-1", written, address)]  # fmt: skip


def test_the_same_picture_twice_is_one():
    found = read('<p><img src="a.jpg"></p><p><img src="./a.jpg" alt="村口"></p>')
    assert len(found.pictures) == 1
    assert found.html.count('src="picture-1"') == 2


def test_a_base_moves_what_is_relative():
    found = read('<img src="a.jpg">', '<base href="http://old.qingshi.gov.cn/x/">')
    assert found.pictures[0].address == "http://old.qingshi.gov.cn/x/a.jpg"


@pytest.mark.parametrize("href", ["javascript:alert(1)", "#top", "", "file:///C:/a.doc", "data:text/html,x", "vbscript:x"])  # fmt: skip
def test_a_link_that_leads_nowhere_stays_as_words(href):
    found = read(f'<p>见<a href="{href}">附件</a>。</p>')
    assert "<p>见附件。</p>" in found.html
    assert found.links == ()


def test_links_are_whole_and_their_words_are_kept():
    found = read('<p>见<a href="../files/a.doc" title="x">附件1</a></p>')
    assert 'href="http://www.qingshi.gov.cn/zwgk/tzgg/files/a.doc"' in found.html
    assert [(row.written, row.words) for row in found.links] == [("../files/a.doc", "附件1")]


def test_a_picture_inside_the_page_becomes_a_file_and_others_are_counted():
    coded, svg = base64.b64encode(PNG).decode(), base64.b64encode(b"<svg/>").decode()
    found = read(f'<img src="data:image/png;base64,{coded}"><img src="data:image/svg+xml;base64,{svg}">')  # fmt: skip
    assert [one.data for one in found.carried] == [PNG]
    assert found.doubts == ("有 1 张图片的格式不能在网页上显示，没有转入",)


def test_icons_of_editors_are_no_pictures():
    found = read('<img src="/ueditor/dialogs/attachment/fileTypeImages/icon_pdf.gif">')
    assert (found.pictures, "<img" in found.html) == ((), False)


@pytest.mark.parametrize(
    "embedded",
    [
        '<iframe src="/files/a.pdf"></iframe>',
        '<iframe src="/pdfjs/viewer.html?file=/files/a.pdf"></iframe>',
        '<embed src="/files/a.pdf">',
        '<object data="/files/a.pdf"></object>',
    ],
)
def test_a_document_shown_inside_the_page_comes_along(embedded):
    assert [row.address for row in read(embedded).links] == ["http://www.qingshi.gov.cn/files/a.pdf"]  # fmt: skip


def test_other_things_inside_the_page_are_told():
    found = read('<video src="http://v.qingshi.gov.cn/1.mp4"></video><iframe style="display:none" src="/count"></iframe>')  # fmt: skip
    assert found.doubts == ("页面里嵌有别的网页或者视频，没有转入：http://v.qingshi.gov.cn/1.mp4",)
