"""The door for PDF files: what is read whatever its wrapping, and what is refused with which words."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import DictionaryObject, NameObject, RectangleObject, TextStringObject

from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.reading.document import Document, Line, Table
from gongkai.paperwork.reading.from_pdf import MOST_PAGES, from_pdf
from tests.paperwork.reading.pdf_maker import Sheet, draw_table, pdf, rows_of_boxes

ROWS = [["信息内容", "本年处理决定数量"], ["行政许可", "9487"]]


def report() -> bytes:
    """Two pages, text and a table on each."""
    sheets = []
    for _ in range(2):
        sheet = Sheet()
        for line in range(8):
            sheet.text(80, 100 + 30 * line, "政府信息公开年度报告的正文写在这里，每页八行。")
        sheets.append(draw_table(sheet, (80, 240, 460), (400, 430, 460), rows_of_boxes(ROWS)))
    return pdf(*sheets, title="某县年报")


def rewritten(change) -> bytes:
    """The report after ``change`` was made to its writer."""
    writer = PdfWriter(BytesIO(report()))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def said(document: Document) -> list[str | list[str]]:
    return [
        block.text if isinstance(block, Line) else [cell.text for cell in block.cells]
        for block in document.blocks
        if isinstance(block, Line | Table)
    ]


def test_text_tables_and_title_are_read():
    document = from_pdf(report())
    assert document.title == "某县年报"
    assert said(document)[7:9] == [
        "政府信息公开年度报告的正文写在这里，每页八行。",
        ["信息内容", "本年处理决定数量", "行政许可", "9487"],
    ]
    assert [block.page for block in document.blocks if isinstance(block, Table)] == [1, 2]


def test_a_title_that_is_no_text_is_left_out():
    title = "某县年报".encode("utf-16-be").hex().encode()
    broken = report().replace(title, b"d800" * 4)
    assert (from_pdf(broken).title, said(from_pdf(broken))) == ("", said(from_pdf(report())))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_shown_turned_are_read_as_text_runs(turn: int):
    def rotate(writer: PdfWriter) -> None:
        for page in writer.pages:
            page.rotate(turn)

    assert from_pdf(rewritten(rotate)) == from_pdf(report())


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_drawn_on_their_side_are_read_as_text_runs(turn: int):
    def lay(writer: PdfWriter) -> None:
        for page in writer.pages:
            page.rotate(turn).transfer_rotation_to_content()

    assert said(from_pdf(rewritten(lay))) == said(from_pdf(report()))


def test_what_lies_outside_the_visible_part_of_a_page_is_not_read():
    def crop(writer: PdfWriter) -> None:
        for page in writer.pages:
            page.mediabox = RectangleObject((-50, -50, 700, 900))
            page.cropbox = RectangleObject((0, 842 - 395, 595, 842))

    assert (
        said(from_pdf(rewritten(crop))) == ["政府信息公开年度报告的正文写在这里，每页八行。"] * 16
    )


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_file_locked_only_against_changes_is_read(algorithm: str):
    data = rewritten(lambda w: w.encrypt("", "主人的口令", algorithm=algorithm))
    assert from_pdf(data) == from_pdf(report())


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_file_with_a_password_is_refused(algorithm: str):
    data = rewritten(lambda w: w.encrypt("secret", algorithm=algorithm))
    with pytest.raises(UnreadableReport, match="有密码"):
        from_pdf(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"%PDF-1.4\nhello\n%%EOF",
        b"\x00" * 5000,
        report()[:-1500],
        report()[: len(report()) // 2],
        report().replace(b"/Pages", b"/Pagez"),
    ],
    ids=["empty", "head only", "no objects", "zeros", "end cut off", "half", "no pages"],
)
def test_a_damaged_or_shortened_file_is_refused(data: bytes):
    with pytest.raises(UnreadableReport, match="不完整或已损坏"):
        from_pdf(data)


def test_rubbish_after_the_end_does_no_harm():
    assert from_pdf(report() + b"\r\n<!-- served by -->\x00\x00") == from_pdf(report())


def test_a_scan_is_refused_and_told_what_to_bring():
    sheet = Sheet()
    sheet.operators.append("q 500 0 0 700 40 70 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x7f EI Q")
    with pytest.raises(UnreadableReport, match=r"扫描件.*Word"):
        from_pdf(pdf(sheet, sheet))


def test_a_file_without_text_and_pictures_is_refused():
    with pytest.raises(UnreadableReport, match="几乎没有可读的文字"):
        from_pdf(pdf(Sheet().text(80, 100, "只有一行")))


def test_text_that_only_its_font_understands_is_refused():
    sheet = Sheet()
    for line in range(20):
        sheet.text(80, 100 + 30 * line, "ঘৃকᩫᏈ͑ᵨ㥩ȧᩫᏈԍᖛژᐬԍᖛะ")
    with pytest.raises(UnreadableReport, match="乱码"):
        from_pdf(pdf(sheet))


def test_too_many_pages_are_refused():
    with pytest.raises(HostileFile, match="超过 300 页"):
        from_pdf(pdf(*[Sheet()] * (MOST_PAGES + 1)))


def test_scripts_and_attachments_change_nothing():
    def arm(writer: PdfWriter) -> None:
        writer.add_attachment("run.exe", b"MZ")
        writer.add_annotation(0, Link(rect=(0, 0, 595, 842), url="file:///bin/sh"))
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
            {
                NameObject("/S"): NameObject("/JavaScript"),
                NameObject("/JS"): TextStringObject("while (true) {}"),
            }
        )

    assert from_pdf(rewritten(arm)) == from_pdf(report())


def test_a_page_wrapped_in_forms_and_scaled_is_read_alike():
    def stamp(writer: PdfWriter) -> None:
        for page in PdfReader(BytesIO(report())).pages:
            blank = writer.add_blank_page(595, 842)
            blank.merge_transformed_page(page, (0.7, 0, 0, 0.7, 60, 90))
        del writer.pages[:2]

    assert said(from_pdf(rewritten(stamp))) == said(from_pdf(report()))
