"""The frames and blocks in a browser: nothing for axe to find, nothing wider than the screen, focus to be seen."""

import pytest

from tests.browser import sign_in
from tests.looking import unsound

pytestmark = [
    pytest.mark.needs_browser,
    pytest.mark.urls("tests.common.pages"),
    pytest.mark.django_db,
]

PAGES = {
    "blocks": "/blocks/",
    "desk": "/desk-page/",
    "wrong": "/wrong/",
    "conflict": "/conflict/",
    "site": "/site-page/",
    "bare": "/bare/",
    "plain": "/plain-page/",
    "refusal": "/refusal/",
    "400": "/400/",
    "403": "/403/",
    "404": "/nowhere/",
    "500": "/500/",
}
each_page = pytest.mark.parametrize("name", PAGES)


@each_page
def test_a_page_is_sound(page, cast, shoot, name):
    sign_in(page, cast.clerk)
    page.goto(PAGES[name])
    assert unsound(page, shoot, name) == []


OUTLINE = "[document.activeElement.outerHTML.slice(0, 90), getComputedStyle(document.activeElement).outline]"


@pytest.mark.parametrize("name", ["blocks", "wrong", "site", "plain"])
def test_focus_is_seen_wherever_the_keyboard_goes(page, cast, name):
    sign_in(page, cast.clerk)
    page.goto(PAGES[name])
    page.evaluate("document.activeElement.blur()")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        element, outline = page.evaluate(OUTLINE)
        assert "solid 3px" in outline, element


def test_the_first_stop_of_the_keyboard_leads_to_the_text(page):
    page.goto("/site-page/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_slash_goes_to_the_command_box_but_is_typed_in_a_field(page, cast):
    sign_in(page, cast.clerk)
    page.goto("/desk-page/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "command"
    page.locator("#id_number").fill("")
    page.locator("#id_number").press("/")
    assert page.locator("#id_number").input_value() == "/"


def test_the_summary_of_errors_is_read_first(page, cast):
    sign_in(page, cast.clerk)
    page.goto("/wrong/")
    assert page.evaluate("document.activeElement.id") == "errors"
    page.get_by_role("link", name="标题").click()
    assert page.url.endswith("#id_title")
