"""Every page of the editor in a browser: axe finds nothing, nothing sticks out, nothing is complained of."""

import pytest

from tests.annual_reports.pages.editing import broken, imported, open_editor, with_last_year
from tests.looking import unsound

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db]


@pytest.mark.parametrize(
    ("name", "make"), [("edit", broken), ("import", imported), ("compare", with_last_year)]
)
def test_a_page_of_the_editor_is_sound(cast, page, shoot, name, make):
    open_editor(page, cast, make(cast), name)
    assert unsound(page, shoot, f"report-{name}") == []


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
