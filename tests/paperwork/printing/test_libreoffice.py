"""LibreOffice opens the Word file as it is meant: A4, each table on one page, no column crushed."""

import io
import shutil
import subprocess
from importlib.resources import files

import pypdf
import pytest

from gongkai.law.annual_report.form import BALANCE_SENTENCE, OUTCOME_ROWS
from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork import print_report, read_report
from gongkai.paperwork.contract_json import loads

pytestmark = [
    pytest.mark.needs_libreoffice,
    pytest.mark.skipif(not shutil.which("soffice"), reason="没有 LibreOffice（soffice）"),
]


@pytest.fixture(scope="module")
def report() -> AnnualReport:
    return loads((files("gongkai.paperwork") / "demo_report.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pdf(report, tmp_path_factory) -> bytes:
    """The demo report, printed for Word and set by LibreOffice."""
    place = tmp_path_factory.mktemp("office")
    (place / "report.docx").write_bytes(print_report(report, "docx"))
    # A profile of its own, so that an open LibreOffice does not answer in its place.
    command = ["soffice", f"-env:UserInstallation=file://{place}/profile", "--headless", "--convert-to", "pdf",
               "--outdir", str(place), str(place / "report.docx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (place / "report.pdf").read_bytes()


@pytest.fixture(scope="module")
def pages(pdf) -> list[pypdf.PageObject]:
    return list(pypdf.PdfReader(io.BytesIO(pdf)).pages)


def lines(page: pypdf.PageObject) -> list[str]:
    return [line.strip() for line in page.extract_text().splitlines()]


def test_pages_are_a4_and_not_too_many(pages):
    sizes = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pages}
    assert sizes == {(595, 842)}
    assert 3 <= len(pages) <= 6


def test_every_figure_stands_on_paper_where_it_belongs(pdf, report):
    assert read_report(pdf).figures == report.figures


def test_the_table_of_requests_stands_on_one_page(pages):
    (page,) = [page for page in pages if BALANCE_SENTENCE[:12] in page.extract_text()]
    found = "".join(lines(page))
    assert "三、收到和处理政府信息公开申请情况" in found
    assert "四、结转下年度继续办理" in found


def test_no_label_is_crushed(pages):
    """A label of up to fifteen characters stands on one line."""
    found = {line for page in pages for line in lines(page)}
    short = [row.title for row in OUTCOME_ROWS if len(row.title) <= 15]
    for label in short:
        assert any(line.startswith(label) for line in found), label


def test_pages_are_numbered(pages):
    for number, page in enumerate(pages, start=1):
        assert f"—{number}—" in page.extract_text().replace(" ", "")
