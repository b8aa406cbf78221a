"""The second person's look: pass the report on to be signed, or send it back with remarks on places."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.annual_reports.actions.moving import begin
from gongkai.annual_reports.models import Remark, Report
from gongkai.annual_reports.places import places
from gongkai.common.refusals import Refusal

LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Said:
    """One remark to be made. ``where`` is a cell's key, ``chapters.overview``, or "" for the report as a whole."""

    text: str
    where: str = ""


@transaction.atomic
def review(*, report: Report, by: User, now: datetime, seen_version: int | None = None) -> Report:
    """Passed: the report waits for its signature. Not by whoever submitted it."""
    moving = begin(report, "review", by=by, now=now, seen_version=seen_version)
    moving.report.reviewed_by, moving.report.reviewed_at = by, now
    return moving.finish(after={"复核人": by.name})


@transaction.atomic
def send_back(
    *,
    report: Report,
    remarks: Iterable[Said],
    by: User,
    now: datetime,
    seen_version: int | None = None,
) -> Report:
    """Back to its author with at least one remark, from the review or from the signer's desk."""
    known = places(report)
    said = [
        Said(remark.text.strip(), remark.where if remark.where in known else "")
        for remark in remarks
        if remark.text.strip()
    ]
    reason = "；".join(f"{known[one.where]}：{one.text}" for one in said)
    moving = begin(report, "send_back", by=by, now=now, seen_version=seen_version, reason=reason)
    for one in said:
        if len(one.text) > LONGEST:
            raise Refusal(f"每条意见最多{LONGEST}字，请分条填写")
        Remark.objects.create(
            report=moving.report, where=one.where, text=one.text, by_name=by.name, at=now
        )
    return moving.finish(reason=reason)
