"""What a comparison is about, as the address asks for it; what makes no sense falls back to the usual."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max
from django.http import QueryDict

from gongkai.agencies.models import Agency
from gongkai.agencies.views.chosen import is_small
from gongkai.annual_reports.comparing.measures import BY_KEY, MEASURES, Measure
from gongkai.annual_reports.models import HandedIn, ReportVersion
from gongkai.common.permissions import Actor, agencies_for
from gongkai.law.catalogue.item import ORGAN_LABELS
from gongkai.law.report_duties import COLLECTORS, owes_report

ACT = "annual_reports.compare"
FIRST_YEAR = 2019
TREND_YEARS, TREND_ORGANS = 5, 5


@dataclass(frozen=True, slots=True)
class Asked:
    """The measure, the year reported on, the kind of organ ("" for all below a government), and whose years are drawn."""

    measure: Measure
    year: int
    kind: str
    organs: tuple[int, ...]

    @property
    def years(self) -> range:
        """The years of a trend, the one asked for last."""
        return range(max(FIRST_YEAR, self.year - TREND_YEARS + 1), self.year + 1)


def newest_year(organs: Iterable[Agency], last_year: int) -> int:
    """The newest year of which the organs have reports, ``last_year`` where they have none."""
    ids = [organ.pk for organ in organs]
    handed = HandedIn.objects.filter(organ_id__in=ids, year__lte=last_year)
    published = ReportVersion.objects.filter(report__agency_id__in=ids, report__year__lte=last_year)
    found = (
        handed.aggregate(newest=Max("year"))["newest"],
        published.exclude(published_at=None).aggregate(newest=Max("report__year"))["newest"],
    )
    return max((year for year in found if year), default=last_year)


def asked(data: QueryDict, last_year: int, usual_year: int) -> Asked:
    """Read the address; ``last_year`` is the newest that can be asked for, ``usual_year`` the one meant where none is named."""
    year = data.get("year", "")
    known = is_small(year) and FIRST_YEAR <= int(year) <= last_year
    kind = data.get("kind", "")
    organs = [int(pk) for pk in data.getlist("organ") if is_small(pk)]
    return Asked(
        BY_KEY.get(data.get("measure", ""), MEASURES[0]),
        int(year) if known else usual_year,
        kind if kind in ORGAN_LABELS else "",
        tuple(dict.fromkeys(organs))[:TREND_ORGANS],
    )


def within_reach(actor: Actor) -> list[Agency]:
    """The organs whose reports the person may compare, by code."""
    reach = Agency.objects.filter(pk__in=agencies_for(actor, ACT)).order_by("code")
    return [organ for organ in reach if owes_report(organ.kind)]


def of_kind(organs: Iterable[Agency], kind: str) -> list[Agency]:
    """Those of the kind; without a kind all but governments that report for everybody below them."""
    return [one for one in organs if (one.kind == kind if kind else one.kind not in COLLECTORS)]


def kinds_of(organs: Iterable[Agency]) -> list[tuple[str, str]]:
    """The kinds there are, with their words."""
    there = {organ.kind for organ in organs}
    return [(kind, label) for kind, label in ORGAN_LABELS.items() if kind in there]
