"""An officer blacks out a paper in a browser: with the mouse, with the keyboard alone, and with a finger on a phone."""

import pytest
from playwright.sync_api import Page, expect

from gongkai.casework.actions.redacting import bytes_of, start_redaction
from gongkai.casework.models import RedactionBox
from gongkai.casework.redacting import sheet_of
from gongkai.common.clock import current
from tests.browser import sign_in
from tests.casework import papers
from tests.casework.samples import new, today
from tests.journeys.walking import sound
from tests.paperwork.redaction.looked_through import holds

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]
GROUND = "涉及商业秘密、个人隐私，公开会损害第三方合法权益"


@pytest.fixture
def source(cast):
    """A paper that an officer has begun to mark."""
    found = papers.paper(cast, new(cast), day=today())
    start_redaction(paper=found, by=cast.clerk, now=current())
    return found


def opened(tab: Page, cast, source) -> Page:
    """The page of the paper."""
    sign_in(tab, cast.clerk)
    tab.goto(f"/desk/requests/papers/{source.pk}/redact/")
    sound(tab)
    return tab


def drag(tab: Page, first: tuple[float, float], last: tuple[float, float]) -> None:
    """Draw from one place of the page to another, in fractions of it."""
    tab.locator("[data-draw]").scroll_into_view_if_needed()
    box = tab.locator("[data-draw] img").bounding_box()
    for step, (across, down) in enumerate((first, last)):
        tab.mouse.move(box["x"] + across * box["width"], box["y"] + down * box["height"])
        tab.mouse.down() if step == 0 else tab.mouse.up()


def test_places_are_drawn_with_the_mouse_and_kept_at_once(page, cast, source):
    opened(page, cast, source)
    page.get_by_label("依据").first.select_option(label=GROUND)
    drag(page, (0.45, 0.45), (0.85, 0.62))
    expect(page.get_by_text("已标记，已保存")).to_be_visible()
    expect(page.get_by_role("heading", name="已经标记 1 处")).to_be_visible()
    drag(page, (0.05, 0.1), (0.2, 0.2))
    expect(page.get_by_role("heading", name="已经标记 2 处")).to_be_visible()
    page.get_by_role("button", name="撤销上一步").click()
    expect(page.get_by_role("heading", name="已经标记 1 处")).to_be_visible()
    box = RedactionBox.objects.get(removed=None)
    assert box.edges == pytest.approx((0.45, 0.45, 0.85, 0.62), abs=0.01)


def press(tab: Page, label: str, keys: str) -> None:
    """Go to a field by tab key alone, and type into it."""
    field = tab.get_by_label(label, exact=False).first
    for _ in range(80):
        if field.evaluate("one => one === document.activeElement"):
            break
        tab.keyboard.press("Tab")
    else:
        raise AssertionError(f"the tab key does not come to {label}")
    tab.keyboard.press(keys) if keys in {"Space", "Enter", "ArrowDown"} else tab.keyboard.type(keys)


def type_a_place(tab: Page) -> None:
    """The form of the region, field by field."""
    for label, keys in (("距左边", "49.0"), ("距上边", "33.0"), ("宽（", "36.0"), ("高（", "9.0")):
        press(tab, label, keys)
    for _ in range(4):
        press(tab, "依据", "ArrowDown")
    tab.keyboard.press("Tab")
    tab.keyboard.type("个人住址")
    tab.keyboard.press("Enter")


def test_a_paper_is_blacked_out_with_the_keyboard_alone(page, cast, source):
    opened(page, cast, source)
    type_a_place(page)
    expect(page.get_by_role("heading", name="已经标记 1 处")).to_be_visible()
    press(page, "每一页我都看过了", "Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="做好了")).to_be_visible()
    sound(page)
    assert not holds(bytes_of(sheet_of(source).result.file), "SECRET")


def test_a_finger_draws_only_when_it_is_told_to(phone, cast, source, shoot):
    opened(phone, cast, source)
    toggle = phone.get_by_role("button", name="用手指画框")
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    phone.get_by_label("依据").first.select_option(label=GROUND)
    drag(phone, (0.45, 0.45), (0.85, 0.62))
    expect(phone.get_by_role("heading", name="已经标记 1 处")).to_be_visible()
    shoot(phone, "redaction-phone")
