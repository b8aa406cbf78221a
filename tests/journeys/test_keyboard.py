"""Without a mouse: a reviewer signs in, finds what waits on the desk, reviews it, and a signer signs it; Tab, Space and Enter alone."""

import pytest
from playwright.sync_api import Page, expect

from gongkai.publishing.actions import set_up_columns
from gongkai.publishing.models import Item
from tests.people import PASSWORD
from tests.publishing.items import NOW, submitted

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]

FOCUSED = """() => {
  const at = document.activeElement;
  return at === document.body ? "" : (at.labels?.[0] || at).innerText.trim() || at.getAttribute("aria-label") || "";
}"""
SEEN = "getComputedStyle(document.activeElement).outlineStyle"
MOST = 80
"""Stops of the keyboard on one page; nobody should need so many."""


def go_to(page: Page, words: str) -> None:
    """Press Tab until what is in focus is called so, and can be seen to be in focus."""
    met = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        met.append(page.evaluate(FOCUSED))
        if met[-1].startswith(words):
            assert page.evaluate(SEEN) == "solid", words
            return
    pytest.fail(f"no stop of the keyboard is called {words}: {met}")


def press(page: Page, words: str) -> None:
    """Go to a link or a button and press Enter on it."""
    go_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def enter(page: Page, person) -> None:
    """Sign in."""
    page.context.clear_cookies()
    page.goto("/account/login/")
    go_to(page, "登录名")
    page.keyboard.type(person.username)
    go_to(page, "口令")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/**")


def review(page: Page, person) -> None:
    """Sign in, and pass what waits with a secrecy review that found nothing."""
    enter(page, person)
    press(page, "审核")
    press(page, "审核通过")
    go_to(page, "可以公开")
    page.keyboard.press("Space")
    press(page, "发布审核通过")


def test_an_item_is_reviewed_and_signed_by_keyboard_alone(page, cast):
    set_up_columns(agency=cast.town, by=cast.administrator, now=NOW)
    submitted(cast)
    review(page, cast.reviewer)
    enter(page, cast.signer)
    press(page, "签发")
    press(page, "签发")
    go_to(page, "逾期公开的原因")
    page.keyboard.type("等待上级批复")
    press(page, "签发")
    expect(page.get_by_text("已发布").first).to_be_visible()
    assert Item.objects.get().published
