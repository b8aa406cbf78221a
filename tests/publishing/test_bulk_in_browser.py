"""Bulk pages in chromium: axe finds nothing, nothing is wider than the window; a reviewer ticks and passes with the keyboard alone."""

import pytest
from playwright.sync_api import expect

from gongkai.publishing.models import Item
from tests.browser import sign_in
from tests.looking import unsound
from tests.publishing.batches import confirmed, worked_on
from tests.publishing.folders import line_of, texts
from tests.publishing.items import reviewed, submitted

pytestmark = pytest.mark.needs_browser


@pytest.fixture
def pages(cast):
    """Every kind of page by name: who looks at it, and its address."""
    done = worked_on(confirmed(cast, line_of(1)))
    running = confirmed(cast, line_of(2), line_of(3), files=texts(3))
    reviewed(cast)
    submitted(cast, title="残疾人补贴名单", body="<p>王某，身份证号110101199003077459。</p>")
    return {
        "batches": (cast.clerk, "/desk/items/bulk/"),
        "running": (cast.clerk, f"/desk/items/bulk/{running.pk}/"),
        "done": (cast.clerk, f"/desk/items/bulk/{done.pk}/"),
        "list": (cast.reviewer, "/desk/items/"),
        "review": (cast.reviewer, "/desk/items/many/review/?all=1"),
        "publish": (cast.signer, "/desk/items/many/publish/?all=1"),
    }


def test_every_page_is_sound(pages, page, shoot):
    for name, (person, address) in pages.items():
        sign_in(page, person)
        page.goto(address)
        assert unsound(page, shoot, f"bulk-{name}") == [], name


def test_a_reviewer_ticks_two_and_passes_them_with_the_keyboard(cast, page):
    for title in ("第一份", "第二份"):
        submitted(cast, title=title)
    sign_in(page, cast.reviewer)
    page.goto("/desk/items/")
    for title in ("第一份", "第二份"):
        page.get_by_role("checkbox", name=f"勾选《{title}》").press("Space")
    page.get_by_role("button", name="审核通过勾选的").press("Enter")
    for title in ("第一份", "第二份"):
        page.get_by_role("checkbox", name=title, exact=True).press("Space")
    page.get_by_role("button", name="审核通过").press("Enter")
    expect(page.get_by_text("已办理 2 件")).to_be_visible()
    assert set(Item.objects.values_list("state", flat=True)) == {"to_sign"}
