"""Each letter prints as web page, Word and PDF with every fact in it, dated in Chinese figures, the same each time."""

import io
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import docx
import pypdf
import pytest

from gongkai.law.letters import CannotFill, draft, letter_text
from gongkai.paperwork.letters import OfficialLetter, compose, print_letter
from tests.paperwork.letters.samples import FACTS, LETTERS, ON

REFUSAL = LETTERS["refusal-state_secret"]


def bare(text: str) -> str:
    """The text without blanks and line ends, for a line may be broken anywhere."""
    return re.sub(r"\s", "", text)


def in_pdf(letter: OfficialLetter) -> str:
    pages = pypdf.PdfReader(io.BytesIO(print_letter(letter, "pdf"))).pages
    return bare("".join(page.extract_text() for page in pages))


def in_docx(letter: OfficialLetter) -> str:
    document = docx.Document(io.BytesIO(print_letter(letter, "docx")))
    section = document.sections[0]
    frame = [*section.first_page_header.paragraphs, *document.paragraphs]
    return bare("".join(paragraph.text for paragraph in frame))


def in_html(letter: OfficialLetter) -> str:
    page = print_letter(letter, "html").decode()
    return bare(re.sub(r"<style>.*?</style>|<[^>]+>", "", page, flags=re.DOTALL))


def words_of(letter: OfficialLetter) -> list[str]:
    frame = (
        letter.organ,
        letter.document_number,
        letter.title,
        letter.addressee,
        letter.day,
        letter.note,
    )
    return [bare(words) for words in (*frame, *letter.paragraphs, *letter.enclosures) if words]


@pytest.mark.parametrize("read", [in_pdf, in_docx, in_html], ids=["pdf", "docx", "html"])
def test_every_letter_prints_with_every_word(read):
    for name, letter in LETTERS.items():
        said = read(letter)
        for words in words_of(letter):
            assert words in said, (name, words)
        assert "{{" not in said


def test_every_fact_of_a_letter_is_in_its_pdf():
    said = in_pdf(LETTERS["partial_grant-partly_granted"])
    for fact in (
        "柳财依申〔2026〕31号",
        "2026年10月12日",
        "电子邮件",
        "第2页的销售价格栏",
        "二〇二六年十一月二日",
        "0000-1234567",
    ):
        assert fact in said


@pytest.mark.parametrize(
    ("day", "figures", "plain"),
    [
        (date(2023, 12, 31), "二〇二三年十二月三十一日", "2023年12月31日"),
        (date(2024, 1, 1), "二〇二四年一月一日", "2024年1月1日"),
        (date(2024, 1, 10), "二〇二四年一月十日", "2024年1月10日"),
    ],
)
def test_the_day_above_the_seal_is_in_chinese_figures_unless_the_organ_wants_plain_ones(
    day, figures, plain
):
    letter = replace(REFUSAL, signed_on=day)
    assert letter.day == figures
    assert replace(letter, plain_figures=True).day == plain
    assert figures in in_docx(letter)


def test_a_slip_is_under_nobodys_name():
    slip = LETTERS["third_party_slip"]
    assert slip.organ == slip.day == slip.note == slip.document_number == ""
    assert "letter__seal" not in print_letter(slip, "html").decode().split("</style>")[1]


@pytest.mark.parametrize("kind", ["html", "docx", "pdf"])
def test_the_same_letter_gives_the_same_bytes(kind):
    assert print_letter(REFUSAL, kind) == print_letter(REFUSAL, kind)


def test_metadata_give_the_letters_day_and_organ():
    about = docx.Document(io.BytesIO(print_letter(REFUSAL, "docx"))).core_properties
    assert (about.author, about.title, about.created.date()) == ("柳林县财政局", REFUSAL.title, ON)
    read = pypdf.PdfReader(io.BytesIO(print_letter(REFUSAL, "pdf"))).metadata
    assert (read.author, read.title, read.creation_date.date()) == (
        "柳林县财政局",
        REFUSAL.title,
        ON,
    )


def test_the_pdf_is_tagged_and_its_fonts_embedded():
    read = pypdf.PdfReader(io.BytesIO(print_letter(REFUSAL, "pdf")))
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1<" in read.trailer["/Root"]["/Metadata"].get_data()
    for font in (font for page in read.pages for font in page["/Resources"]["/Font"].values()):
        (inner,) = font["/DescendantFonts"]
        assert {"/FontFile2", "/FontFile3"} & set(inner.get_object()["/FontDescriptor"])


@pytest.mark.parametrize("count", [1, 9, 14, 15, 16, 17, 18, 30])
def test_the_signature_never_stands_without_words_of_the_letter(count):
    letter = replace(REFUSAL, paragraphs=("段落。" * 8,) * count, enclosures=(), note="")
    pages = pypdf.PdfReader(io.BytesIO(print_letter(letter, "pdf"))).pages
    last = bare(pages[-1].extract_text())
    assert letter.day in last
    assert "段落" in last


@pytest.mark.parametrize("count", [12, 13, 14, 15, 16])
def test_a_short_last_paragraph_brings_the_one_before_along(count):
    letter = replace(
        REFUSAL, paragraphs=(*("段落。" * 8,) * count, "特此告知。"), enclosures=(), note=""
    )
    pages = pypdf.PdfReader(io.BytesIO(print_letter(letter, "pdf"))).pages
    last = bare(pages[-1].extract_text())
    assert "特此告知。" in last
    assert "段落" in last
    assert letter.day in last


def test_pages_are_numbered_from_the_second_on():
    letter = replace(REFUSAL, paragraphs=("段落。" * 60,) * 12)
    texts = [
        page.extract_text()
        for page in pypdf.PdfReader(io.BytesIO(print_letter(letter, "pdf"))).pages
    ]
    assert "— 1 —" not in texts[0]
    assert all(f"— {at} —" in text for at, text in enumerate(texts[1:], 2))


@pytest.mark.parametrize(
    "words",
    [
        "#let x = 1",
        "*b*",
        "$x$",
        "<b>&amp;</b>",
        '#read("/etc/passwd")',
        "{{ 答复期限 }}",
        "<script>",
    ],
)
def test_words_are_never_a_command(words):
    letter = replace(REFUSAL, title=f"标题{words}", paragraphs=(f"文字{words}",))
    assert bare(f"文字{words}") in in_pdf(letter)
    assert bare(f"文字{words}") in in_docx(letter)
    assert "<script>" not in print_letter(letter, "html").decode()


def test_control_characters_and_long_words_do_no_harm():
    letter = replace(
        REFUSAL, paragraphs=("前\x00\x07\ufeff后", "a" * 300), organ="很长的机关名称" * 9
    )
    assert "前后" in in_pdf(letter)
    assert "前后" in in_docx(letter)


def test_several_threads_may_print_at_once():
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: print_letter(REFUSAL, "pdf"), range(8)))) == 1


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="html、docx、pdf"):
        print_letter(REFUSAL, "odt")


def test_a_letter_with_a_blank_is_not_composed():
    text = letter_text("extension", ON)
    with pytest.raises(CannotFill, match="还没有填写：延长理由"):
        compose(text, draft(text, FACTS), FACTS | {"extension_reason": " "})


@pytest.mark.needs_libreoffice
@pytest.mark.skipif(not shutil.which("soffice"), reason="没有 LibreOffice（soffice）")
def test_libreoffice_sets_the_word_file_with_its_frame_on_the_first_page_and_its_signature_beside_words(
    tmp_path,
):
    letter = replace(REFUSAL, paragraphs=("段落。" * 40,) * 9)
    (tmp_path / "letter.docx").write_bytes(print_letter(letter, "docx"))
    subprocess.run(["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf",
                    "--outdir", str(tmp_path), str(tmp_path / "letter.docx")], check=True, capture_output=True, timeout=120)  # fmt: skip
    pages = [bare(page.extract_text()) for page in pypdf.PdfReader(tmp_path / "letter.pdf").pages]
    assert pages[0].startswith("柳林县财政局柳财依复〔2026〕12号政府信息不予公开告知书")
    assert "—2—" in pages[1]
    assert letter.day in pages[-1]
    assert "段落" in pages[-1]
