"""Arguments for the addresses of compiled figures and of departments' returns: for tests of who may open them, and of how they look."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.annual_reports.views.compiling import usual_year
from gongkai.common.clock import current, law_day
from gongkai.files.actions import receive
from gongkai.paperwork import print_report
from tests.annual_reports import stories
from tests.annual_reports.promising import last_year, promise, promised_and_drafted
from tests.annual_reports.records import YEAR, returned
from tests.casework.cases import registered
from tests.people import Cast

Sample = Callable[[Cast], Mapping[str, Any]]


def town(cast: Cast) -> Mapping[str, Any]:
    """The town as an organ."""
    return {"pk": cast.town.pk}


def a_return(cast: Cast) -> Mapping[str, Any]:
    """Twelve permits."""
    return {"pk": returned(cast).pk}


def a_cell(cast: Cast) -> Mapping[str, Any]:
    """The requests received of a year in which there is one."""
    registered(cast, date(YEAR, 11, 4))
    return {"agency": cast.town.pk, "year": YEAR, "cell": "requests.received.total"}


def report_in(state: Callable[[Cast], Any]) -> Sample:
    """An annual report in the state that a story of the tests brings it to."""
    return lambda cast: {"pk": state(cast).pk}


def report_source_page(cast: Cast) -> Mapping[str, Any]:
    """The first page of a PDF handed in for a report."""
    given = SimpleUploadedFile("年报.pdf", print_report(stories.flawless(), "pdf"))
    stored = receive(
        agency=cast.town, upload=given, purpose="report_source", by=cast.clerk, now=current()
    )
    return {"pk": stories.drafted(cast).pk, "token": stored.token, "number": 1}


SAMPLES: dict[str, Sample] = {
    "annual_reports:cell": a_cell,
    "annual_reports:take_compiled": town,
    "annual_reports:enter_return": town,
    "annual_reports:import_returns": town,
    "annual_reports:confirm_returns": town,
    "annual_reports:replace_return": a_return,
    "annual_reports:strike_return": a_return,
}
SAMPLES["annual_reports:report"] = report_in(stories.drafted)
SAMPLES["annual_reports:preview"] = report_in(stories.drafted)
SAMPLES["annual_reports:version"] = lambda cast: {"pk": stories.signed(cast).pk, "number": 1}
SAMPLES["annual_reports:download"] = lambda cast: {
    "pk": stories.signed(cast).pk,
    "number": 1,
    "kind": "json",
}
SAMPLES |= {
    f"annual_reports:{step}": report_in(state)
    for step, state in {
        "submit": stories.drafted,
        "take_back": stories.submitted,
        "review": stories.submitted,
        "send_back": stories.submitted,
        "sign": stories.reviewed,
        "undo_signing": stories.signed,
        "publish": stories.signed,
        "begin_correction": stories.published,
        "drop_correction": stories.in_correction,
        "withdraw": stories.published,
    }.items()
}
for page in ("edit", "import", "compare"):
    SAMPLES[f"annual_reports:{page}"] = report_in(stories.drafted)
SAMPLES["annual_reports:source_page"] = report_source_page
SAMPLES["annual_reports:promises"] = report_in(stories.drafted)
SAMPLES["annual_reports:mark_promise"] = report_in(last_year)
for page in ("answer_promise", "drop_promise"):
    SAMPLES[f"annual_reports:{page}"] = lambda cast: {"pk": promise(cast, last_year(cast)).pk}


def with_returns(cast: Cast) -> Mapping[str, Any]:
    """A January of permits in the year that the pages show at first, and a number that was replaced."""
    year = usual_year(law_day(current()))
    january = {"first_day": date(year, 1, 1), "last_day": date(year, 1, 31), "now": current()}
    returned(cast, figure="13", replaces=returned(cast, **january), **january)
    returned(cast, "administrative_fees_wan_yuan", "25.1", **january)
    return {}


SHOWN: dict[str, Sample] = {
    "annual_reports:promises": report_in(promised_and_drafted),
    "annual_reports:returns": with_returns,
    "annual_reports:compile": with_returns,
}
"""Records where a page has most to show."""
