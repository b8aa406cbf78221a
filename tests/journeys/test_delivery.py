"""A signed reply goes online after a second look at the desk, and its applicant downloads it on a phone."""

import pytest
from playwright.sync_api import Page, expect

from gongkai.casework.models import Delivery
from tests.browser import sign_in
from tests.casework import sendings
from tests.casework.paper_samples import signed_to_be_sent
from tests.journeys.walking import sound
from tests.website.released import make_main

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]


def send(page: Page, decision, shoot) -> None:
    """How, then recipient and files, each ticked, then it goes."""
    page.goto(f"/desk/requests/{decision.case_id}/")
    page.get_by_role("link", name="网上、电子邮件发送").click()
    page.get_by_label("网上下载").check()
    page.get_by_role("button", name="下一步").click()
    expect(page.get_by_text("李申请人")).to_be_visible()
    sound(page)
    shoot(page, "second-look")
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="发送", exact=True).click()
    expect(page.get_by_text("答复已经发送")).to_be_visible()
    sound(page)


def look(phone: Page, case) -> None:
    """The status page, by number and code."""
    phone.goto("/apply/status/")
    phone.get_by_label("编号").fill(case.number.number)
    phone.get_by_label("查询码").fill(sendings.CODE)
    phone.get_by_role("button", name="查询", exact=True).click()
    sound(phone)


def test_a_reply_goes_online_and_its_applicant_downloads_it(page, phone, cast, shoot):
    make_main(cast.town)
    decision = signed_to_be_sent(cast)
    sign_in(page, cast.clerk)
    send(page, decision, shoot)
    look(phone, decision.case)
    shoot(phone, "status-with-files")
    phone.get_by_role("link", name="公开的方案.pdf").click()
    sound(phone)
    with phone.expect_download() as download:
        phone.get_by_role("button", name="下载", exact=True).click()
    assert download.value.suggested_filename.endswith(".pdf")
    assert Delivery.objects.get().first_taken_at
