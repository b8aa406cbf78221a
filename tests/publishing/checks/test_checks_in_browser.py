"""The checks in chromium: nothing for axe to find, nothing wider than the window, a click that leads to the place, masking with it."""

import pytest
from playwright.sync_api import expect

from gongkai.publishing.models import Item
from tests.browser import sign_in
from tests.looking import unsound
from tests.paperwork.attachment_text.files import book, kept
from tests.publishing.checks.test_mask_file import with_file
from tests.publishing.checks.test_release import BODY, ID, first
from tests.publishing.items import draft, organ_word, reviewed, submitted

pytestmark = pytest.mark.needs_browser
MORE = BODY + '<table><tr><th>姓名</th><th>银行账号</th></tr><tr><td>张某</td><td>320012345678</td></tr></table><p>请到帐户科，<a href="https://a.example.com/">点这里</a>。</p>'  # fmt: skip


@pytest.fixture
def pages(cast):
    """Every page of the checks by name: who looks at it, and its address."""
    organ_word(cast)
    item, signing = draft(cast, body=MORE), reviewed(cast, body=MORE)
    finding, file = first(signing), with_file(cast, "名单.xlsx", kept(book()))
    number = file.draft.attachments.get().file_id
    query = f"?check={finding.check}&mark={finding.mark}"
    return {
        "item": (cast.clerk, f"{item.pk}/"),
        "item-with-file": (cast.clerk, f"{file.pk}/"),
        "mask": (cast.clerk, f"{item.pk}/mask/"),
        "mask-file": (cast.clerk, f"{file.pk}/files/{number}/mask/"),
        "approve": (cast.reviewer, f"{submitted(cast, body=MORE).pk}/approve/"),
        "sign": (cast.signer, f"{signing.pk}/publish/"),
        "override": (cast.signer, f"{signing.pk}/override/{query}"),
        "severities": (cast.administrator, f"columns/{cast.town.pk}/checks/"),
        "words": (cast.administrator, f"columns/{cast.town.pk}/words/"),
    }


def test_every_page_of_the_checks_is_sound(pages, page, shoot):
    for name, (person, address) in pages.items():
        sign_in(page, person)
        page.goto(f"/desk/items/{address}")
        assert unsound(page, shoot, f"checks-{name}") == [], name


def test_a_clerk_is_led_to_the_place_and_masks_it(cast, page):
    item = draft(cast, body=f"<p>甲</p>{BODY}")
    sign_in(page, cast.clerk)
    page.goto(f"/desk/items/{item.pk}/")
    page.get_by_role("link", name="正文第 2 段有居民身份证号码", exact=True).click()
    expect(page.locator("#block-2")).to_be_in_viewport()
    page.get_by_role("link", name="遮盖 ：正文第 2 段有居民身份证号码").click()
    page.get_by_role("button", name="遮盖勾选的内容").click()
    expect(page.get_by_text("没有挡签发的问题")).to_be_visible()
    assert ID not in Item.objects.get(pk=item.pk).draft.body
