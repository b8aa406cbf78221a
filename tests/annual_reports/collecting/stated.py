"""The county's own report, as it is being worked on: what the sum of its organs is held against."""

from gongkai.annual_reports import actions
from gongkai.annual_reports.models import Report
from gongkai.common.clock import current
from gongkai.law.annual_report import AnnualReport
from tests.annual_reports.collecting.samples import last_year
from tests.people import Cast, make_person


def state(cast: Cast, value: AnnualReport) -> Report:
    """A draft of last year's report of the county with these figures."""
    clerk = make_person("xian", "县经办", cast.county, "clerk")
    report = actions.start(agency=cast.county, year=last_year(), by=clerk, now=current())
    return actions.save(
        report=report, seen_version=report.version, value=value, by=clerk, now=current()
    )
