"""A guide in a browser: begun by the clerk, reviewed by a second person, signed by a third, read by a citizen on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from gongkai.common.clock import current
from gongkai.common.outbox import deliver_due
from gongkai.publishing.actions import set_up_columns
from gongkai.publishing.models import Item
from tests.journeys.walking import confirm, enter, sound

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]

TITLE, TEXT = "青石镇人民政府信息公开指南", "申请人可以到镇便民服务大厅当面提交申请。"


def write(page: Page, cast) -> None:
    """The clerk begins the guide and writes its text."""
    enter(page, cast.clerk)
    page.goto("/desk/items/new/")
    sound(page)
    page.get_by_label("栏目").select_option(label="青石镇人民政府－政府信息公开指南")
    page.get_by_label("标题").fill(TITLE)
    page.get_by_role("button", name="建立草稿").click()
    page.locator("[contenteditable=true]").fill(TEXT)
    sound(page)
    page.get_by_role("button", name="保存，回到这条信息").click()
    page.wait_for_url(re.compile(r"/desk/items/\d+/$"))


def open_as(page: Page, person) -> None:
    """Somebody signs in and opens the item."""
    enter(page, person)
    page.goto(f"/desk/items/{Item.objects.get().pk}/")
    sound(page)


def conclude(page: Page) -> None:
    """The reviewer concludes the secrecy review and passes the step."""
    page.get_by_role("link", name="审核通过").click()
    page.get_by_label("可以公开", exact=True).check()
    sound(page)
    page.get_by_role("button", name="发布审核通过").click()


def test_a_guide_goes_from_its_draft_to_a_reader_on_a_phone(page, phone, cast):
    set_up_columns(agency=cast.town, by=cast.administrator, now=current())
    write(page, cast)
    confirm(page, "送审")
    open_as(page, cast.reviewer)
    conclude(page)
    open_as(page, cast.signer)
    confirm(page, "签发")
    deliver_due(current())
    phone.goto("/o/320001/guide/")
    sound(phone)
    expect(phone.get_by_text(TEXT)).to_be_visible()
