"""Each row of the table of foreign files, and texts that only begin like one."""

import pytest

from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.reading.sniff import sniff
from gongkai.paperwork.reading.sniff.signatures import OLE2, SIGNATURES


@pytest.mark.parametrize("row", SIGNATURES, ids=lambda row: repr(row.magic))
def test_each_row_refuses_with_its_sentence(row):
    data = (b"\x01" * row.at + row.magic).ljust(600, b"\x00")
    with pytest.raises(UnreadableReport) as refused:
        sniff(data)
    assert str(refused.value) == row.sentence
    assert isinstance(refused.value, HostileFile) == row.hostile


@pytest.mark.parametrize("start", ["MZ 乡年度报告", "BM 街道年度报告", "CAJ 说明", "RIFF"])
def test_a_text_that_only_begins_like_a_program_is_a_text(start):
    assert sniff(start.encode()) == "text"


@pytest.mark.parametrize(
    ("stream", "advice"),
    [
        ("WordDocument", r"另存为 \.docx"),
        ("EncryptedPackage", "取消密码"),
        ("Workbook", "Excel"),
        ("PowerPoint Document", "演示文稿"),
        ("__substg1.0_001A001F", "邮件"),
        ("Contents", r"另存为 \.docx"),
    ],
)
def test_old_office_files_are_told_apart_by_their_streams(stream, advice):
    with pytest.raises(UnreadableReport, match=advice):
        sniff(OLE2 + bytes(1000) + stream.encode("utf-16-le") + bytes(500))


def test_every_sentence_is_chinese_and_short():
    for row in SIGNATURES:
        assert 8 <= len(row.sentence) <= 60
        assert row.sentence[0] == "这"
