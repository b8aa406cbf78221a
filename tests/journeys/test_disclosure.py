"""A Word file in a browser: a resident's number in it is caught and masked, three people review, a fourth signs, a phone finds it; withdrawn, it is gone."""

import re

import pytest
from playwright.sync_api import Page, expect

from gongkai.agencies.models import Department
from gongkai.common.clock import current, law_month
from gongkai.common.outbox import deliver_due
from gongkai.publishing.actions import set_plan, set_up_columns
from gongkai.publishing.models import Item
from tests.journeys.walking import confirm, enter, sound
from tests.paperwork.official_document.files import notice
from tests.people import make_person

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]

ID = "11010519491231002X"
FILE = {"name": "通知.docx", "mimeType": "", "buffer": notice(resident=f"如王某，身份证号{ID}。")}
TITLE, FOUND = "青石镇人民政府关于发放2024年困难群众临时补贴的通知", "/o/320001/search?q=临时补贴"
STEPS = ("department_review", "secrecy_review", "release_review")


@pytest.fixture
def head(cast):
    """The town has columns, three steps of review, and a department with a reviewer of its own."""
    now = current()
    set_up_columns(agency=cast.town, by=cast.administrator, now=now)
    set_plan(
        agency=cast.town,
        column=None,
        steps=STEPS,
        seen_version=None,
        by=cast.administrator,
        now=now,
    )
    office = Department.objects.create(
        agency=cast.town, code="civil", name="民政办", since=cast.town.since
    )
    person = make_person("zhan", "站长", cast.town)
    person.posts.create(agency=cast.town, department=office, role="reviewer", since=cast.town.since)
    return person


def bring_in(page: Page, cast) -> None:
    """The clerk drops the file, looks at what was read, and makes the draft."""
    enter(page, cast.clerk)
    page.set_input_files("#drop-file", FILE)
    expect(page.get_by_role("heading", level=1)).to_contain_text("核对")
    page.get_by_label("栏目").select_option(label="法定主动公开内容")
    expect(page.get_by_role("textbox", name="标题")).to_have_value(TITLE)
    page.get_by_label("来源部门").select_option(label="民政办")
    page.get_by_role("button", name="建立草稿", exact=True).click()
    page.wait_for_url(re.compile(r"/desk/items/\d+/$"))


def put_right(page: Page) -> None:
    """What the checks found is masked in one step."""
    page.get_by_role("link", name=re.compile("^遮盖")).first.click()
    sound(page)
    page.get_by_role("button", name="遮盖勾选的内容").click()
    expect(page.get_by_text("已遮盖")).to_be_visible()
    assert ID not in Item.objects.get().draft.body


def pass_step(page: Page, person, step: str, *, secrecy: bool = False) -> None:
    """A reviewer passes the step that is theirs."""
    enter(page, person)
    page.goto(f"/desk/items/{Item.objects.get().pk}/")
    page.get_by_role("link", name="审核通过").click()
    if secrecy:
        page.get_by_label("可以公开", exact=True).check()
    sound(page)
    page.get_by_role("button", name=f"{step}通过").click()
    page.wait_for_url(re.compile(r"/desk/items/\d+/$"))


def sign(page: Page, cast) -> None:
    """The signer says why it comes late, and signs."""
    enter(page, cast.signer)
    page.goto(f"/desk/items/{Item.objects.get().pk}/")
    page.get_by_role("link", name="签发", exact=True).click()
    page.get_by_label("逾期公开的原因").fill("等待上级批复")
    sound(page)
    page.get_by_role("button", name="签发", exact=True).click()
    page.wait_for_url(re.compile(r"/desk/items/\d+/$"))
    deliver_due(current())


def withdraw(page: Page) -> None:
    """The signer takes it off the site."""
    page.get_by_role("link", name="撤回", exact=True).click()
    page.get_by_label("撤回的理由").fill("标准有误")
    page.get_by_label("给公众看的说明").fill("标准有误，更正后重新发布")
    page.get_by_role("button", name="撤回", exact=True).click()
    page.wait_for_url(re.compile(r"/desk/items/\d+/$"))
    deliver_due(current())


def told(phone: Page) -> str:
    """What search, feed and sitemap say."""
    month = f"sitemap-{law_month(current())}.xml"
    addresses = (
        FOUND,
        "/feed.xml",
        "/o/320001/feed.xml",
        f"/{month}",
        f"/o/320001/{month}",
        "/o/320001/content/",
    )
    return "".join(phone.request.get(address).text() for address in addresses)


def test_a_word_file_goes_from_the_desk_to_a_phone_and_off_it_again(page, phone, cast, head):
    bring_in(page, cast)
    put_right(page)
    confirm(page, "送审")
    pass_step(page, head, "部门审核")
    pass_step(page, cast.secrecy_reviewer, "保密审查", secrecy=True)
    pass_step(page, cast.reviewer, "发布审核")
    sign(page, cast)
    address = find(phone)
    withdraw(page)
    gone(phone, address)


def find(phone: Page) -> str:
    """A reader finds it by a word, and reads it without the number; returns its address."""
    phone.goto(FOUND)
    sound(phone)
    phone.get_by_role("link", name=re.compile("临时补贴")).first.click()
    sound(phone)
    expect(phone.get_by_role("cell", name="一类")).to_be_visible()
    assert ID not in phone.content() + told(phone)
    return phone.url


def gone(phone: Page, address: str) -> None:
    """The address answers with the notice; nothing else knows the text."""
    phone.goto(address)
    sound(phone)
    expect(phone.get_by_text("更正后重新发布")).to_be_visible()
    assert TITLE not in told(phone)
