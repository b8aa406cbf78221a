"""The pages of the moves: what will happen, by which article, and a form that confirms it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.annual_reports.actions.moving import not_from_here
from gongkai.annual_reports.editing.panel import barriers, panel
from gongkai.annual_reports.forms import StepForm
from gongkai.annual_reports.freezing import frozen_text, sha256_of, to_be_frozen
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.queries import as_value, findings, was_published
from gongkai.annual_reports.steps import StepPage
from gongkai.annual_reports.views.finding import report_of
from gongkai.annual_reports.views.record import content
from gongkai.common.access import requires
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.law.report_states import find_move


def step_view(page: StepPage) -> Callable[..., HttpResponse]:
    """The view of one move."""

    @requires(page.act, on=report_of)
    def view(request: HttpRequest, report: Report) -> HttpResponse:
        if request.method == "POST":
            return _take(request, report, page)
        _require_open(report, page)
        return _show(request, report, page, page.form(report, initial=_proposed(request)))

    return view


def _require_open(report: Report, page: StepPage) -> None:
    """Refuse to show the page of a move that does not lead out of the present state."""
    if find_move(page.key, report.state, again=was_published(report)) is None:
        raise not_from_here(page.key, report)


def _proposed(request: HttpRequest) -> dict[str, str]:
    """The place that a remark is to be about, where the address names one."""
    where = request.GET.get("where", "")
    return {"place_1": where} if where else {}


def _take(request: HttpRequest, report: Report, page: StepPage) -> HttpResponse:
    form = page.form(report, request.POST)
    if not form.is_valid():
        return _show(request, report, page, form, status=422)
    try:
        page.run(report, form, request.user, request.now)
    except Refusal as refusal:
        form.add_error(
            None, f"{refusal}。{refusal.next_step}" if refusal.next_step else str(refusal)
        )
        return _show(request, report, page, form, status=refusal.status)
    messages.success(request, page.done)
    return redirect("annual_reports:report", pk=report.pk)


def _show(
    request: HttpRequest, report: Report, page: StepPage, form: StepForm, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "report": report,
        "page": page,
        "form": form,
        "move": find_move(page.key, report.state, again=was_published(report)),
        "again": was_published(report),
    }
    if page.key == "sign":
        context |= _to_be_signed(request, report)
    elif page.key in {"submit", "review", "send_back"}:
        value, found = as_value(report), findings(report)
        context |= {"weights": panel(value, found), "barring": barriers(value, found)}
    return render(request, page.template, context, status=status)


def _to_be_signed(request: HttpRequest, report: Report) -> dict[str, Any]:
    """What the signature would freeze, with its hash."""
    value = to_be_frozen(report, law_day(request.now))
    found = findings(report)
    text = frozen_text(value)
    return {
        "weights": panel(value, found),
        "barring": barriers(value, found),
        "is_barred": bool(barriers(value, found)),
        "sha256": sha256_of(text),
        "size": len(text.encode()),
        **content(value, found),
    }
