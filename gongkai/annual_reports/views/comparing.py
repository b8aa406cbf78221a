"""Reports of many organs side by side for who supervises them: rank, what stands out, years, outcomes; and the same as a file."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gongkai.agencies.models import Agency
from gongkai.annual_reports.collecting.series import StandingReport, standing_reports
from gongkai.annual_reports.comparing import export, pictures
from gongkai.annual_reports.comparing.asking import (
    ACT,
    FIRST_YEAR,
    TREND_ORGANS,
    Asked,
    asked,
    kinds_of,
    newest_year,
    of_kind,
    within_reach,
)
from gongkai.annual_reports.comparing.measures import MEASURES
from gongkai.annual_reports.comparing.populations import People, populations
from gongkai.annual_reports.comparing.table import Line, Table, between, compared, shown
from gongkai.annual_reports.models import HandedIn, Report
from gongkai.common.access import requires
from gongkai.common.charts import in_row
from gongkai.common.clock import law_day
from gongkai.common.listing.export import download
from gongkai.common.listing.parquet import as_parquet
from gongkai.common.permissions import agencies_for

DRAWN_AT_FIRST = 3
PAGE = 20
PARQUET = "application/vnd.apache.parquet"


@requires(ACT)
def comparison(request: HttpRequest) -> HttpResponse:
    """One measure of one year over all organs of a kind."""
    last_year, reach = _last_year(request), within_reach(request.user)
    question = asked(request.GET, last_year, newest_year(reach, last_year))
    organs = of_kind(reach, question.kind)
    reports = standing_reports([organ.pk for organ in organs], [question.year])
    people = populations([organ.pk for organ in organs], question.year)
    table = compared(question.measure, reports, {pk: one.persons for pk, one in people.items()})
    context = {
        "asked": question,
        "measures": MEASURES,
        "years": range(last_year, FIRST_YEAR - 1, -1),
        "kinds": kinds_of(reach),
        "organs": len(organs),
        "silent": _silent(organs, reports),
        "outcomes": pictures.outcomes(reports),
        "may_count": bool(agencies_for(request.user, "annual_reports.set_population")),
        **_ranked(table, _addresses(request, reports), request.GET.get("page", "")),
        **_trend(question, organs, table),
        **_files(question),
    }
    return render(request, "annual_reports/comparison.html", context)


def _last_year(request: HttpRequest) -> int:
    """The newest year of which there can be reports."""
    return law_day(request.now).year - 1


def _silent(organs: Sequence[Agency], reports: Sequence[StandingReport]) -> list[Agency]:
    """The organs without a report of the year."""
    there = {one.agency.pk for one in reports}
    return [organ for organ in organs if organ.pk not in there]


def _ranked(table: Table, addresses: Mapping[int, str], asked_page: str) -> dict[str, Any]:
    """The lines as they are shown, with their bars and the addresses of their reports."""
    unit, spread = table.measure.unit, table.spread
    page = Paginator(table.lines, PAGE).get_page(asked_page)
    return {
        "table": table,
        "says": pictures.finding(table),
        "page": page,
        "rows": [_shown(line, table, addresses) for line in page],
        "high": table.standing_out("high"),
        "low": table.standing_out("low"),
        "middle_half": between(spread.lower, spread.upper, unit) if spread else "",
    }


def _shown(line: Line, table: Table, addresses: Mapping[int, str]) -> dict[str, Any]:
    return {
        "line": line,
        "number": shown(line.number, table.measure.unit),
        "bar": in_row(line.number, table.most),
        "address": addresses.get(line.standing.agency.pk, ""),
        "of": line.measured.pieces,
    }


def _addresses(request: HttpRequest, reports: Sequence[StandingReport]) -> dict[int, str]:
    """By organ where its report of the year can be read on the desk: as it was handed in, else as it was written here."""
    organs = {one.agency.pk for one in reports}
    years = {one.year for one in reports}
    collectors = agencies_for(request.user, "annual_reports.collect")
    written = Report.objects.filter(agency_id__in=organs, year__in=years)
    handed = HandedIn.objects.filter(
        organ_id__in=organs, year__in=years, collector_id__in=collectors
    )
    counts = handed.filter(state__in=("handed_in", "accepted")).order_by("handed_in_at", "pk")
    found = {one.agency_id: _page("report", one.pk) for one in written}
    return found | {one.organ_id: _page("handed_in", one.pk) for one in counts}


def _page(name: str, pk: int) -> str:
    return reverse(f"annual_reports:{name}", kwargs={"pk": pk})


def _trend(question: Asked, organs: Sequence[Agency], table: Table) -> dict[str, Any]:
    """The years of the organs that were chosen, at first of those on top."""
    names = {organ.pk: organ.short_name or organ.name for organ in organs}
    first = [line.standing.agency.pk for line in table.lines[:DRAWN_AT_FIRST]]
    drawn = [pk for pk in question.organs if pk in names] or first
    found = standing_reports(drawn, list(question.years))
    persons = {pk: one.persons for pk, one in populations(drawn, question.year).items()}
    values = pictures.years_of(question.measure, question.years, found, persons)
    drawn = [pk for pk in drawn if pk in values]
    chart = None
    if drawn:
        rows = [values[pk] for pk in drawn]
        chart = pictures.trend(question.measure, question.years, [names[pk] for pk in drawn], rows)
    return {"trend": chart, "drawn": drawn, "most_drawn": TREND_ORGANS}


def _files(question: Asked) -> dict[str, Any]:
    """The addresses of the files of what is shown."""
    said = urlencode({"year": question.year, "kind": question.kind})
    return {
        "files": [
            (kind.upper() if kind != "parquet" else "Parquet", f"{_file(kind)}?{said}")
            for kind in ("csv", "xlsx", "parquet")
        ]
    }


def _file(kind: str) -> str:
    return reverse("annual_reports:comparison_file", kwargs={"kind": kind})


@requires(ACT)
def comparison_file(request: HttpRequest, kind: str) -> HttpResponse:
    """All measures of the organs over the years, as CSV, XLSX or Parquet."""
    if kind not in {"csv", "xlsx", "parquet"}:
        raise Http404
    last_year, reach = _last_year(request), within_reach(request.user)
    question = asked(request.GET, last_year, newest_year(reach, last_year))
    ids = [organ.pk for organ in of_kind(reach, question.kind)]
    rows = export.rows(standing_reports(ids, list(question.years)), _persons(ids, question.years))
    name = f"年报比较{question.years[0]}-{question.years[-1]}"
    if kind != "parquet":
        return download(request, kind, name, export.head(), rows)
    response = HttpResponse(as_parquet(export.columns(), rows), content_type=PARQUET)
    response["Content-Disposition"] = f'attachment; filename="reports-{question.year}.parquet"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _persons(ids: Sequence[int], years: range) -> dict[tuple[int, int], int]:
    found: dict[tuple[int, int], int] = {}
    for year in years:
        people: dict[int, People] = populations(ids, year)
        found |= {(pk, year): one.persons for pk, one in people.items()}
    return found
