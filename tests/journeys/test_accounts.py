"""From the spreadsheet of the finance office to a public page of accounts: read, checked, signed, beside last year's; on a phone too."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from gongkai.common.clock import current, law_day
from gongkai.publishing.actions import publish, set_up_columns
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.models import Item
from gongkai.release.actions import refresh_item
from tests.journeys.walking import confirm, enter, sound
from tests.publishing.accounted import accounts_data, public_accounts, upload
from tests.publishing.items import NOW, passed

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]
APPROVED = law_day(current()) - timedelta(days=3)


def begin(page, cast):
    """A draft that has the form, opened in its editor."""
    page.goto("/desk/items/new/")
    page.locator("#id_title").fill(f"{APPROVED.year}年部门预算")
    set_up_columns(agency=cast.town, by=cast.administrator, now=NOW)
    content = national_column(cast.town, "content")
    page.get_by_label("栏目").select_option(value=str(content.pk))
    page.get_by_role("button", name="建立草稿").click()
    page.goto(f"/desk/items/{Item.objects.latest('pk').pk}/form/")
    page.get_by_label("预决算").check()
    page.get_by_role("button", name="用这种形式").click()


def fill_in(page):
    """The year, the approval and the file; then the findings of the check, reached by keyboard."""
    page.get_by_label("年度").fill(str(APPROVED.year))
    page.get_by_label("批准、批复日期").fill(APPROVED.isoformat())
    page.get_by_label("部门（").check()
    file = upload(APPROVED.year)
    page.get_by_label("表格文件").set_input_files(
        {"name": file.name, "mimeType": "application/octet-stream", "buffer": file.read()}
    )
    page.get_by_role("button", name="读取并保存").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("读出 8 张表")).to_be_visible()
    expect(page.get_by_text("表与表之间都相符")).to_be_visible()
    sound(page)
    page.get_by_role("button", name="保存，回到这条信息").click()


def sign(cast):
    """The text reviewed, signed and copied for readers by the others."""
    item = passed(Item.objects.latest("pk"), by=cast.reviewer, now=current())
    publish(item=item, by=cast.signer, now=current())
    refresh_item({"item": item.pk}, current())
    return item


def test_a_spreadsheet_becomes_a_public_page_of_accounts(page, phone, cast, shoot):
    public_accounts(cast, accounts_data(APPROVED.year - 1, grown="0.9"), title="上年的部门预算")
    enter(page, cast.clerk)
    begin(page, cast)
    fill_in(page)
    confirm(page, "送审")
    phone.goto(f"/o/{cast.town.code}/items/{sign(cast).pk}/")
    sound(phone)
    shoot(phone, "accounts-phone")
    expect(phone.get_by_text("支出总计比上年增加").first).to_be_visible()
    expect(phone.get_by_role("link", name="下载全部表格（原文件）")).to_be_visible()
    page.goto("/desk/items/accounts/")
    sound(page)
    expect(page.get_by_text("按期公开").first).to_be_visible()
