"""A request in a browser: registered at the counter, a reply written, reviewed, signed by others, and handed over; each finds it under 待办."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from gongkai.casework.models import Case
from gongkai.common.clock import current, law_day
from tests.journeys.walking import confirm, enter, sound

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]

TITLE = "2025年东街改造征地补偿方案"
WHO = {"姓名或者名称": "李申请人", "证件号码": "320000199001011234", "联系电话": "13912345678"}


def register(page: Page, cast) -> None:
    """The clerk types what was handed over."""
    enter(page, cast.clerk)
    page.goto("/desk/requests/")
    page.locator(".desk__head").get_by_role("link", name="登记申请").click()
    page.get_by_role("radio", name=re.compile("^当面提交")).check()
    page.get_by_label("所需信息的名称或者概括").fill(TITLE)
    page.get_by_label("内容描述").fill(f"申请公开{TITLE}的全文")
    for label, words in WHO.items():
        page.get_by_label(label, exact=False).first.fill(words)
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)
    sound(page)


def write_reply(page: Page) -> None:
    """The outcome first, then what it asks for."""
    page.locator(".desk__head").get_by_role("link", name="拟作答复").click()
    page.get_by_role("link", name="可以公开，提供该政府信息").click()
    page.get_by_label("答复内容").fill("现提供您申请的方案。")
    page.get_by_label("提供的信息清单").fill("征地补偿方案一份")
    page.get_by_role("button", name="存为草稿").click()
    confirm(page, "答复送审")


def open_waiting(page: Page, person, button: str) -> None:
    """What waits for the person opens from the list of work."""
    enter(page, person)
    page.goto("/desk/")
    page.get_by_role("link", name=re.compile(f"^{button}")).first.click()
    expect(page.get_by_role("main")).to_contain_text(TITLE)


def press(page: Page, button: str) -> None:
    """Confirm the act of the page that is open."""
    sound(page)
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator(".band--success, .band--done").first).to_be_visible()


def hand_over(page: Page, today: date) -> None:
    """The applicant signs for the reply."""
    page.get_by_label(re.compile("^签收日期")).fill(today.isoformat())
    press(page, "送达答复")


def test_a_request_is_granted_on_four_desks(page, cast):
    register(page, cast)
    write_reply(page)
    open_waiting(page, cast.reviewer, "审核")
    page.get_by_role("radio", name="可以公开", exact=True).check()
    press(page, "答复审核通过")
    open_waiting(page, cast.signer, "签发")
    press(page, "签发答复")
    open_waiting(page, cast.clerk, "送达")
    hand_over(page, today := law_day(current()))
    case = Case.objects.get()
    assert (case.state, case.outcome, case.closed_on) == ("replied", "provided", today)
