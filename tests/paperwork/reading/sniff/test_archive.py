"""Zip files that would do harm, each built here with the one fault it is about."""

import io
import struct
import warnings
import zipfile

import docx
import pytest

from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.reading.sniff import archive, sniff

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
DOCUMENT = '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body/></w:document>'


def types(main: str = WORD) -> str:
    return f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'


def packed(
    *entries: tuple[str, str | bytes], main: str = WORD, method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """A Word file in outline, with further entries."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", method) as file:
        warnings.simplefilter("ignore")  # zipfile warns of the duplicate names that are wanted here
        file.writestr("[Content_Types].xml", types(main))
        for name, content in entries:
            file.writestr(name, content)
    return buffer.getvalue()


def plain_zip(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(name, "x")
    return buffer.getvalue()


def test_a_word_file_passes():
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    assert sniff(buffer.getvalue()) == "docx"


def test_macros_beside_a_word_document_are_ignored():
    assert (
        sniff(packed(("word/document.xml", DOCUMENT), ("word/vbaProject.bin", b"\xd0\xcf")))
        == "docx"
    )


@pytest.mark.parametrize(
    ("main", "advice"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", r"\.docm"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
            "模板",
        ),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "Excel"),
        (
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            "演示文稿",
        ),
        ("text/plain", "压缩包"),
    ],
)
def test_other_office_files_get_advice(main, advice):
    with pytest.raises(UnreadableReport, match=advice):
        sniff(packed(main=main))


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("OFD.xml", "OFD"),
        ("content.xml", "ODT"),
        ("META-INF/MANIFEST.MF", "Java"),
        ("AndroidManifest.xml", "安卓"),
        ("报告.txt", "解压"),
    ],
)
def test_other_zip_files_get_advice(name, advice):
    with pytest.raises(UnreadableReport, match=advice):
        sniff(plain_zip(name))


def test_too_many_entries_are_refused():
    extra = [(f"x/{number}", "") for number in range(archive.MOST_ENTRIES)]
    assert sniff(packed(*extra[:-1])) == "docx"
    with pytest.raises(HostileFile, match="超过 5000 个"):
        sniff(packed(*extra))


def test_an_enormous_directory_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(zipfile, "ZipFile", pytest.fail)
    end = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, 1, 1, archive.LARGEST_DIRECTORY + 1, 0, 0)
    with pytest.raises(HostileFile, match="压缩炸弹"):
        sniff(b"PK\x03\x04" + bytes(100) + end)


def test_a_highly_compressed_part_is_refused():
    with pytest.raises(HostileFile, match="压缩比超过 200 倍"):
        sniff(packed(("word/document.xml", b" " * (2 * archive.MIB))))


def test_blanks_below_one_mib_may_be_compressed_as_they_like():
    assert sniff(packed(("word/media/blank.bmp", bytes(archive.MIB)))) == "docx"


def test_what_unpacks_to_more_than_200_mib_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", archive.MIB)
    with pytest.raises(HostileFile, match="展开后超过"):
        sniff(
            packed(
                ("word/media/a.png", bytes(archive.MIB // 2)),
                ("word/media/b.png", bytes(archive.MIB // 2)),
            )
        )


def test_an_xml_part_too_large_to_be_parsed_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_PART", 100)
    with pytest.raises(HostileFile, match="正文超过"):
        sniff(packed(("word/document.xml", DOCUMENT + " " * 100)))


def test_an_xml_part_with_too_many_tags_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_TAGS", 10)
    assert sniff(packed(("word/document.xml", DOCUMENT))) == "docx"
    with pytest.raises(HostileFile, match="内容过多"):
        sniff(packed(("word/document.xml", DOCUMENT + "<w:p/>" * 10)))


@pytest.mark.parametrize("second", ["word/document.xml", "WORD/Document.XML"])
def test_two_entries_of_one_name_are_refused(second):
    with pytest.raises(HostileFile, match="重名"):
        sniff(packed(("word/document.xml", DOCUMENT), (second, DOCUMENT)))


@pytest.mark.parametrize(
    "name", ["../evil.xml", "word/../../evil", "/etc/passwd", "C:/evil", "word\\..\\evil"]
)
def test_names_that_lead_out_of_the_archive_are_refused(name):
    with pytest.raises(HostileFile, match="指向包外"):
        sniff(packed((name, "x")))


def test_entries_that_share_bytes_are_refused():
    data = bytearray(packed(("word/a.xml", DOCUMENT), ("word/b.xml", DOCUMENT)))
    second = data.rfind(b"PK\x01\x02")
    first = data.rfind(b"PK\x01\x02", 0, second)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    with pytest.raises(HostileFile, match="压缩炸弹"):
        sniff(bytes(data))


def test_an_encrypted_entry_is_called_locked():
    data = bytearray(packed(("word/document.xml", DOCUMENT)))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableReport, match="密码"):
        sniff(bytes(data))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packing_methods_word_does_not_use_are_refused(method):
    with pytest.raises(UnreadableReport, match="损坏"):
        sniff(packed(("word/document.xml", DOCUMENT), method=method))


@pytest.mark.parametrize("cut", [1, 10, 30, 200])
def test_a_truncated_word_file_is_called_damaged(cut):
    with pytest.raises(UnreadableReport, match="损坏"):
        sniff(packed(("word/document.xml", DOCUMENT))[:-cut])


def test_a_part_whose_checksum_is_wrong_is_called_damaged():
    data = packed(("word/document.xml", DOCUMENT), method=zipfile.ZIP_STORED)
    with pytest.raises(UnreadableReport, match="损坏"):
        sniff(data.replace(b"<w:body/>", b"<w:bodx/>", 1))


BOMB = '<!DOCTYPE lolz [<!ENTITY lol "lol">]><lolz>&lol;</lolz>'


@pytest.mark.parametrize(
    "name",
    ["word/document.xml", "_rels/.rels", "customXml/item1.xml", "word/part.bin", "docProps/x"],
)
@pytest.mark.parametrize("start", ["", '<?xml version="1.0"?>\n', " " * 100])
def test_a_document_type_in_any_part_is_refused(name, start):
    with pytest.raises(HostileFile, match="DTD"):
        sniff(packed((name, start + BOMB)))


def test_a_document_type_cannot_hide_in_utf16():
    with pytest.raises(HostileFile, match="DTD"):
        sniff(packed(("word/document.xml", BOMB.encode("utf-16"))))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_an_encoding_that_could_hide_one_is_refused(encoding):
    with pytest.raises(HostileFile, match="文字编码"):
        sniff(packed(("word/document.xml", BOMB.encode(encoding))))


def test_a_declared_encoding_that_could_hide_one_is_refused():
    hidden = '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-'
    with pytest.raises(HostileFile, match="文字编码"):
        sniff(packed(("word/document.xml", hidden)))


def test_a_picture_may_have_a_document_type():
    svg = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg/>'
    assert sniff(packed(("word/document.xml", DOCUMENT), ("word/media/image1.svg", svg))) == "docx"
