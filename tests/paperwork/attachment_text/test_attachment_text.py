"""Every corner of a file where text can stand is read, with its place in words and whether readers see it."""

import io
import zipfile

import docx
import pytest

from gongkai.paperwork.attachment_text import attachment_text, survey
from gongkai.paperwork.attachment_text.doors import text_of
from gongkai.paperwork.cleaning.kinds import FILE_KINDS
from gongkai.paperwork.errors import HostileFile, UnreadableReport
from tests.paperwork.attachment_text.files import (
    ACCOUNT,
    ID,
    MASKED_ID,
    MOBILE,
    book,
    deleted,
    hiding_book,
    inserted,
    kept,
    p,
    pdf,
    run,
    word,
)


def found(data: bytes, kind: str) -> dict[str, tuple[str, bool]]:
    """By place, what stands there and whether it is hidden."""
    return {piece.place: (piece.text, piece.hidden) for piece in text_of(data, kind).pieces}


WORD = (
    (p(run("张三") + run("李四")), "正文第 1 段", "张三李四", False),
    (p(run("甲") + inserted("乙")), "正文第 1 段", "甲乙", False),
    (p(run("甲") + deleted("乙")), "正文第 1 段", "甲", False),
    (p(run("1380") + deleted("0138")), "正文第 1 段，删除的修订", "13800138", True),
    (p(run("甲") + run("乙", "<w:vanish/>")), "正文第 1 段，隐藏文字", "甲乙", True),
    (p(run("乙", '<w:color w:val="FFFFFF"/>')), "正文第 1 段，白色或者极小的文字", "乙", True),
    (p(run("乙", '<w:sz w:val="2"/>')), "正文第 1 段，白色或者极小的文字", "乙", True),
    ("<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>" + p(run("格")) + "</w:tc></w:tr></w:tbl>", "正文第 1 张表第 1 行第 2 列", "格", False),
)  # fmt: skip


@pytest.mark.parametrize(("body", "place", "text", "hidden"), WORD)
def test_each_way_of_writing_in_word_is_read_with_its_place(body, place, text, hidden):
    assert found(word(body), "docx")[place] == (text, hidden)


PARTS = {
    "header1": "<w:hdr>" + p(run("眉")) + "</w:hdr>",
    "footer1": "<w:ftr>" + p(run("脚")) + "</w:ftr>",
    "footnotes": "<w:footnotes><w:footnote w:id='2'>" + p(run("注")) + "</w:footnote></w:footnotes>",
    "comments": "<w:comments><w:comment w:id='0'>" + p(run("批")) + "</w:comment></w:comments>",
}  # fmt: skip


def test_heads_feet_notes_and_comments_of_word_are_read():
    places = found(word(p(run("文")), **PARTS), "docx")
    assert places["页眉第 1 段"] == ("眉", False)
    assert places["页脚第 1 段"] == ("脚", False)
    assert places["脚注第 1 段"] == ("注", False)
    assert places["批注第 1 段"] == ("批", True)


def test_properties_of_word_are_read():
    document = docx.Document()
    document.core_properties.author = "王经办"
    out = io.BytesIO()
    document.save(out)
    said = {piece.text for piece in text_of(out.getvalue(), "docx").pieces if piece.hidden}
    assert "王经办" in said


def test_every_hiding_place_of_excel_is_read():
    places = found(hiding_book(), "xlsx")
    assert places["工作表“公示” A1"] == ("名单", False)
    assert places["工作表“公示” A2，隐藏行"] == ("第二行", True)
    assert places["工作表“公示” B1，隐藏列"] == ("隐藏列里的字", True)
    assert places["隐藏工作表“名单” A1"] == (ID, True)
    assert places["深度隐藏工作表“底稿” A1"] == ("深藏", True)
    assert "电话在批注里" in places["工作表“公示” A1 的批注"][0]
    assert "六元" in places["定义的名称"][0]


def test_a_number_with_an_exponent_is_written_in_full():
    data = kept(book())
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            cell = b'<sheetData><row r="9"><c r="A9"><v>1.3812345678E10</v></c></row>'
            new.writestr(name, old.read(name).replace(b"<sheetData>", cell))
    assert found(out.getvalue(), "xlsx")["工作表“公示” A9"] == (MOBILE, False)


def test_a_pdf_is_read_by_page_with_its_notes():
    read = text_of(pdf("tel 13812345678", "line two", note="note 1"), "pdf")
    assert [(piece.place, piece.hidden) for piece in read.pieces] == [
        ("第 1 页", False),
        ("第 1 页", False),
        ("第 1 页的批注或者表单", True),
    ]
    assert MOBILE in read.shown


def test_a_pdf_without_text_says_so():
    read = attachment_text(pdf(), "pdf")
    assert not read.is_searchable
    assert "没有文字层" in read.trouble


def test_cells_of_a_csv_file_know_their_head():
    looked = survey("姓名,银行账号\n张某,320012345678\n".encode("gb18030"), "csv")
    assert [(find.kind, find.place) for find in looked.finds] == [("bank_card", "第 2 行第 2 列")]


def test_the_survey_keeps_no_number_in_the_clear_and_names_what_is_hidden():
    looked = survey(hiding_book(), "xlsx")
    ids = [find for find in looked.finds if find.kind == "resident_id"]
    assert [(find.masked, find.hidden) for find in ids] == [(MASKED_ID, True)]
    assert {row.way for row in looked.hidden} == {
        "批注", "隐藏行", "隐藏列", "隐藏工作表", "深度隐藏工作表",
    }  # fmt: skip
    assert ID not in repr((looked.finds, looked.hidden))


def test_numbers_of_a_list_are_found_by_the_heads_of_its_columns():
    looked = survey(kept(book()), "xlsx")
    assert [find.kind for find in looked.finds] == ["resident_id", "bank_card"]
    assert ACCOUNT in looked.text


def test_a_number_split_over_runs_and_half_struck_out_is_found():
    body = p(run("证号 110105") + run("1949123100") + deleted("2X"))
    assert survey(word(body), "docx").finds[0].place == "正文第 1 段，删除的修订"


@pytest.mark.parametrize("kind", sorted(FILE_KINDS))
def test_every_kind_of_file_has_an_answer(kind):
    if kind in {"doc", "xls", "ppt", "ofd", "png", "jpeg", "gif", "webp"}:
        assert "不可检索" in survey(b"x", kind).trouble
    elif kind not in {"text", "csv", "html", "json"}:
        assert survey(b"x", kind).trouble


BOMB = ("word/document.xml", b"<a>" * 50)
ENTITY = ("xl/workbook.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><workbook/>')


@pytest.mark.parametrize(
    ("name", "part", "kind", "error"),
    [
        (*BOMB, "docx", UnreadableReport),
        (*ENTITY, "xlsx", HostileFile),
        ("../x.xml", b"<a/>", "docx", HostileFile),
        ("xl/other.xml", b"<a/>", "xlsx", UnreadableReport),
    ],
)
def test_hostile_and_broken_packages_give_a_clear_sentence(name, part, kind, error):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(name, part)
    with pytest.raises(error) as refused:
        attachment_text(out.getvalue(), kind)
    assert len(str(refused.value)) > 8


def test_a_part_that_nests_deep_ends_in_a_sentence():
    deep = b"<w:document xmlns:w='u'>" + b"<w:r>" * 5_000
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", deep)
    assert survey(out.getvalue(), "docx").trouble


def test_a_file_cut_off_gives_a_sentence():
    for kind, data in (("xlsx", hiding_book()), ("docx", word(p(run("甲")))), ("pdf", pdf("a"))):
        for part in (data[:40], data[: len(data) // 2]):
            assert survey(part, kind).trouble
