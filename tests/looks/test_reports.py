"""Pages of reports in states that the look at every page does not meet: nothing for axe to find, nothing wider than the screen."""

import pytest

from tests.annual_reports import stories
from tests.annual_reports.stories import flawless
from tests.browser import sign_in
from tests.law.annual_report.reports import with_figures
from tests.looking import unsound

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]

BROKEN = {"requests.granted.natural_person": 2, "proactive.permits": None}


def broken(cast):
    """A draft with a row that does not add up and a blank cell."""
    return stories.drafted(cast, with_figures(flawless(), BROKEN))


def doubted(cast):
    """Waits for its signature, with a balance broken and a warning."""
    return stories.reviewed(cast, with_figures(flawless(), BROKEN))


PAGES = {
    "empty-list": (lambda _: None, "clerk", "/desk/reports/"),
    "report-broken": (broken, "clerk", "/desk/reports/{pk}/"),
    "report-published": (stories.published, "signer", "/desk/reports/{pk}/"),
    "report-in-correction": (stories.in_correction, "clerk", "/desk/reports/{pk}/"),
    "sign-refused": (doubted, "signer", "/desk/reports/{pk}/sign/"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_reports_is_sound(page, cast, shoot, name):
    make, who, address = PAGES[name]
    report = make(cast)
    sign_in(page, getattr(cast, who))
    page.goto(address.format(pk=report.pk if report else ""))
    assert unsound(page, shoot, f"reports-{name}") == []
