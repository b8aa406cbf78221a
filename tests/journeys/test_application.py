"""An applicant on a phone applies online, gets number and code, and looks where the request stands."""

import pytest
from playwright.sync_api import Page, expect

from gongkai.casework.models import Case
from tests.journeys.walking import sound
from tests.website.applications import NAME, NUMBER, PHONE, picture
from tests.website.released import make_main

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]


def onward(page: Page) -> None:
    """The step is sound; save it and go on."""
    sound(page)
    page.get_by_role("button", name="保存，下一步").click()


def who(page: Page) -> None:
    """A citizen for herself, with a photograph of her card."""
    page.get_by_label("公民（个人）").check()
    page.get_by_label("申请人自己").check()
    onward(page)
    page.get_by_label("姓名").fill(NAME)
    page.get_by_label("居民身份证").check()
    page.get_by_label("证件号码").fill(NUMBER)
    photograph = {"name": "card.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    page.get_by_label("证件的照片").set_input_files(photograph)
    onward(page)
    page.get_by_label("电话").fill(PHONE)
    onward(page)


def what(page: Page) -> None:
    """A plan, on paper, to be collected."""
    page.get_by_label("要什么信息").fill("2025年东街改造征地补偿方案")
    page.get_by_label("说得具体一些").fill("青石镇东街2025年改造的征地补偿方案全文")
    onward(page)
    page.get_by_label("纸质").check()
    page.get_by_label("自行领取").check()
    onward(page)
    sound(page)
    page.get_by_role("button", name="提交申请").click()


def look(page: Page, number: str, code: str) -> None:
    """With number and code the page says where the request stands."""
    page.get_by_role("link", name="查询办理情况").first.click()
    page.get_by_label("编号").fill(number)
    page.get_by_label("查询码").fill(code)
    page.get_by_role("button", name="查询", exact=True).click()
    expect(page.get_by_text("双方确认收到以后")).to_be_visible()
    sound(page)


def test_an_applicant_on_a_phone_applies_and_looks_where_it_stands(phone, cast):
    make_main(cast.town)
    phone.goto("/apply/")
    phone.get_by_role("main").get_by_role("link", name="网上申请").click()
    sound(phone)
    phone.get_by_role("button", name="开始填写").click()
    who(phone)
    what(phone)
    sound(phone)
    look(phone, *phone.locator(".receipt__number").all_inner_texts())
    assert Case.objects.get().papers.count() == 1
