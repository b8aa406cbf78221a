"""Every page of the editor in a browser: axe finds nothing, nothing sticks out, nothing is complained of."""

import pytest

from tests.annual_reports.pages.editing import broken, imported, open_editor, with_last_year
from tests.browser import axe, overflow, set_cookie

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db]


@pytest.fixture(params=["edit", "import", "compare"])
def opened(request, cast, page):
    make = {"edit": broken, "import": imported, "compare": with_last_year}[request.param]
    return open_editor(page, cast, make(cast), request.param), request.param


def test_a_page_of_the_editor_is_in_order(opened, shoot):
    page, name = opened
    shoot(page, f"report-{name}-1280")
    assert axe(page) == []
    assert overflow(page) == []


@pytest.mark.parametrize("name", ["edit", "import", "compare"])
def test_a_page_of_the_editor_is_in_order_on_a_phone(cast, phone, shoot, name):
    make = {"edit": broken, "import": imported, "compare": with_last_year}[name]
    open_editor(phone, cast, make(cast), name)
    shoot(phone, f"report-{name}-390")
    assert axe(phone) == []
    assert overflow(phone) == []


@pytest.mark.parametrize("elder", ["0", "1"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_editor_is_in_order_in_the_dark_and_for_the_elder(cast, page, shoot, elder, scheme):
    page.emulate_media(color_scheme=scheme)
    set_cookie(page, "elder", elder)
    open_editor(page, cast, broken(cast))
    shoot(page, f"report-edit-{scheme}-{elder}")
    assert axe(page) == []
    assert overflow(page) == []
