"""The frames and blocks in a browser: nothing for axe to find, nothing wider than the screen, focus to be seen."""

import pytest

from tests.browser import SIGHT, axe, overflow, set_cookie, sign_in, too_wide

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
MODES = ("light", "dark", "elder", "elder-dark")
each_page = pytest.mark.parametrize("name", PAGES)


def look(tab, person, name, shoot):
    """What is wrong with the page in any of the four modes."""
    sign_in(tab, person)
    width, found = tab.viewport_size["width"], []
    for mode in MODES:
        tab.emulate_media(color_scheme="dark" if "dark" in mode else "light")
        set_cookie(tab, "elder", "1" if "elder" in mode else "0")
        tab.goto(PAGES[name])
        shoot(tab, f"{name}-{width}-{mode}")
        found += [f"{mode} {line}" for line in axe(tab, only=() if mode == "light" else SIGHT)]
        found += [f"{mode} too wide: {line}" for line in overflow(tab)]
    return found


@each_page
def test_a_page_is_sound_on_a_desktop(page, cast, shoot, name):
    assert look(page, cast.clerk, name, shoot) == []


@each_page
def test_a_page_is_sound_on_a_phone_and_on_the_smallest(phone, cast, shoot, name):
    assert look(phone, cast.clerk, name, shoot) == []
    assert [*too_wide(phone, PAGES[name])] == []


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
