"""A county's organs with the reports they handed in, from the simulated county of ``bench``."""

from dataclasses import replace
from datetime import UTC, datetime

from django.db import transaction

from bench.county_reports.county import county
from gongkai.agencies.models import Agency
from gongkai.annual_reports.actions.collect.enter import enter
from gongkai.annual_reports.models import CollectedBatch, CollectedFile, HandedIn, Population
from gongkai.common.permissions import Permit
from gongkai.paperwork.contract_json import dumps
from tests.annual_reports.stories import flawless
from tests.people import Cast, make_agency

NOW = datetime(2025, 4, 10, 2, 0, tzinfo=UTC)
YEARS = (2022, 2023, 2024)


def organs_with_reports(cast: Cast, number: int, seed: int = 3, first: int = 1) -> list[Agency]:
    """So many departments and townships below the county, each with three reports, by code; their codes count from ``first``."""
    whole = county(seed, number + 1)
    made = []
    for place, organ in enumerate(whole.organs[1:], start=1):
        agency = make_agency(f"33{place + first:04}", organ.name, organ.kind, cast.county)
        for year in YEARS:
            hand_in(cast, agency, whole.reports[place, year].report)
        made.append(agency)
    return made


def hand_in(cast: Cast, agency: Agency, report) -> HandedIn:
    """One report as the county's office takes it in from a folder."""
    permit = Permit(cast.supervisor.pk, cast.supervisor.name, "监督")
    given = {"frozen": dumps(report), "year": report.year, "permit": permit, "now": NOW}
    with transaction.atomic():
        return enter(collector=cast.county, organ=agency, file=_file(cast, agency), **given)


def _file(cast: Cast, agency: Agency) -> CollectedFile:
    """The next file of one folder."""
    facts = {"name": "年报.zip", "total": 1, "started_at": NOW, "changed_at": NOW}
    batch, _ = CollectedBatch.objects.get_or_create(
        collector=cast.county, year=2024, sha256="0" * 64, defaults=facts
    )
    number = batch.files.count() + 1
    return batch.files.create(
        position=number, name=f"{agency.name}.docx", state="read", organ=agency
    )


def people(agency: Agency, persons: int, year: int = 2024) -> Population:
    """A population that was entered."""
    return Population.objects.create(
        agency=agency, year=year, persons=persons, basis="统计年鉴", by_name="孙监督", at=NOW
    )


def report_named(name: str):
    """A small sound report of 2024 of an organ of that name."""
    return replace(flawless(), organ=name)
