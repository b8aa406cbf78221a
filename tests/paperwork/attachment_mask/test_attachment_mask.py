"""What was found in a file is nowhere in its masked copy, and everything else is as it was."""

import io

import openpyxl
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.paperwork.attachment_mask import masked_copy
from gongkai.paperwork.attachment_mask.doors import masked, values_in
from gongkai.paperwork.attachment_text.doors import text_of
from gongkai.paperwork.attachment_text.packages import opened
from gongkai.paperwork.cleaning import examine
from gongkai.paperwork.errors import UnreadableReport
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
from tests.paperwork.cleaning.made import changed
from tests.paperwork.personal_data.test_finding import CARDS, IDS, MOBILES

CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
ROW = "<w:tr>{}</w:tr>"


def paragraphs(data: bytes) -> list[str]:
    return [each.text for each in Document(io.BytesIO(data)).paragraphs if each.text]


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (p(run("证号" + ID) + run("。", "<w:b/>")), ["证号" + MASKED_ID + "。"]),
        (p(run("证号110105") + run("1949123", "<w:b/>") + run("1002X")), ["证号" + MASKED_ID]),
        (p(run("证号110105") + inserted("19491231002X")), ["证号" + MASKED_ID]),
        (p(run("证号110105") + run("1949123100") + deleted("2X")), ["证号1101051949123100"]),
        (p(run("甲") + run(ID, "<w:vanish/>")), ["甲"]),
        (p(run("1381234") + "<w:r><w:tab/></w:r>" + run("5678")), ["***********\t"]),
    ],
)
def test_word_is_masked_over_its_runs_without_what_was_struck_out_or_hidden(body, left):
    copy = masked(word(body), "docx")
    assert paragraphs(copy) == left
    assert not any(ID.encode() in part for part in opened(copy).values())


def test_tables_comments_heads_and_links_of_word_are_masked():
    rows = (("姓名", "银行账号"), ("张某", ACCOUNT), ("李某", "无"))
    table = "<w:tbl>" + "".join(ROW.format("".join(map(CELL.format, row))) for row in rows) + "</w:tbl>"  # fmt: skip
    data = word(table, comments="<w:comments><w:comment w:id='0'>" + p(run(MOBILE)) + "</w:comment></w:comments>")  # fmt: skip
    copy = masked(data, "docx")
    assert "*" * 16 in opened(copy)["word/document.xml"].decode()
    assert MOBILE.encode() not in opened(copy)["word/comments.xml"]
    assert examine(copy, "a.docx", frozenset({"docx"})).kind == "docx"


def test_every_corner_of_a_workbook_is_masked_and_it_still_opens():
    made = book()
    made.create_sheet("附").append([f"又是{ID}", 13812345678, f'="{ID}"', ACCOUNT])
    made["附"].sheet_state = "veryHidden"
    copy = masked(kept(made), "xlsx")
    opened_again = openpyxl.load_workbook(io.BytesIO(copy))
    assert opened_again["公示"]["B2"].value == MASKED_ID
    assert opened_again["公示"]["C2"].value == "*" * 16
    assert opened_again["公示"]["A2"].value == "张某"
    assert opened_again["附"]["B1"].value == "*" * 11
    assert not any(value in part for part in opened(copy).values() for value in (ID.encode(), ACCOUNT.encode()))  # fmt: skip


def test_a_workbook_that_hides_is_masked_where_it_hides():
    assert values_in(text_of(masked(hiding_book(), "xlsx"), "xlsx")) == {}


def test_a_table_in_csv_keeps_its_shape():
    data = '姓名;银行账号;"备注"\n张某;320012345678;"甲;乙"\n'.encode("gb18030")
    assert masked(data, "csv").decode("utf-8-sig").splitlines() == [
        "姓名;银行账号;备注",
        f'张某;{"*" * 16};"甲;乙"',
    ]


def test_a_file_inside_the_file_is_not_masked_but_refused():
    inner = kept(book())
    data = changed(word(p(run("甲"))), {"word/embeddings/a.xlsx": inner})
    with pytest.raises(UnreadableReport, match="改不到的地方"):
        masked_copy(data, "docx")


@pytest.mark.parametrize("kind", ["pdf", "doc", "png", "pptx"])
def test_other_kinds_are_refused_with_advice(kind):
    with pytest.raises(UnreadableReport, match="请在原稿里遮盖"):
        masked_copy(pdf("13812345678"), kind)


WORDS = st.lists(
    st.one_of(IDS, CARDS, MOBILES, st.sampled_from(["张某", "身份证号", "账号", "：", " ", "元", "32001234567890", "住址：李家村3组"])),
    min_size=1,
    max_size=5,
)  # fmt: skip


@settings(max_examples=15)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_nothing_found_is_left_in_any_word_file(rows):
    body = "".join(p("".join(run(words) for words in row)) for row in rows)
    copy = masked(word("<w:sdt><w:sdtContent>" + body + "</w:sdtContent></w:sdt>"), "docx")
    assert values_in(text_of(copy, "docx")) == {}


@settings(max_examples=15)
@given(st.lists(WORDS, min_size=1, max_size=6))
def test_nothing_found_is_left_in_any_workbook_or_table(rows):
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    assert values_in(text_of(masked(kept(made), "xlsx"), "xlsx")) == {}
    table = "\n".join(",".join(row) for row in rows).encode()
    assert values_in(text_of(masked(table, "csv"), "csv")) == {}
