"""Papers of all kinds become pages of one PDF in their order; what cannot is said why, and nothing is left on the disk."""

import io
from datetime import UTC, datetime

import pikepdf
import pypdfium2
import pytest
from docx import Document
from PIL import Image

from gongkai.paperwork.dossier import CannotMerge, Front, Merger, Paper, front_pages

NOW = datetime(2026, 11, 18, 1, 0, tzinfo=UTC)
FRONT = Front(
    "政府信息公开申请案卷", "青石镇人民政府", (("编号", "依申请〔2026〕1号"),),
    (("1", "2026-11-02", "申请书 #strong[x]", "李申请人", "《条例》第二十九条", "ab" * 32),),
    (("2026-11-02", "收到申请", "《条例》第三十一条"),), (("2", "录音", "不能变成页面"),), NOW,
)  # fmt: skip


def picture(size=(300, 200), kind="PNG", **more) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, kind, **more)
    return out.getvalue()


def pdf(pages=1, **encryption) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as made:
        for _ in range(pages):
            made.add_blank_page()
        made.save(out, **encryption)
    return out.getvalue()


def words(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def test_the_front_pages_say_everything_and_evaluate_nothing():
    said = words(front_pages(FRONT))
    for word in ("青石镇人民政府", "依申请〔2026〕1号", "申请书 #strong[x]", "收到申请", "录音"):
        assert word in said


def test_papers_follow_the_front_in_their_order_with_an_outline():
    out = io.BytesIO()
    with Merger() as merger:
        pages = [merger.add(Paper("申请书", "pdf", pdf(3))).pages]
        pages += [merger.add(Paper("身份证", "jpeg", picture((4000, 3000), "JPEG"))).pages]
        merger.write(front_pages(FRONT), out)
    assert pages == [3, 1]
    with pikepdf.open(io.BytesIO(out.getvalue())) as whole, whole.open_outline() as outline:
        assert [item.title for item in outline.root] == ["目录", "申请书", "身份证"]
        last = whole.pages[-1].mediabox
        assert len(whole.pages) >= 5
    assert float(last[2]) > float(last[3])  # the wide picture lies on its side


@pytest.mark.needs_libreoffice
def test_an_office_file_is_printed_by_the_converter():
    document, out, whole = Document(), io.BytesIO(), io.BytesIO()
    document.add_paragraph("补正如下")
    document.save(out)
    with Merger() as merger:
        assert merger.add(Paper("补正", "docx", out.getvalue())).pages == 1
        merger.write(front_pages(FRONT), whole)
    assert "补正如下" in words(whole.getvalue())


@pytest.mark.parametrize(
    ("kind", "data", "why"),
    [
        ("text", b"x", "不能变成页面"),
        ("pdf", b"%PDF-1.4 rubbish", "打不开"),
        ("pdf", pdf(encryption=pikepdf.Encryption(owner="a", user="b")), "口令"),
        ("png", b"rubbish", "图片打不开"),
    ],
)
def test_what_has_no_pages_says_why(kind, data, why):
    with Merger() as merger, pytest.raises(CannotMerge, match=why):
        merger.add(Paper("材料", kind, data))


def test_when_the_time_is_over_pictures_are_left_out_and_pdfs_are_not():
    with Merger(seconds=0) as merger:
        assert merger.add(Paper("答复", "pdf", pdf())).pages == 1
        with pytest.raises(CannotMerge, match="用时太长"):
            merger.add(Paper("照片", "png", picture()))
