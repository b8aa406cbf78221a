"""The reports of the organs that a person may see, and the start of a new one."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.agencies.models import Agency
from gongkai.annual_reports import actions
from gongkai.annual_reports.forms import StartForm
from gongkai.annual_reports.models import Report, ReportVersion
from gongkai.annual_reports.queries import dues_of, visible
from gongkai.common.access import requires
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent
from gongkai.law.report_states import STATES

PAGE = 20


@requires("annual_reports.view")
def report_list(request: HttpRequest) -> HttpResponse:
    """Reports by organ and year with their state and light; filtered by a plain form."""
    mine = visible(request.user)
    found = _filtered(mine, request.GET).order_by("-year", "agency__code")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": _with_lights(list(page), request),
        "years": mine.order_by("-year").values_list("year", flat=True).distinct(),
        "states": STATES,
        "chosen": {"year": request.GET.get("year", ""), "state": request.GET.get("state", "")},
        "may_start": bool(agencies_for(request.user, "annual_reports.edit")),
        "may_set_deadline": bool(agencies_for(request.user, "annual_reports.set_deadline")),
        "may_compare": bool(agencies_for(request.user, "annual_reports.compare")),
        "several_organs": len(agencies_for(request.user, "annual_reports.view")) > 1,
    }
    return render(request, "annual_reports/list.html", context)


def _filtered(found: QuerySet[Report], asked: Any) -> QuerySet[Report]:
    public = ReportVersion.objects.filter(report=OuterRef("pk")).exclude(published_at=None)
    found = found.annotate(again=Exists(public))
    year, state, words = asked.get("year", ""), asked.get("state", ""), asked.get("organ", "")
    if year.isascii() and year.isdigit() and len(year) == 4:
        found = found.filter(year=int(year))
    if state in {row.key for row in STATES}:
        found = found.filter(state=state)
    words = words.replace("\0", "").strip()[:100]
    return found.filter(agency__name__contains=words) if words else found


def _with_lights(reports: list[Report], request: HttpRequest) -> list[tuple[Report, Any]]:
    done = {(report.agency_id, report.year) for report in reports if report.again}
    wanted = [(report.agency, report.year) for report in reports]
    dues = dues_of(wanted, law_day(request.now), done=done)
    return [(report, dues[report.agency_id, report.year]) for report in reports]


@requires("annual_reports.edit")
def start(request: HttpRequest) -> HttpResponse:
    """Start the report of an organ and a year; the address may propose both."""
    organs = Agency.objects.filter(pk__in=agencies_for(request.user, "annual_reports.edit"))
    choices = [(organ.pk, organ.name) for organ in organs]
    given = {name: request.GET[name] for name in ("agency", "year") if name in request.GET}
    form = StartForm(choices, law_day(request.now).year, sent(request), initial=given)
    status = 200
    if request.method == "POST" and form.is_valid():
        agency = organs.get(pk=form.cleaned_data["agency"])
        try:
            report = actions.start(
                agency=agency, year=form.cleaned_data["year"], by=request.user, now=request.now
            )
        except Refusal as refusal:
            form.add_error(None, f"{refusal}。{refusal.next_step}")
            status = refusal.status
        else:
            messages.success(request, f"已建立：{report}。可以导入文件，也可以直接填写")
            return redirect("annual_reports:report", pk=report.pk)
    status = 422 if form.errors and status == 200 else status
    return render(request, "annual_reports/start.html", {"form": form}, status=status)
