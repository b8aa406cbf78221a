"""Whose reports a government's office collects: the organs below it as the tree stood at the end of the year reported on.

Below another government nothing is collected: its own report covers its area, and would be counted twice.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from gongkai.agencies.models import Agency, AgencyName
from gongkai.agencies.queries import in_force, parents_on
from gongkai.law.report_duties import COLLECTORS, owes_report


@dataclass(frozen=True, slots=True)
class Member:
    """An organ that hands in its report, under the name it had at the end of the year."""

    agency: Agency
    name: str
    short_name: str


def last_day(year: int) -> date:
    """The day whose tree decides who owes the report of a year."""
    return date(year, 12, 31)


def collector_of(organ: Agency, year: int) -> Agency | None:
    """The government to whose office the organ hands in its report of the year; None at the top of this installation."""
    parents = parents_on(last_day(year))
    kinds = dict(Agency.objects.values_list("pk", "kind"))
    here = parents.get(organ.pk)
    for _ in range(len(parents)):
        if here is None or kinds[here] in COLLECTORS:
            break
        here = parents.get(here)
    return None if here is None else Agency.objects.get(pk=here)


def members(collector: Agency, year: int) -> list[Member]:
    """The organs that hand in, by code; three queries, whatever their number."""
    ids = set(_ids_below(collector.pk, year))
    names = {row.agency_id: row for row in _names(ids, last_day(year))}
    return [
        Member(
            agency,
            names[agency.pk].name if agency.pk in names else agency.name,
            names[agency.pk].short_name if agency.pk in names else agency.short_name,
        )
        for agency in _agencies(ids, last_day(year))
        if owes_report(agency.kind)
    ]


def is_member(organ_id: int, collector: Agency, year: int) -> bool:
    """Whether an organ hands in there, or is the collector itself."""
    return organ_id == collector.pk or any(
        member.agency.pk == organ_id for member in members(collector, year)
    )


def _ids_below(collector_id: int, year: int) -> Iterator[int]:
    """The organs below, but nothing below a further government."""
    children: dict[int, list[int]] = defaultdict(list)
    for child, parent in parents_on(last_day(year)).items():
        children[parent].append(child)
    governments = set(Agency.objects.filter(kind__in=COLLECTORS).values_list("pk", flat=True))
    waiting, seen = list(children[collector_id]), {collector_id}
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        yield here
        if here not in governments:
            waiting += children[here]


def _agencies(ids: set[int], day: date) -> QuerySet[Agency]:
    return Agency.objects.filter(in_force(day), pk__in=ids).order_by("code")


def _names(ids: set[int], day: date) -> QuerySet[AgencyName]:
    return AgencyName.objects.filter(in_force(day), agency__in=ids)
