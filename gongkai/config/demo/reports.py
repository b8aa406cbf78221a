"""The annual reports of the demo, made by the real acts: imported or typed in, reviewed, signed and published by different people."""

from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.accounts.models import User
from gongkai.annual_reports import actions
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.queries import as_value, findings
from gongkai.config.demo.cast import Stage
from gongkai.config.demo.figures import Year, broken, report_of
from gongkai.config.demo.items import moment
from gongkai.files.actions import receive
from gongkai.law.annual_report import AnnualReport
from gongkai.paperwork import print_report


def publish_year(stage: Stage, organ: str, of: Year) -> None:
    """One published report: begun in January of the next year, public on the twelfth."""
    day = (of.year + 1, 1, 12)
    agency = stage.organs[organ]
    clerk, signer = stage.holder(organ, "clerk"), stage.holder(organ, "signer")
    report = actions.start(agency=agency, year=of.year, by=clerk, now=moment(day, 8))
    value = report_of(agency.name, agency.short_name, of)
    report = _filled(report, value, clerk, moment(day, 9))
    report = actions.submit(report=report, by=clerk, now=moment(day, 10))
    reviewer = stage.holder(organ, "reviewer")
    report = actions.review(report=report, by=reviewer, now=moment(day, 11))
    read = {found.fingerprint for found in findings(report) if found.severity == "warning"}
    report = actions.sign(report=report, by=signer, now=moment(day, 15), acknowledged=read)
    actions.publish(report=report, by=signer, now=moment(day, 16))


def leave_draft(stage: Stage, organ: str, of: Year) -> None:
    """The last year's report, imported from a Word file with a wrong total in it, for people to find and put right."""
    day = (of.year + 1, 1, 8)
    agency, clerk = stage.organs[organ], stage.holder(organ, "clerk")
    report = actions.start(agency=agency, year=of.year, by=clerk, now=moment(day, 8))
    value = broken(report_of(agency.name, agency.short_name, of))
    _imported(report, value, clerk, moment(day, 9))


def _filled(report: Report, value: AnnualReport, clerk: User, now: datetime) -> Report:
    """From a Word file in the year 2024, typed in before; in either case the clerk looks it through and saves."""
    if report.year >= 2024:  # when the office began to import
        report = _imported(report, value, clerk, now)
        value = as_value(report)
    return actions.save(report=report, seen_version=report.version, value=value, by=clerk, now=now)


def _imported(report: Report, value: AnnualReport, clerk: User, now: datetime) -> Report:
    upload = SimpleUploadedFile(f"{value.title}.docx", print_report(value, "docx"))
    file = receive(agency=report.agency, upload=upload, purpose="report_source", by=clerk, now=now)
    return actions.import_file(report=report, file=file, by=clerk, now=now)
