"""Pages of the collection in states that the look at every page does not meet: nothing for axe to find, nothing that sticks out."""

import pytest

from gongkai.annual_reports.actions.collect import accept_sound, send_back
from gongkai.annual_reports.collecting.rolling_up import rolled_up
from gongkai.annual_reports.models import HandedIn
from gongkai.common.clock import current
from tests.annual_reports.collecting.folders import printed, taken
from tests.annual_reports.collecting.samples import TOWN, gathered, last_year, returned, summed
from tests.annual_reports.collecting.stated import state
from tests.annual_reports.stories import NOW, published
from tests.browser import sign_in
from tests.law.annual_report.reports import with_figures
from tests.looking import unsound

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]


def running(cast) -> int:
    """A batch of which nothing is read yet."""
    files = {f"{n}.json": printed(TOWN, year=last_year(), proactive__permits=n) for n in range(9)}
    return taken(cast, files, last_year(), current()).pk


def differing(cast) -> str:
    """A sum that is not what the county's own report says."""
    summed(cast)
    value = rolled_up(cast.county, last_year()).value()
    changed = {"proactive.permits": 24, "requests.received.total": None}
    state(cast, with_figures(value, changed))
    return ""


def sent_back_here(cast) -> int:
    """The town's own page of a report that the county sent back."""
    report = published(cast)
    row = HandedIn.objects.get()
    send_back(handed_in=row, remark="请核对结转数，2 月 10 日前更正。", by=cast.supervisor, now=NOW)
    return report.pk


def settled(cast) -> str:
    """Some accepted, some sent back, some missing, and some to be looked at."""
    gathered(cast)
    accept_sound(collector=cast.county, year=last_year(), by=cast.supervisor, now=current())
    returned(cast)
    return ""


PAGES = {
    "batch-running": (running, "supervisor", "/desk/reports/collect/batches/{}/"),
    "overview-settled": (settled, "supervisor", "/desk/reports/collect/{}"),
    "handed-in-returned": (
        lambda cast: returned(cast).pk,
        "supervisor",
        "/desk/reports/collect/handed-in/{}/",
    ),
    "sum-differing": (differing, "supervisor", "/desk/reports/collect/sum/{}"),
    "cell-differing": (differing, "supervisor", "/desk/reports/collect/sum/proactive.permits/{}"),
    "own-report-returned": (sent_back_here, "clerk", "/desk/reports/{}/"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_collection_is_sound(page, cast, shoot, name):
    make, who, address = PAGES[name]
    made = make(cast)
    sign_in(page, getattr(cast, who))
    page.goto(address.format(made))
    assert unsound(page, shoot, f"collections-{name}") == []
