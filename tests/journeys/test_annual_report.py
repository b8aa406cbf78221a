"""The whole way of an annual report in a browser: imported, mended, reviewed, signed, published, read by a citizen, corrected."""

import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from gongkai.annual_reports.models import Report, ReportVersion
from gongkai.audit.verify import verify
from gongkai.common.clock import current
from gongkai.common.outbox import deliver_due
from tests.annual_reports.stories import flawless, published
from tests.journeys.walking import confirm, enter, sound
from tests.law.annual_report.reports import with_figures
from tests.paperwork.reading.layouts import in_rows

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def witnesses_of_this_test_alone(settings, tmp_path):
    """Signing puts the journal's heads out of the database; those of another test's journal do not fit this one's."""
    settings.WITNESS_DIR = tmp_path / "witness"


CELL = "#f-requests-granted-natural_person"
PUBLIC = "/o/320001/reports/2024/"


def source_file(folder: Path) -> Path:
    """The report as text, with one figure that breaks its row and its column."""
    path = folder / "青石镇2024年年报.txt"
    broken = with_figures(flawless(), {"requests.granted.natural_person": 2})
    path.write_text(in_rows(broken), encoding="utf-8")
    return path


def open_report(page: Page) -> None:
    """The page of the one report there is."""
    page.goto(f"/desk/reports/{Report.objects.get().pk}/")
    sound(page)


def start(page: Page) -> None:
    """A blank report of 2024."""
    page.goto("/desk/reports/start/")
    page.get_by_label("报告年度").select_option("2024")
    page.get_by_role("button", name="建立报告").click()
    page.wait_for_url(re.compile(r"/desk/reports/\d+/$"))


def import_it(page: Page, file: Path) -> None:
    """Upload the file, look at it beside what was read, and take it over."""
    page.get_by_role("link", name="导入报告文件").click()
    page.get_by_label("年报文件").set_input_files(file)
    page.get_by_role("button", name="上传并查看").click()
    sound(page)
    page.get_by_role("button", name="采用", exact=True).click()
    page.wait_for_url("**/edit/")


def mend(page: Page) -> None:
    """The broken cell is marked; put the right figure in and save."""
    expect(page.locator(CELL)).to_have_attribute("aria-invalid", "true")
    sound(page)
    page.locator(CELL).fill("3")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator(CELL)).not_to_have_attribute("aria-invalid", "true")


def bring_to_the_public(page: Page, cast) -> None:
    """Sent up by the clerk, reviewed by the second person, signed and published by the third."""
    for person, steps in (
        (cast.clerk, ["送复核"]),
        (cast.reviewer, ["复核通过"]),
        (cast.signer, ["签发", "公布"]),
    ):
        enter(page, person)
        open_report(page)
        for step in steps:
            confirm(page, step)
    deliver_due(current())


def pdf_text(page: Page, folder: Path) -> str:
    """The words of the PDF that a reader downloads."""
    with page.expect_download() as coming:
        page.locator(".downloads").get_by_role("link", name=re.compile("PDF")).click()
    path = folder / "report.pdf"
    coming.value.save_as(path)
    read = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return read.stdout.decode()


def read_by_a_citizen(page: Page, folder: Path) -> None:
    """The report on the public site, and its PDF."""
    page.context.clear_cookies()
    page.goto(PUBLIC)
    sound(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("青石镇人民政府2024年")
    words = "".join(pdf_text(page, folder).split())
    assert "青石镇人民政府2024年政府信息公开工作年度报告" in words
    assert "一、本年新收政府信息公开申请数量30000" in words


def test_a_report_goes_from_a_file_to_the_public(page, phone, cast, tmp_path):
    enter(page, cast.clerk)
    start(page)
    import_it(page, source_file(tmp_path))
    mend(page)
    bring_to_the_public(page, cast)
    read_by_a_citizen(page, tmp_path)
    phone.goto(PUBLIC)
    sound(phone)
    version = ReportVersion.objects.get()
    assert hashlib.sha256(version.frozen.encode()).hexdigest() == version.sha256
    assert json.loads(version.frozen)["requests"]["granted"]["natural_person"] == 3
    assert verify().whole


def correct(page: Page, cast) -> None:
    """The clerk opens a correction with its note, and changes one figure."""
    enter(page, cast.clerk)
    open_report(page)
    page.locator(".desk__head").get_by_role("link", name="开始更正", exact=True).click()
    page.get_by_label("更正说明").fill("行政许可漏计第四季度 7 件")
    page.get_by_role("button", name="开始更正", exact=True).click()
    page.locator(".desk__head").get_by_role("link", name="继续编制").click()
    page.locator("#f-proactive-permits").fill("7")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator("#f-proactive-permits")).to_have_value("7")


def test_a_correction_stands_beside_the_version_it_corrects(page, cast):
    published(cast)
    correct(page, cast)
    bring_to_the_public(page, cast)
    page.context.clear_cookies()
    page.goto(PUBLIC)
    sound(page)
    expect(page.get_by_text("行政许可漏计第四季度 7 件")).to_be_visible()
    page.get_by_role("link", name=re.compile("公布的版本")).click()
    sound(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("青石镇人民政府2024年")
