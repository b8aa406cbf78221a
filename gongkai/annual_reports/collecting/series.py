"""The report that stands for each organ and year, wherever it came from: what comparisons, roll-ups and last year's check rest on.

A pure read with a constant number of queries.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db.models import Case, Count, OuterRef, QuerySet, Subquery, Value, When

from gongkai.agencies.models import Agency
from gongkai.annual_reports.models import HandedIn, ReportVersion
from gongkai.common.clock import law_day
from gongkai.law.annual_report import AnnualReport
from gongkai.paperwork.contract_json import loads

Key = tuple[int, int]
"""Organ and year."""


@dataclass(frozen=True, slots=True)
class StandingReport:
    """One organ's report of one year as it stands. ``versions`` counts how often it was handed in, or published.

    ``source``: from this system, or from a file that an organ on another system handed in. ``accepted``: by the office that
    collects. ``handed_on`` is the day of law.
    """

    agency: Agency
    year: int
    value: AnnualReport
    source: Literal["system", "file"]
    handed_on: date
    versions: int
    accepted: bool


def standing_reports(
    organ_ids: Collection[int], years: Collection[int], *, accepted_only: bool = False
) -> list[StandingReport]:
    """By organ and year the report accepted, else the newest not sent back, else the one public on this system; in that order.

    ``accepted_only`` leaves the second and third out.
    """
    found = {_key(row): row for row in _handed_in(organ_ids, years, accepted_only=accepted_only)}
    standing = {key: _from_collection(row) for key, row in found.items()}
    if not accepted_only:
        public = {_version_key(row): row for row in _public(organ_ids, years)}
        missing = {key: row for key, row in public.items() if key not in standing}
        standing |= {key: _from_version(row) for key, row in missing.items()}
    return sorted(standing.values(), key=lambda one: (one.agency.code, one.year))


def standing_value(organ_id: int, year: int) -> AnnualReport | None:
    """What ``standing_report`` says, and nothing of where it came from: quicker, for checks of one year against the last."""
    handed_in = HandedIn.objects.filter(organ=organ_id, year=year)
    standing = handed_in.filter(state__in=("handed_in", "accepted"))
    newest = standing.order_by("state", "-handed_in_at", "-pk")  # accepted stands before handed_in
    frozen = newest.values_list("frozen", flat=True).first()
    if frozen is None:
        own = ReportVersion.objects.filter(report__agency=organ_id, report__year=year)
        public = own.filter(report__is_withdrawn=False).exclude(published_at=None)
        frozen = public.order_by("-number").values_list("frozen", flat=True).first()
    return None if frozen is None else loads(frozen)


def standing_report(organ_id: int, year: int) -> StandingReport | None:
    """The report of one organ and year, or None."""
    return next(iter(standing_reports([organ_id], [year])), None)


def _handed_in(
    organ_ids: Collection[int], years: Collection[int], *, accepted_only: bool
) -> QuerySet[HandedIn]:
    """What was handed in and counts, so ordered that the one that stands comes last."""
    states = ["accepted"] if accepted_only else ["handed_in", "accepted"]
    same = HandedIn.objects.filter(
        collector=OuterRef("collector"), organ=OuterRef("organ"), year=OuterRef("year")
    ).order_by()
    number = same.values("organ").annotate(number_of=Count("pk")).values("number_of")
    rank = Case(When(state="accepted", then=Value(1)), default=Value(0))
    return (
        HandedIn.objects.filter(organ__in=organ_ids, year__in=years, state__in=states)
        .select_related("organ")
        .annotate(versions=Subquery(number), rank=rank)
        .order_by("rank", "handed_in_at", "pk")
    )


def _public(organ_ids: Collection[int], years: Collection[int]) -> QuerySet[ReportVersion]:
    """What is public of organs on this system, the newest of each last."""
    same = (
        ReportVersion.objects.filter(report=OuterRef("report"))
        .exclude(published_at=None)
        .order_by()
    )
    number = same.values("report").annotate(number_of=Count("pk")).values("number_of")
    return (
        ReportVersion.objects.filter(report__agency__in=organ_ids, report__year__in=years)
        .filter(report__is_withdrawn=False)
        .exclude(published_at=None)
        .select_related("report__agency")
        .annotate(versions=Subquery(number))
        .order_by("number")
    )


def _key(row: HandedIn) -> Key:
    return row.organ_id, row.year


def _version_key(row: ReportVersion) -> Key:
    return row.report.agency_id, row.report.year


def _from_collection(row: HandedIn) -> StandingReport:
    return StandingReport(
        agency=row.organ,
        year=row.year,
        value=loads(row.frozen),
        source="system" if row.source == "system" else "file",
        handed_on=law_day(row.handed_in_at),
        versions=row.versions,
        accepted=row.state == "accepted",
    )


def _from_version(row: ReportVersion) -> StandingReport:
    return StandingReport(
        agency=row.report.agency,
        year=row.report.year,
        value=loads(row.frozen),
        source="system",
        handed_on=law_day(row.published_at),
        versions=row.versions,
        accepted=False,
    )
