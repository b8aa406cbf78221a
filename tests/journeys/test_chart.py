"""From a spreadsheet to a public page with a chart, on a phone and by keyboard: read, titled, signed, read aloud, downloaded."""

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from gongkai.common.clock import current
from gongkai.publishing.actions import publish, submit
from gongkai.publishing.models import Item
from gongkai.release.actions import refresh_item
from tests.browser import sign_in
from tests.journeys.walking import sound
from tests.paperwork.tables.kept_books import kept
from tests.publishing.formed import in_form
from tests.publishing.items import passed

pytestmark = pytest.mark.needs_browser


def spreadsheet():
    """A sheet as a clerk has it: a title over all columns, the unit in the corner, a note below."""
    book = Workbook()
    sheet = book.active
    for row in (["2026年办件情况"], [None, None, "单位：件"], ["季度", "窗口", "线上"], ["一季度", 412, 286], ["二季度", 398, 331], ["三季度", 385, 402], ["注：按受理日期统计"]):  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    return {"name": "办件.xlsx", "mimeType": "application/octet-stream", "buffer": kept(book)}


def press(page, name):
    """A button reached and pressed without a mouse."""
    page.get_by_role("button", name=name).first.focus()
    page.keyboard.press("Enter")


def make(phone, item):
    """The editor filled from the file, looked at, saved."""
    phone.goto(f"/desk/items/{item.pk}/form/chart/")
    phone.locator("#id_file").set_input_files(spreadsheet())
    press(phone, "读取表格")
    expect(phone.get_by_text("读出 3 行、2 列")).to_be_visible()
    expect(phone.locator("#id_unit")).to_have_value("件")
    phone.locator("#id_title").fill("三季度线上超过窗口")
    sound(phone)
    press(phone, "保存，回到这条信息")
    expect(phone.get_by_text("已保存", exact=True)).to_be_visible()


def test_a_spreadsheet_becomes_a_public_chart_on_a_phone(phone, cast):
    item = in_form(cast, "chart")
    sign_in(phone, cast.clerk)
    make(phone, item)
    sent = submit(item=Item.objects.get(pk=item.pk), by=cast.clerk, now=current())
    sent = passed(sent, by=cast.reviewer, now=current())
    publish(item=sent, by=cast.signer, now=current(), late_reason="等待核对")
    refresh_item({"item": item.pk}, current())
    phone.goto(f"/o/{cast.town.code}/items/{item.pk}/")
    sound(phone)
    expect(phone.get_by_role("img", name="三季度线上超过窗口")).to_be_visible()
    with phone.expect_download() as download:
        phone.get_by_role("link", name="下载这张表（CSV）").press("Enter")
    assert "三季度,385,402" in download.value.path().read_text(encoding="utf-8-sig")
