"""The days that a county's office sets for its townships' reports."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.agencies.models import Agency
from gongkai.annual_reports import actions
from gongkai.annual_reports.forms import DeadlineForm
from gongkai.annual_reports.models import ReportDeadline
from gongkai.common.access import requires
from gongkai.common.permissions import agencies_for
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent


@requires("annual_reports.set_deadline")
def deadlines(request: HttpRequest) -> HttpResponse:
    """What is set, and a form that sets a day or replaces one."""
    organs = Agency.objects.filter(pk__in=agencies_for(request.user, "annual_reports.set_deadline"))
    form = DeadlineForm([(organ.pk, organ.name) for organ in organs], sent(request))
    status = 200
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        try:
            row = actions.set_deadline(
                **{**given, "agency": organs.get(pk=given["agency"])},
                by=request.user,
                now=request.now,
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
        else:
            messages.success(request, f"已确定：{row}")
            return redirect("annual_reports:deadlines")
    context = {
        "form": form,
        "rows": ReportDeadline.objects.filter(agency__in=organs).select_related("agency"),
    }
    status = 422 if form.errors and status == 200 else status
    return render(request, "annual_reports/deadlines.html", context, status=status)
