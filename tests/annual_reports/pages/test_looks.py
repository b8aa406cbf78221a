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


CUT = "() => [...document.querySelectorAll('.table-frame')].filter(it => it.scrollWidth > it.clientWidth).map(it => it.ariaLabel)"


def test_no_table_of_a_report_is_cut_on_a_desktop(cast, page):
    report = broken(cast)
    for name in ("report", "edit"):
        open_editor(page, cast, report, name)
        assert page.locator(".table-frame").count() == 3
        assert page.evaluate(CUT) == []


@pytest.mark.parametrize("name", ["report", "edit"])
def test_all_labels_stay_while_figures_move_on_a_phone(cast, phone, name):
    open_editor(phone, cast, broken(cast), name)
    frame = phone.get_by_role("region", name="表三")
    labels = frame.locator("tbody tr:nth-child(5) .label, tbody tr:nth-child(1) .label").all()
    before = [label.bounding_box()["x"] for label in labels]
    frame.evaluate("frame => { frame.scrollLeft = 150 }")
    after = [label.bounding_box()["x"] for label in labels]
    assert len(labels) == 3
    assert after == pytest.approx(before, abs=4)
    assert frame.get_by_text("申请人情况").bounding_box()["x"] < 390
