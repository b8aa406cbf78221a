"""The report as the records have it today: its tables with a way into each cell, what could not be counted, and taking it over."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.agencies.models import Agency
from gongkai.agencies.views.chosen import chosen_agency, chosen_year, is_small, reach_of
from gongkai.annual_reports import actions
from gongkai.annual_reports.compiling import compiled
from gongkai.annual_reports.compiling.behind import behind
from gongkai.annual_reports.compiling.compiled import FORM, whole_of
from gongkai.annual_reports.compiling.span import Span
from gongkai.annual_reports.editing.grid import grid_tables
from gongkai.annual_reports.editing.panel import panel
from gongkai.annual_reports.editing.typed import Typed, texts_of
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.queries import last_year_of
from gongkai.common.access import requires
from gongkai.common.clock import law_day
from gongkai.common.permissions import allowed
from gongkai.common.refusals import Refusal
from gongkai.law.annual_report import check
from gongkai.law.annual_report.definitions import RECORD_LABELS, column_words
from gongkai.law.annual_report.findings import plain
from gongkai.law.annual_report.form import FORM_2021

PAGE = 50
FIRST_YEAR = FORM_2021.since.year
TITLES = {cell.key: cell.title for cell in FORM}


@requires("annual_reports.view")
def compile_page(request: HttpRequest) -> HttpResponse:
    """An organ's year as the records have it; the person's own organ and the year that is reported on next."""
    reach = reach_of(request, "annual_reports.view")
    agency, today = chosen_agency(request, reach), law_day(request.now)
    year = chosen_year(request, usual_year(today))
    if not FIRST_YEAR <= year <= today.year:
        raise Http404
    as_of = _as_of(request, year, today)
    found = compiled(agency, year, as_of)
    value = found.value
    findings = check(value, last_year_of(agency, year), organ_kind=agency.kind)
    report = Report.objects.filter(agency=agency, year=year).first()
    context = {
        "agency": agency,
        "agencies": reach.order_by("code"),
        "year": year,
        "years": range(today.year, FIRST_YEAR - 1, -1),
        "as_of": found.span.last,
        "is_whole": found.span.is_whole,
        "asked_day": request.GET.get("as_of", "") and as_of,
        "tables": grid_tables(Typed(value, texts_of(value), {}), findings),
        "weights": panel(value, [one for one in findings if one.rule != "structure"]),
        "gaps": found.gaps,
        "report": report,
        "may_take": allowed(request.user, "annual_reports.edit", agency)
        and (report is None or report.stands.open)
        and not request.GET.get("as_of"),
    }
    return render(request, "annual_reports/compiled.html", context)


def _as_of(request: HttpRequest, year: int, today: date) -> date | None:
    """The day up to which is counted: the one asked for, else today, or None where the year is over.

    404 for a day outside the year, and for a year ahead.
    """
    asked = request.GET.get("as_of", "")
    if year > today.year:
        raise Http404
    if not asked:
        return today if today < date(year, 12, 31) else None
    try:
        day = date.fromisoformat(asked)
    except ValueError as error:
        raise Http404 from error
    if day.year != year or day > today:
        raise Http404
    return day


def usual_year(today: date) -> int:
    """Last year while its report is being made, this year from the summer on."""
    return today.year if today.month > HALF_YEAR else today.year - 1


HALF_YEAR = 6


@dataclass(frozen=True, slots=True)
class Opened:
    """A cell of an organ's year."""

    agency: Agency
    year: int
    cell: str


def opened(agency: int, year: int, cell: str) -> Opened:
    """The cell that an address names, or 404."""
    if cell not in TITLES or not FIRST_YEAR <= year < date.max.year:
        raise Http404
    return Opened(get_object_or_404(Agency, pk=agency), year, cell)


@requires("annual_reports.view", on=opened)
def cell_page(request: HttpRequest, asked: Opened) -> HttpResponse:
    """What a cell counts, and the records that it counts."""
    span = Span(asked.year, _as_of(request, asked.year, law_day(request.now)))
    found, whole = behind(asked.agency, span, asked.cell), whole_of(asked.agency, span)
    page = Paginator(found.records, PAGE).get_page(request.GET.get("page"))
    ids = [record.pk for record in page]
    rows = {row.pk: row for row in found.rows(request.user, found.records.filter(pk__in=ids))}
    listed = [rows[pk] for pk in ids if pk in rows]
    context = {
        "asked": asked,
        "title": TITLES[asked.cell],
        "definition": found.definition,
        "records_label": RECORD_LABELS[found.definition.records],
        "column": column_words(asked.cell),
        "figure": plain(whole.figures[asked.cell]),
        "own": plain(whole.own[asked.cell]),
        "below": whole.below,
        "may_collect": allowed(request.user, "annual_reports.collect", asked.agency),
        "contributions": whole.contributions(asked.cell),
        "page": page,
        "rows": listed,
        "heads": [words for words, _ in listed[0].facts] if listed else [],
        "changed_at": found.changed_at,
        "asked_day": request.GET.get("as_of", "") and span.last,
        "span": span,
    }
    return render(request, "annual_reports/cell.html", context)


def _organ(pk: int) -> Agency:
    return get_object_or_404(Agency, pk=pk)


def _seen(request: HttpRequest) -> int | None:
    """The version of the report beside which the figures were shown; None where there was none."""
    typed = request.POST.get("seen_version", "")
    return int(typed) if is_small(typed) else None


@requires("annual_reports.edit", on=_organ)
@require_POST
def take(request: HttpRequest, agency: Agency) -> HttpResponse:
    """Take the figures into the report of the year, which is started where there is none."""
    asked = request.POST.get("year", "")
    if not is_small(asked) or int(asked) < FIRST_YEAR:
        raise Refusal("没有说是哪一年的报告", next_step="回到“从记录看年报”，选好年度再填入")
    given: dict[str, Any] = {"by": request.user, "now": request.now}
    report = Report.objects.filter(agency=agency, year=int(asked)).first()
    if report is None:
        report = actions.start(agency=agency, year=int(asked), **given)
    report = actions.take_compiled(report=report, seen_version=_seen(request), **given)
    messages.success(request, "已按记录填好数据，文字没有改动；请核对后送复核")
    return redirect("annual_reports:edit", pk=report.pk)
