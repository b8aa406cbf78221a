"""Hand a published report up to the government's office, with nobody's doing: art. 49(1) asks for both on one day."""

from datetime import datetime

from gongkai.annual_reports.actions.collect.enter import enter
from gongkai.annual_reports.collecting.organs import collector_of
from gongkai.annual_reports.models import HandedIn, ReportVersion
from gongkai.common.permissions import Permit


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
