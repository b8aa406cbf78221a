"""What all journeys do: sign in as a person, look whether the page is sound, make a step and see it done."""

from playwright.sync_api import Page, expect

from tests.looking import axe, overflow
from tests.people import PASSWORD


def enter(page: Page, person) -> None:
    """Sign in with name and password, whoever was there before."""
    page.context.clear_cookies()
    page.goto("/account/login/")
    page.get_by_label("登录名").fill(person.username)
    page.get_by_label("口令", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="登录", exact=True).click()
    page.wait_for_url("**/desk/**")


def sound(page: Page) -> None:
    """Nothing for axe to find, nothing wider than the screen."""
    found = [*axe(page), *overflow(page)]
    assert not found, f"{page.url}: {found}"


def confirm(page: Page, step: str) -> None:
    """Open the page of a step from the head of the record, look at it, and make the step."""
    page.locator(".desk__head").get_by_role("link", name=step, exact=True).click()
    sound(page)
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name=step, exact=True).click()
    expect(page.locator(".band--success, .band--done").first).to_be_visible()
