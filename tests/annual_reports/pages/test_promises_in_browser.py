"""Promises in a browser: the page of both years, and answering one."""

import pytest
from playwright.sync_api import expect

from tests.annual_reports.pages.editing import open_editor
from tests.annual_reports.promising import promised_and_drafted
from tests.looking import unsound

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db]


def test_last_years_promises_are_answered_one_by_one(cast, page, shoot):
    open_editor(page, cast, promised_and_drafted(cast), "promises")
    assert unsound(page, shoot, "report-promises") == []
    page.get_by_role("link", name="不再发生逾期答复").first.click()
    page.get_by_label("已经做到").check()
    page.get_by_role("button", name="保存答复").click()
    expect(page.get_by_text("还有 1 条没有答复")).to_be_visible()
