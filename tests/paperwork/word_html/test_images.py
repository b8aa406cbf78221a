"""Pictures as files: what comes out, under which name, and what is left out."""

import io
import struct
import zlib

import docx
import pytest

from gongkai.paperwork.word_html.convert import convert
from gongkai.paperwork.word_html.images import Gallery
from gongkai.paperwork.word_html.page import Image


def png(colour: int) -> bytes:
    """A picture of one grey dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + header
        + chunk(b"IDAT", zlib.compress(bytes([0, colour])))
        + chunk(b"IEND", b"")
    )


class Picture:
    """An image as mammoth hands it over."""

    alt_text = '说明"<'

    def __init__(self, data: bytes | Exception) -> None:
        self._data = data

    def open(self):
        if isinstance(self._data, Exception):
            raise self._data
        return io.BytesIO(self._data)


def document_with(*pictures: bytes) -> bytes:
    document = docx.Document()
    for picture in pictures:
        document.add_picture(io.BytesIO(picture))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_pictures_come_out_as_files_that_the_page_names():
    page = convert(document_with(png(0), png(9)))
    assert page.images == (
        Image("image-1.png", "image/png", png(0)),
        Image("image-2.png", "image/png", png(9)),
    )
    assert page.html == '<p><img alt="" src="image-1.png"></p><p><img alt="" src="image-2.png"></p>'
    assert page.warnings == ()


def test_the_same_picture_twice_is_one_file():
    page = convert(document_with(png(0), png(0)))
    assert [image.name for image in page.images] == ["image-1.png"]
    assert page.html.count("image-1.png") == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='x' onload='alert(1)'/>",
        b"<html>",
        b"\xd7\xcd\xc6\x9a",
        b"II*\x00",
        KeyError("word/media/x"),
        ValueError("https://evil/"),
    ],
)
def test_what_no_browser_shows_or_is_not_in_the_file_is_left_out(data):
    gallery = Gallery()
    assert gallery.element(Picture(data)) == []
    assert gallery.lost == 1
    assert gallery.images == ()


@pytest.mark.parametrize(
    ("start", "name", "kind"),
    [
        (b"\xff\xd8\xff", "image-1.jpg", "image/jpeg"),
        (b"GIF89a", "image-1.gif", "image/gif"),
        (b"BM", "image-1.bmp", "image/bmp"),
    ],
)
def test_the_format_is_told_by_the_bytes(start, name, kind):
    gallery = Gallery()
    gallery.element(Picture(start + b"data"))
    assert gallery.images == (Image(name, kind, start + b"data", Picture.alt_text),)


def test_a_lost_picture_is_told_of(monkeypatch):
    monkeypatch.setattr("gongkai.paperwork.word_html.images._FORMATS", ())
    page = convert(document_with(png(0)))
    assert page.html == ""
    assert page.warnings == (
        "有 1 张图片不在文件内或格式不能在网页上显示，未转换；请换成 PNG 或 JPEG",
    )
