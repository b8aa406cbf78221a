"""The judges of the looks see what they are there for: a faint text, also one painted as another page's, and what sticks out."""

import pytest

from tests.looking import axe, unsound

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]
PAGE = '<!doctype html><html lang="zh"><title>页</title><main><h1>题</h1>{}</main></html>'
GOOD = PAGE.format('<p style="color: #123457">看得清</p>')
FAINT = PAGE.format('<p style="color: #cdcdcd">看不清</p>')
DARK = PAGE.format(
    "<style>@media (prefers-color-scheme: dark) { p { color: #eee } }</style><p>夜里看不清</p>"
)
WIDE = PAGE.format('<p style="width: 500px">宽</p>')


def test_a_faint_text_is_found_on_each_page_that_has_it(page):
    for content in (GOOD, FAINT, FAINT):
        page.set_content(content)
        found = axe(page)
        assert bool(found) == (content == FAINT)
        assert all("看不清" in line for line in found)


def test_a_text_that_is_faint_in_the_dark_alone_is_found(page, shoot):
    page.set_content(DARK)
    assert {line.partition(":")[0] for line in unsound(page, shoot, "dark")} == {"1280-dark", "320-elder-dark"}  # fmt: skip


def test_what_is_wider_than_a_phone_is_found_there(page, shoot):
    page.set_content(WIDE)
    found = [line.partition(":")[0] for line in unsound(page, shoot, "wide")]
    assert set(found) == {"390", "320-elder-dark"}
