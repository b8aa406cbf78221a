"""A consultation from draft to decision: planned and signed on the desk, commented from a phone by keyboard, a letter typed in, the outcome public."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from gongkai.common.clock import current, law_day
from gongkai.common.outbox import deliver_due
from gongkai.participation.actions import follow_the_days, plan_with_notice
from gongkai.participation.incoming import Plan
from gongkai.participation.models import Consultation
from gongkai.publishing.actions import publish, save_draft, submit
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.models import Item
from gongkai.website.kept import SHELF
from tests.journeys.walking import enter, sound
from tests.publishing.items import passed

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]
TITLE = "农贸市场管理办法（草案）征求意见的公告"
BODY = "<p>第一条 摊位费每月三百元。</p><p>第二条 市场六时开门。</p>"
SAID = "摊位费三百元太高，建议减半"


@pytest.fixture
def planned(cast) -> Consultation:
    """The clerk has planned it on the desk; the notice has its text."""
    now = current()
    column = national_column(cast.town, "content")
    plan = Plan("major_decision", 30, "经济发展办公室", address="青石镇人民路1号")
    row = plan_with_notice(column=column, title=TITLE, plan=plan, by=cast.clerk, now=now)
    text = Text(TITLE, BODY)
    save_draft(item=row.item, seen_version=row.item.version, text=text, by=cast.clerk, now=now)
    return row


def signed(cast, item: Item) -> None:
    """Handed in, reviewed and signed, and followed by the public side."""
    now = current()
    item = submit(item=Item.objects.get(pk=item.pk), by=cast.clerk, now=now)
    publish(item=passed(item, by=cast.reviewer, now=now), by=cast.signer, now=now)
    followed()


def followed() -> None:
    """What the worker would have done by now."""
    while deliver_due(current() + timedelta(minutes=6)):
        pass
    SHELF.clear()


def comment(phone: Page, row: Consultation) -> None:
    """From the page of the draft to the number of the comment, with the keyboard alone."""
    phone.goto(f"/o/320001/items/{row.item_id}/")
    expect(phone.get_by_text("还剩 31 天")).to_be_visible()
    sound(phone)
    phone.get_by_role("link", name="提意见", exact=True).first.focus()
    phone.keyboard.press("Enter")
    phone.get_by_label("针对哪一部分").focus()
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Tab")
    phone.keyboard.type(SAID)
    sound(phone)
    phone.get_by_role("button", name="提交意见").focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name="收到了您的意见")).to_be_visible()
    sound(phone)


def type_in_letter(page: Page, cast, row: Consultation) -> None:
    """The clerk types in a letter with its scan."""
    enter(page, cast.clerk)
    page.goto(f"/desk/consultations/{row.pk}/")
    sound(page)
    page.get_by_role("link", name="登记意见", exact=True).click()
    page.get_by_label("提出的方式").select_option(label="来信")
    page.get_by_label("意见", exact=True).fill("请早点开门")
    page.get_by_label("姓名").fill("张来信")
    scan = {"name": "来信.txt", "mimeType": "text/plain", "buffer": "请早点开门".encode()}
    page.get_by_label("原件").set_input_files(scan)
    sound(page)
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.get_by_text("收到的意见（2 条）")).to_be_visible()


def moderate(page: Page) -> None:
    """One comment is shown; the letter is gathered with it into a point."""
    page.locator("#comment-1").get_by_role("link", name=re.compile("^显示")).click()
    sound(page)
    page.get_by_role("button", name="显示", exact=True).click()
    page.get_by_role("link", name="归纳一点意见").click()
    page.get_by_label("意见归纳").fill("降低摊位费，提前开门")
    page.get_by_label("答复").select_option(label="部分采纳")
    page.get_by_label("说明").fill("减为二百元，五时开门")
    for box in page.get_by_role("checkbox").all():
        box.check()
    sound(page)
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("第 1、2 条意见")).to_be_visible()


def close(row: Consultation) -> None:
    """Thirty-one days go by: the days of the record are moved back."""
    past = law_day(current()) - timedelta(days=31)
    Consultation.objects.filter(pk=row.pk).update(
        opened_on=past, closes_on=past + timedelta(days=30)
    )
    follow_the_days(current())
    followed()


def draft_outcome(page: Page, row: Consultation) -> Item:
    """The clerk has the outcome made out of the records."""
    page.goto(f"/desk/consultations/{row.pk}/")
    page.get_by_role("button", name="生成结果").click()
    page.wait_for_url(re.compile(r"/desk/items/\d+/$"))
    expect(page.get_by_text("共收到意见 2 条")).to_be_visible()
    sound(page)
    return Item.objects.get(answered_consultation=row)


def read_outcome(phone: Page, outcome: Item) -> None:
    """The phone reads the outcome, goes on to the draft, and finds the comment that was shown; no name anywhere."""
    phone.goto(f"/o/320001/items/{outcome.pk}/")
    expect(phone.get_by_text("收到意见 2 条，归纳为 1 点").first).to_be_visible()
    sound(phone)
    phone.get_by_role("link", name=TITLE).click()
    expect(phone.get_by_text(SAID)).to_be_visible()
    sound(phone)
    assert "张来信" not in phone.content()


def test_a_draft_is_commented_and_answered(page, phone, cast, planned):
    signed(cast, planned.item)
    comment(phone, planned)
    type_in_letter(page, cast, planned)
    moderate(page)
    close(planned)
    phone.goto(f"/o/320001/consultations/{planned.pk}/comment/")
    expect(phone.get_by_role("heading", name="征求意见已经截止")).to_be_visible()
    outcome = draft_outcome(page, planned)
    signed(cast, outcome)
    read_outcome(phone, outcome)
