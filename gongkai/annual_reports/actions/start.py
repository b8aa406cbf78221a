"""Start a report: one for each organ and year, every cell still to be filled in."""

from datetime import date, datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.agencies.queries import name_on
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.values import columns_of
from gongkai.audit import actions as audit
from gongkai.common.clock import law_day
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.law.annual_report.form import FORM_2019
from gongkai.law.annual_report.report import empty_report
from gongkai.law.citation import Cite

FIRST_YEAR = 2008
"""The first Regulations came into force on 2008-05-01; older reports are nobody's duty."""


@transaction.atomic
def start(*, agency: Agency, year: int, by: User, now: datetime) -> Report:
    """A draft of the report of ``year``, all cells blank. Refused where there is one, or where the year has not begun."""
    permit = require(by, "annual_reports.edit", agency)
    Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
    _require_year(agency, year, law_day(now))
    organ = name_on(agency, law_day(now))
    edition = "2019" if FORM_2019.covers(date(year + 1, 1, 1)) else "2021"
    blank = empty_report(edition, undivided=edition == "2019", reason="blank")
    columns = columns_of(blank) | {"title": f"{organ}{year}年政府信息公开工作年度报告"}
    report = Report.objects.create(
        agency=agency, year=year, organ=organ, created_at=now, updated_at=now, **columns
    )
    audit.record(
        "annual_reports.start",
        report,
        by=permit,
        at=now,
        organ=agency.code,
        after={"年度": year, "格式": edition, "状态": report.stands.label},
    )
    return report


def _require_year(agency: Agency, year: int, today: date) -> None:
    if not FIRST_YEAR <= year <= today.year:
        raise Refusal(f"年度应在{FIRST_YEAR}至{today.year}之间，得到{year}", cite=Cite("条例", 49))
    if Report.objects.filter(agency=agency, year=year).exists():
        raise Refusal(
            f"{agency.name}{year}年度报告已经建立",
            cite=Cite("条例", 49),
            next_step="请打开已有的报告继续编制",
        )
