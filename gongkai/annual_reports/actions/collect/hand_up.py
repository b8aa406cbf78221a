"""Hand a published report up to the government's office, with nobody's doing: art. 49(1) asks for both on one day."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from gongkai.annual_reports.actions.collect.enter import enter
from gongkai.annual_reports.collecting.organs import collector_of
from gongkai.annual_reports.models import HandedIn, ReportVersion
from gongkai.common.permissions import SYSTEM, Permit

PORTION = 2000
"""Versions a day."""


def hand_up(*, version: ReportVersion, permit: Permit, now: datetime) -> HandedIn | None:
    """Part of the transaction that publishes the version; None where nobody collects. A version is handed up once."""
    report = version.report
    collector = collector_of(report.agency, report.year)
    if collector is None:
        return None
    there = HandedIn.objects.filter(collector=collector, report_version=version).first()
    return there or enter(
        collector=collector,
        organ=report.agency,
        year=report.year,
        frozen=version.frozen,
        version=version,
        permit=permit,
        now=now,
    )


def hand_up_older(now: datetime) -> None:
    """Hand up what was published before anybody collected, or before an organ had a government above it; once a day."""
    there = HandedIn.objects.filter(organ=OuterRef("report__agency"), year=OuterRef("report__year"))
    newer = ReportVersion.objects.filter(report=OuterRef("report"), number__gt=OuterRef("number"))
    public = ReportVersion.objects.exclude(published_at=None)
    last = public.filter(~Exists(newer.exclude(published_at=None)), ~Exists(there))
    standing = last.filter(report__is_withdrawn=False).exclude(report__agency__parent=None)
    for version in standing.select_related("report__agency")[:PORTION]:
        with transaction.atomic():
            hand_up(version=version, permit=SYSTEM, now=now)
