"""Save figures and text of a report that is being drafted or corrected."""

from datetime import datetime
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.annual_reports.actions.moving import locked
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.values import NotKeepable, changes, columns_of
from gongkai.audit import actions as audit
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.annual_report import AnnualReport
from gongkai.law.citation import Cite


@transaction.atomic
def save(
    *, report: Report, seen_version: int, value: AnnualReport, by: User, now: datetime
) -> Report:
    """Keep ``value``; nothing is written where nothing changed.

    Raises Conflict with the present report as ``theirs`` where somebody else saved since ``seen_version``, Refusal where
    the state does not allow changes or the value cannot be kept.
    """
    permit = require(by, "annual_reports.edit", report.agency)
    here = locked(report, seen_version)
    require_open(here)
    return put(here, keepable(value), "annual_reports.save", permit=permit, at=now)


def require_open(report: Report) -> None:
    """Refusal unless figures and text may be changed in the state the report is in."""
    if not report.stands.open:
        raise Refusal(
            f"这份报告现在是“{report.stands.label}”，数据和文字已经固定，不能修改",
            cite=Cite("条例", 17, 1),
            next_step="需要修改的，请先退回修改、撤回送审或者开始更正",
        )


def keepable(value: AnnualReport) -> dict[str, Any]:
    """The columns of a value, or Refusal in words."""
    try:
        return columns_of(value)
    except NotKeepable as error:
        raise Refusal(str(error)) from error


def put(
    report: Report, columns: dict[str, Any], act: str, *, permit: Permit, at: datetime, **more: Any
) -> Report:
    """Set the columns, count the version, and write what changed to the journal. ``more`` are columns besides the value."""
    before, after = changes({name: getattr(report, name) for name in columns}, columns)
    if not before and not after and not more and report.notes == columns["notes"]:
        return report
    for name, kept in (columns | more).items():
        setattr(report, name, kept)
    report.writers = sorted({*report.writers, permit.actor_id})
    report.version += 1
    report.updated_at = at
    report.save()
    audit.record(
        act, report, by=permit, at=at, organ=report.agency.code, before=before, after=after
    )
    return report
