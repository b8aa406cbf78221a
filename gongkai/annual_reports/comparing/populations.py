"""How many people live where an organ works: what was entered for a year, or for the nearest year before it."""

from collections.abc import Collection
from dataclasses import dataclass

from gongkai.annual_reports.models import Population


@dataclass(frozen=True, slots=True)
class People:
    """A population, and of which year it is."""

    persons: int
    year: int


def populations(organ_ids: Collection[int], year: int) -> dict[int, People]:
    """By organ; an organ for which nobody entered anything up to that year is left out."""
    rows = Population.objects.filter(agency_id__in=organ_ids, year__lte=year).order_by("year")
    return {row.agency_id: People(row.persons, row.year) for row in rows}
