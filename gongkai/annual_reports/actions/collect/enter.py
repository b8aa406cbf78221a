"""Enter one handing-in: frozen with its hash, counted per organ and year, in place of the one that waited before it."""

from datetime import datetime

from gongkai.agencies.models import Agency
from gongkai.annual_reports.collecting.judging import Counts, findings_of, last_year_of
from gongkai.annual_reports.freezing import sha256_of
from gongkai.annual_reports.models import CollectedFile, HandedIn, ReportVersion
from gongkai.audit import actions as audit
from gongkai.common.permissions import Permit
from gongkai.law.annual_report import check
from gongkai.paperwork.contract_json import loads


def enter(
    *,
    collector: Agency,
    organ: Agency,
    year: int,
    frozen: str,
    permit: Permit,
    now: datetime,
    version: ReportVersion | None = None,
    file: CollectedFile | None = None,
) -> HandedIn:
    """The next handing-in of the organ and year, in the caller's transaction. One that waits is replaced, one accepted stands
    until this one is accepted too.
    """
    Agency.objects.select_for_update(no_key=True).get(pk=organ.pk)
    earlier = HandedIn.objects.filter(collector=collector, organ=organ, year=year)
    number = earlier.count() + 1
    earlier.filter(state="handed_in").update(state="replaced")
    counts = Counts.of(check(loads(frozen), last_year_of(organ.pk, year), organ_kind=organ.kind))
    row = HandedIn.objects.create(
        collector=collector,
        organ=organ,
        year=year,
        number=number,
        source="system" if version else "file",
        report_version=version,
        collected_file=file,
        frozen=frozen,
        sha256=sha256_of(frozen),
        handed_in_at=now,
        errors=counts.errors,
        warnings=counts.warnings,
        notes=counts.notes,
    )
    _record(row, permit, now)
    count_anew(organ.pk, year + 1)
    return row


def _record(row: HandedIn, permit: Permit, now: datetime) -> None:
    audit.record(
        "annual_reports.hand_up",
        row,
        by=permit,
        at=now,
        organ=row.collector.code,
        after={
            "机关": row.organ.name,
            "年度": row.year,
            "次数": row.number,
            "来源": row.get_source_display(),
            "SHA-256": row.sha256,
        },
    )


def count_anew(organ_id: int, year: int) -> None:
    """Count the findings of what stands of a year again: last year's report has changed."""
    standing = HandedIn.objects.filter(
        organ=organ_id, year=year, state__in=("handed_in", "accepted")
    )
    for row in standing:
        counts = Counts.of(findings_of(row))
        HandedIn.objects.filter(pk=row.pk).update(
            errors=counts.errors, warnings=counts.warnings, notes=counts.notes
        )
