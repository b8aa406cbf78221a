"""A year that falls out of the records, in a browser: looked at, opened down to a record, filled in, signed, and changed afterwards."""

import json

import pytest
from playwright.sync_api import Page, expect

from gongkai.annual_reports.models import Report, ReportVersion
from tests.annual_reports.records import YEAR, all_returned, document
from tests.journeys.test_annual_report import bring_to_the_public, open_report
from tests.journeys.walking import enter, sound

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]

ISSUED = "表二“行政规范性文件”的“本年制发件数”：1"
TEXTS = {
    "overview": "本年公开文件1件。",
    "problems": "公开不够及时，将按月检查。",
    "other": "没有收取信息处理费。",
}


@pytest.fixture(autouse=True)
def witnesses_of_this_test_alone(settings, tmp_path):
    """Signing puts the journal's heads out of the database; those of another test's journal do not fit this one's."""
    settings.WITNESS_DIR = tmp_path / "witness"


def look_at_the_year(page: Page) -> None:
    """The year's tables, and one figure opened down to its record."""
    page.goto("/desk/reports/")
    page.get_by_role("link", name="从记录看年报").first.click()
    page.get_by_label("年度", exact=True).select_option(str(YEAR))
    page.get_by_role("button", name="查看", exact=True).click()
    sound(page)
    page.get_by_role("link", name=ISSUED).click()
    sound(page)
    expect(page.get_by_role("link", name="关于春耕的通知")).to_be_visible()
    page.get_by_role("link", name="回到三张表").click()


def fill_in(page: Page) -> None:
    """The figures go into a report, and the clerk writes the chapters."""
    page.get_by_role("button", name="建立报告并填好数据").click()
    page.wait_for_url("**/edit/")
    expect(page.locator("#f-proactive-permits")).to_have_value("12")
    for key, text in TEXTS.items():
        page.locator(f"#f-chapters-{key}").fill(text)
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator("#f-chapters-other")).to_have_value(TEXTS["other"])


def test_a_year_falls_out_of_the_records(page, cast):
    all_returned(cast)
    document(cast)
    enter(page, cast.clerk)
    look_at_the_year(page)
    fill_in(page)
    bring_to_the_public(page, cast)
    version = ReportVersion.objects.get()
    assert json.loads(version.frozen)["proactive"]["normative_documents"]["issued"] == 1
    assert list(version.evidence.content["records"]["returns"])
    document(cast, "后来补录的文件")
    open_report(page)
    expect(page.get_by_text("签发后变动 1 处")).to_be_visible()
    assert Report.objects.get().state == "published"
