"""One notice in every format: the same headings, table and facts come out; what cannot be read says why."""

import base64
import io
import shutil
import subprocess

import docx
import pytest

from gongkai.paperwork.document_html import document_to_html
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.office import OfficeMissing, convert
from gongkai.paperwork.official_document import recognise
from tests.paperwork.official_document.files import notice, picture
from tests.paperwork.reading.pdf_maker import Sheet, pdf

needs_office = [
    pytest.mark.needs_libreoffice,
    pytest.mark.skipif(not shutil.which("soffice"), reason="没有 LibreOffice（soffice）"),
]
TABLE = '<tr><td colspan="2">补贴标准（元/月）</td><td>户数</td></tr>'


@pytest.fixture(scope="module")
def office_files(tmp_path_factory) -> dict[str, bytes]:
    """The notice saved by LibreOffice in its formats."""
    place = tmp_path_factory.mktemp("office")
    (place / "file.docx").write_bytes(notice(pictures=(picture(),)))
    for kind in ("doc", "pdf", "html"):
        command = ["soffice", f"-env:UserInstallation=file://{place}/profile", "--headless", "--convert-to", kind, "--outdir", str(place), str(place / "file.docx")]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return {kind: (place / f"file.{kind}").read_bytes() for kind in ("doc", "pdf", "html")}


def check(page) -> None:
    """The notice is all there."""
    assert "<h2>一、补贴对象</h2>" in page.html
    assert TABLE in page.html
    found = recognise(page.html)
    assert found.title.value == "青石镇人民政府关于发放2024年困难群众临时补贴的通知"
    assert found.document_number.value == "青政〔2024〕3号"
    assert str(found.made_on.value) == "2024-03-05"


def test_a_word_file_comes_with_its_picture():
    page = document_to_html(notice(pictures=(picture(),)), "通知.docx")
    check(page)
    assert [(one.name, one.data, one.alt) for one in page.images] == [
        ("image-1.png", picture(), "")
    ]


@pytest.mark.parametrize(
    ("kind", "name"),
    [pytest.param(kind, name, marks=needs_office)
     for kind, name in (("doc", "通知.doc"), ("doc", "通知.wps"), ("pdf", "通知.pdf"), ("html", "通知.html"))],
)  # fmt: skip
def test_other_formats_give_the_same_text(office_files, kind, name):
    page = document_to_html(office_files[kind], name)
    check(page)
    assert len(page.images) == (1 if kind == "doc" else 0)
    assert page.warnings


def test_plain_text_in_the_encoding_of_old_windows_is_read():
    page = document_to_html(
        "关于停水的通告\r\n一、时间\r\n明天停水。".encode("gb18030"), "通告.txt"
    )
    assert page.html == "<p>关于停水的通告</p><h2>一、时间</h2><p>明天停水。</p>"


def test_a_web_page_gives_its_text_and_the_pictures_it_carries():
    carried = base64.b64encode(picture()).decode()
    source = (
        '<html><head><meta name="ArticleTitle" content="关于停水的通告"></head><body><nav>首页</nav>'
        '<div id="zoom"><p style="mso-hide:all">暗</p><p>明天停水。</p><script>x()</script>'
        f'<img src="data:image/png;base64,{carried}" alt="停水范围"><img src="/a.png"></div></body></html>'
    )
    page = document_to_html(source.encode(), "通告.html")
    assert (
        page.html
        == '<h1>关于停水的通告</h1><p>明天停水。</p><img src="image-1.png" alt="停水范围">'
    )
    assert page.images[0].alt == "停水范围"
    assert page.warnings == ("有 1 张图片不在文件内，没有转入",)


def test_words_that_a_program_put_to_a_picture_are_taken_out():
    document = docx.Document()
    for words in ("图片 1", "村口的公示栏"):
        shape = document.add_picture(io.BytesIO(picture()))
        shape._inline.docPr.set("descr", words)
    buffer = io.BytesIO()
    document.save(buffer)
    html = document_to_html(buffer.getvalue(), "图.docx").html
    assert 'alt=""' in html
    assert 'alt="村口的公示栏"' in html


def test_a_scan_is_refused_with_what_to_do():
    sheet = Sheet()
    sheet.box(0, 0, 500, 800)
    with pytest.raises(UnreadableReport, match="几乎没有可读的文字"):
        document_to_html(pdf(sheet), "扫描.pdf")


@pytest.mark.parametrize(("data", "name"), [(picture(), "图.png"), (b"a,b\n1,2", "表.csv")])
def test_files_that_are_no_text_are_told_to_be_attached(data, name):
    with pytest.raises(UnreadableReport, match="作为附件上传"):
        document_to_html(data, name)


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"MZ\x90\x00" + bytes(99), "x.docx"), (b"", "x.docx"), (b"PK\x03\x04", "x.docx")],
)
def test_hostile_and_broken_files_are_refused(data, name):
    with pytest.raises(UnreadableReport):
        document_to_html(data, name)


def test_without_libreoffice_an_old_file_says_what_to_do(monkeypatch):
    def missing():
        raise OfficeMissing("没有安装 LibreOffice")

    monkeypatch.setattr(convert, "office", missing)
    with pytest.raises(OfficeMissing):
        convert.to_docx(b"")
