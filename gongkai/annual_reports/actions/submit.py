"""Send a report to its reviewer, and take it back before anybody has reviewed it."""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.annual_reports.actions.moving import begin
from gongkai.annual_reports.models import Report
from gongkai.common.refusals import NotAllowed


@transaction.atomic
def submit(*, report: Report, by: User, now: datetime, seen_version: int | None = None) -> Report:
    """To the reviewer. Broken balances do not stop it: the reviewer sees them, and nothing is signed with them."""
    moving = begin(report, "submit", by=by, now=now, seen_version=seen_version)
    here = moving.report
    here.submitted_by, here.submitted_at = by, now
    here.reviewed_by, here.reviewed_at = None, None
    here.remarks.filter(open=True).update(open=False)
    return moving.finish(after={"送复核人": by.name})


@transaction.atomic
def take_back(*, report: Report, by: User, now: datetime) -> Report:
    """Back to the draft, by the person who sent it up."""
    moving = begin(report, "take_back", by=by, now=now)
    if moving.report.submitted_by_id != by.pk:
        raise NotAllowed(
            "只有送复核的人能撤回", cite=moving.move.cite, next_step="可以请复核人退回修改"
        )
    return moving.finish()
