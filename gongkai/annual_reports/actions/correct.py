"""Correct a published report: open it again with a note that the public will read, or give the correction up."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.annual_reports.actions.moving import begin
from gongkai.annual_reports.compiling.span import Span
from gongkai.annual_reports.models import Report, ReportEvidence, ReportVersion
from gongkai.annual_reports.queries import public_version, version_value
from gongkai.annual_reports.values import changes, columns_of, from_outside
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite

LONGEST_NOTE = 1000


@transaction.atomic
def begin_correction(*, report: Report, note: str, by: User, now: datetime) -> Report:
    """Open the report for correction. ``note`` says what was wrong; it is published with the corrected version."""
    note = note.strip()
    moving = begin(report, "begin_correction", by=by, now=now, reason=note)
    if len(note) > LONGEST_NOTE:
        raise Refusal(f"更正说明最多{LONGEST_NOTE}字", cite=moving.move.cite)
    moving.report.correction_note, moving.report.writers = note, [by.pk]
    return moving.finish(reason=note)


@transaction.atomic
def drop_correction(*, report: Report, by: User, now: datetime) -> Report:
    """Give the correction up: figures and text go back to what is public."""
    moving = begin(report, "drop_correction", by=by, now=now)
    here = moving.report
    if here.is_withdrawn:
        raise Refusal(
            "这份报告已经撤下，只能更正后重新公布",
            cite=Cite("条例", 49),
            next_step="请改正后送复核",
        )
    version = public_version(here)
    public = columns_of(from_outside(version_value(version), here))
    before, after = changes({name: getattr(here, name) for name in public}, public)
    for name, kept in public.items():
        setattr(here, name, kept)
    here.correction_note, here.writers = "", []
    here.compiled = _compiled_of(version)
    here.remarks.filter(open=True).update(open=False)
    return moving.finish(before=before, after=after)


def _compiled_of(version: ReportVersion) -> dict[str, Any]:
    """What the figures of a version were taken from: the records frozen with it, or nothing."""
    kept = ReportEvidence.objects.filter(version=version).first()
    if kept is None:
        return {}
    last = date.fromisoformat(kept.content["as_of"])
    return {
        "at": version.signed_at.isoformat(),
        "as_of": "" if Span(version.report.year, last).is_whole else last.isoformat(),
        "by": version.submitted_by_name,
        "figures": kept.content["figures"],
    }
