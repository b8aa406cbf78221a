"""Last year's report, where one is public: what it hands on to this year is brought into line with the record, by a correction.

An invented report knows nothing of what is simulated beside it; without this the next one could not follow from it.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from gongkai.annual_reports import actions
from gongkai.annual_reports.compiling import figures_of_many
from gongkai.annual_reports.compiling.span import Span
from gongkai.annual_reports.editing.totals import with_totals
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.queries import as_value, findings
from gongkai.casework.counting import request_figures
from gongkai.casework.models import Case
from gongkai.config.simulation.applicants import KINDS, MARK
from gongkai.config.simulation.draw import Draw, next_workday
from gongkai.config.simulation.house import House
from gongkai.config.simulation.plan import Plan
from gongkai.law.annual_report import AnnualReport, Figure

NOTE = "经核对登记簿和文件目录，上年末结转本年办理的申请、现行有效的规范性文件漏报，现予更正。（演示数据）"


def correcting(draw: Draw) -> Plan:
    """In the February of the year, and in that after it: once the year before has been told."""
    plan = Plan()
    for new_year in (draw.first, draw.last):
        day = next_workday(new_year + timedelta(50))
        plan.at(day, 9, "更正上年年报", put_right)
    return plan


def put_right(house: House, now: datetime) -> None:
    """Correct, review, sign and publish last year's report, where it is public and carries over something else than the record."""
    year = now.year - 1
    report = Report.objects.filter(agency=house.agency, year=year, state="published").first()
    if report is None or _carried(house, year) == _told(as_value(report)):
        return
    report = actions.begin_correction(report=report, note=NOTE, **house.clerk(now))
    if Case.objects.filter(agency=house.agency, title__contains=f"{MARK}{year}-").exists():
        report = actions.take_compiled(report=report, **house.clerk(now))
    else:
        value = _in_line(as_value(report), _carried(house, year))
        value = replace(value, figures={**value.figures, **_documents(house, year)})
        seen = report.version
        report = actions.save(report=report, seen_version=seen, value=value, **house.clerk(now))
    _bring_out(house, report, now)


def _carried(house: House, year: int) -> dict[str, Figure]:
    """What the record carries over, by cell of each kind of applicant."""
    found = request_figures(house.agency, year)
    return {
        f"requests.carried_out.{kind}": found[f"requests.carried_out.{kind}"] for kind, _ in KINDS
    }


def _told(value: AnnualReport) -> dict[str, Figure]:
    return {
        key: value.figures[key] for key in (f"requests.carried_out.{kind}" for kind, _ in KINDS)
    }


def _documents(house: House, year: int) -> dict[str, Figure]:
    """What the record has of normative documents."""
    found = figures_of_many([house.agency.pk], Span(year))[house.agency.pk]
    return {key: found[key] for key in found if key.startswith("proactive.normative_documents")}


def _in_line(value: AnnualReport, carried: dict[str, Figure]) -> AnnualReport:
    """The report with what is carried over, and as much more or less received: what was concluded stays."""
    figures = dict(value.figures)
    for cell, number in carried.items():
        received = cell.replace("carried_out", "received")
        figures[received] = (figures[received] or 0) + (number or 0) - (figures[cell] or 0)
        figures[cell] = number
    totalled: AnnualReport = with_totals(replace(value, figures=figures))
    return totalled


def _bring_out(house: House, report: Report, now: datetime) -> None:
    """Reviewed, signed with every warning read, and public with the note."""
    report = actions.submit(report=report, **house.clerk(now))
    noon, evening = now + timedelta(hours=3), now + timedelta(hours=7)
    report = actions.review(report=report, **house.acting("reviewer", noon))
    read = {found.fingerprint for found in findings(report) if found.severity == "warning"}
    report = actions.sign(report=report, acknowledged=read, **house.signer(evening))
    actions.publish(report=report, **house.signer(evening))
