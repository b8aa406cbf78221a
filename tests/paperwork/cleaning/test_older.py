"""Old Office and WPS files, OFD and text."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.paperwork.cleaning import examine, examine_bounded
from gongkai.paperwork.cleaning.ole import blanked
from gongkai.paperwork.errors import HostileFile, UnreadableReport
from tests.paperwork.cleaning.made import (
    ALL,
    changed,
    compound,
    docx,
    ofd,
    part_of,
    sheet_record,
    summary,
)

AUTHOR = "王经办".encode("gb18030")
SUMMARY = "\x05SummaryInformation"
SLIDES = b"\x02\x00\x00\x04\x0c\x00\x00\x00\x01\x00\x00\x00\x01\x00\x00\x00"
LOCKED = b"\x2f\x00\x06\x00" + bytes(6)


def test_properties_of_an_old_file_are_blanked_in_place():
    given_file = compound({"WordDocument": b"text" * 9, SUMMARY: summary("王经办")})
    copy = examine(given_file, "旧.doc", ALL).public
    assert AUTHOR in given_file
    assert AUTHOR not in copy
    assert b"\x88\x77\x66\x55" not in copy
    assert b"text" * 9 in copy
    assert len(copy) == len(given_file)


@pytest.mark.parametrize(
    "data",
    [
        compound({"WordDocument": b"x", "_VBA_PROJECT": b"x"}),
        compound({"WordDocument": b"x"}, folders=("Macros",)),
        compound({"WordDocument": b"x", "\x01Ole10Native": b"x"}),
        compound({"Workbook": sheet_record(kind=1)}),
        compound({"Workbook": sheet_record(kind=6)}),
        compound({"PowerPoint Document": SLIDES}),
    ],
)
def test_macros_of_old_files_are_refused(data):
    with pytest.raises(HostileFile, match=r"宏|程序"):
        examine(data, "旧.doc", ALL)


def test_hidden_sheets_and_inner_files_of_old_files_are_reported():
    said = examine(compound({"Workbook": sheet_record(state=2)}), "旧.xls", ALL).warnings
    assert any("隐藏的工作表" in one for one in said)
    said = examine(
        compound({"WordDocument": b"x"}, folders=("ObjectPool",)), "旧.doc", ALL
    ).warnings
    assert any("内嵌有其他文件" in one for one in said)


def test_a_locked_old_workbook_is_refused():
    with pytest.raises(UnreadableReport, match="打开密码"):
        examine(compound({"Workbook": LOCKED}), "旧.xls", ALL)


@given(st.binary(max_size=300))
def test_no_property_stream_changes_its_length(data):
    assert len(blanked(data)) == len(data)


@given(st.integers(0, 8000), st.binary(min_size=1, max_size=40))
def test_a_damaged_old_file_is_refused_or_read_but_never_breaks(at, noise):
    data = bytearray(compound({"WordDocument": b"x", SUMMARY: summary("王")}))
    data[at : at + len(noise)] = noise
    with contextlib.suppress(UnreadableReport):
        examine(bytes(data), "旧.doc", ALL)


def test_an_ofd_forgets_author_and_software():
    copy = examine(ofd(), "公文.ofd", ALL).public
    entry = part_of(copy, "OFD.xml")
    assert "王经办".encode() not in entry
    assert b"Creator" not in entry
    assert b"<ofd:DocID>1</ofd:DocID>" in entry


def test_a_signed_ofd_stays_as_it_is():
    given_file = ofd(b"<ofd:Signatures>Signs/Signatures.xml</ofd:Signatures>")
    assert examine(given_file, "公文.ofd", ALL).public == given_file


@pytest.mark.parametrize("part", [b"<!DOCTYPE x><x/>", b"MZ\x00"])
def test_an_ofd_with_a_program_or_entities_is_refused(part):
    with pytest.raises(HostileFile):
        examine(changed(ofd(), {"Doc_0/x.xml": part}), "公文.ofd", ALL)


def test_text_becomes_utf_8_that_excel_knows():
    copy = examine("甲,乙\n一,二\n".encode("gb18030"), "表.csv", ALL).public
    assert copy == b"\xef\xbb\xbf" + "甲,乙\n一,二\n".encode()


def test_examined_in_a_child_process_the_answer_is_the_same():
    given_file = docx()
    assert examine_bounded(given_file, "a.docx", ALL) == examine(given_file, "a.docx", ALL)
    with pytest.raises(HostileFile, match="宏"):
        examine_bounded(changed(given_file, {"word/vbaProject.bin": b"x"}), "a.docx", ALL)
