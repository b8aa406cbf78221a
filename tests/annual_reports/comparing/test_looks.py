"""The pages of comparison in a browser with many organs: axe finds nothing, nothing sticks out, nothing is complained of."""

import pytest
from django.urls import reverse

from tests.annual_reports.comparing.handed import organs_with_reports, people
from tests.browser import sign_in
from tests.looking import unsound

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db]


@pytest.fixture
def county_of_organs(cast):
    for place, organ in enumerate(organs_with_reports(cast, 24)):
        if place % 2:
            people(organ, 20_000 + 300 * place)


@pytest.mark.parametrize(
    ("name", "asked"),
    [("comparison", "?measure=granted_share"), ("comparison", "?measure=received_per_10k"), ("populations", "")],
)  # fmt: skip
def test_a_page_of_comparison_is_sound(cast, county_of_organs, page, shoot, name, asked):
    sign_in(page, cast.supervisor)
    page.goto(reverse(f"annual_reports:{name}") + asked)
    assert unsound(page, shoot, f"{name}{asked.replace('?measure=', '-')}") == []


def test_ticked_organs_are_drawn(cast, county_of_organs, page):
    sign_in(page, cast.supervisor)
    page.goto(reverse("annual_reports:comparison"))
    for box in page.get_by_role("checkbox").all()[:3]:
        box.uncheck()
    chosen = page.get_by_role("checkbox").nth(7)
    chosen.check()
    page.get_by_role("button", name="画走势").click()
    page.get_by_text("走势的数字").click()
    assert page.get_by_role("region", name="走势的数字").locator("tbody tr").count() == 1
