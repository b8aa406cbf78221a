"""Records stand as labelled cards on a phone: nothing is broken letter by letter, nothing scrolls sideways."""

import pytest

from tests.browser import sign_in
from tests.looking import axe

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]

LABEL = 'cell => getComputedStyle(cell, "::before").content'
SIDEWAYS = "frame => frame.scrollWidth - frame.clientWidth"


@pytest.mark.parametrize(
    ("address", "labels"),
    [("/desk/people/", {'"登录名"', '"状态"'}), ("/desk/agencies/", {'"代码"', '"种类"'})],
)
def test_each_value_stands_behind_its_label(phone, cast, address, labels, shoot):
    sign_in(phone, cast.administrator)
    phone.goto(address)
    shoot(phone, f"cards{address.replace('/', '-')}")
    cells = phone.locator(".table--rows td[data-label]:not(:first-child)")
    assert labels <= {cell.evaluate(LABEL) for cell in cells.all()}
    assert min(cell.bounding_box()["width"] for cell in cells.all() if cell.is_visible()) > 250
    assert phone.locator(".table-frame").evaluate(SIDEWAYS) <= 0
    assert axe(phone) == []


def test_figures_scroll_beside_their_first_column(phone, cast):
    sign_in(phone, cast.administrator)
    phone.goto("/account/permissions/")
    frame = phone.locator(".table-frame")
    assert frame.evaluate(SIDEWAYS) > 0
    first = phone.locator("tbody th").first
    before = first.bounding_box()["x"]
    frame.evaluate("frame => frame.scrollBy(200, 0)")
    assert first.bounding_box()["x"] == before
