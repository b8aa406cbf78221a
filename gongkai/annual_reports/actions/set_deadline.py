"""A county's office sets the day by which its townships publish, for every year or for one year's report."""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.annual_reports.models import ReportDeadline
from gongkai.audit import actions as audit
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite

DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""29 February is no date of every year."""


@transaction.atomic
def set_deadline(
    *,
    agency: Agency,
    year: int | None,
    month: int,
    day: int,
    basis: str,
    by: User,
    now: datetime,
) -> ReportDeadline:
    """Set or replace the day. ``basis`` names the notice that sets it; ``year`` is the report's, None for every year."""
    permit = require(by, "annual_reports.set_deadline", agency)
    if not 1 <= month <= 12 or not 1 <= day <= DAYS[month - 1]:
        raise Refusal(f"没有每年{month}月{day}日这一天", cite=Cite("条例", 49))
    if not basis.strip():
        raise Refusal("请写明确定日期的通知名称和文号", cite=Cite("条例", 49))
    Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
    old = ReportDeadline.objects.filter(agency=agency, year=year).first()
    row, _ = ReportDeadline.objects.update_or_create(
        agency=agency, year=year, defaults={"month": month, "day": day, "basis": basis.strip()}
    )
    audit.record(
        "annual_reports.set_deadline",
        row,
        by=permit,
        at=now,
        organ=agency.code,
        before={"日期": str(old)} if old else None,
        after={"日期": str(row)},
        reason=row.basis,
    )
    return row
