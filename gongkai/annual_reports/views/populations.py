"""How many people live in the area of each organ: what was entered, entering it, and taking in a table."""

from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from gongkai.agencies.models import Agency
from gongkai.annual_reports import actions
from gongkai.annual_reports.models import Population
from gongkai.annual_reports.population_forms import PopulationForm
from gongkai.annual_reports.populations_table import COLUMNS, REQUIRED, check_populations
from gongkai.annual_reports.return_forms import ReturnsFileForm
from gongkai.common.access import requires
from gongkai.common.act_pages import MISTAKES
from gongkai.common.clock import law_day
from gongkai.common.listing.export import as_csv
from gongkai.common.permissions import agencies_for
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent, sent_files

ACT = "annual_reports.set_population"
SALT, HALF_AN_HOUR = "annual_reports.populations", 30 * 60


def _organs(request: HttpRequest) -> list[Agency]:
    reach = agencies_for(request.user, ACT)
    return list(Agency.objects.filter(pk__in=reach, until=None).order_by("code"))


@requires(ACT)
def population_list(request: HttpRequest) -> HttpResponse:
    """What was entered, and a form that enters the population of one organ and year, or replaces it."""
    organs = _organs(request)
    year = law_day(request.now).year - 1
    form = PopulationForm(organs, sent(request), initial={"year": year})
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.set_population(counted=form.counted, by=request.user, now=request.now)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已登记：{row}")
            return redirect("annual_reports:populations")
    if form.is_bound:
        status = MISTAKES
    rows = Population.objects.filter(agency__in=organs).select_related("agency")
    context = {"form": form, "rows": rows.order_by("agency__code", "-year")}
    return render(request, "annual_reports/populations.html", context, status=status)


@requires(ACT)
def upload(request: HttpRequest) -> HttpResponse:
    """Choose a file; then see what would be kept."""
    form = ReturnsFileForm(sent(request), sent_files(request))
    context: dict[str, Any] = {"form": form}
    context["columns"] = [(name, name in REQUIRED) for name in COLUMNS]
    right = form.is_valid()
    if right:
        _, rows = form.cleaned_data["file"]
        context["checked"] = checked = _checked(request, rows)
        right = not checked.errors
        if right:
            context["token"] = signing.dumps([request.user.pk, rows], salt=SALT, compress=True)
    status = MISTAKES if form.is_bound and not right else 200
    return render(request, "annual_reports/populations_import.html", context, status=status)


def _checked(request: HttpRequest, rows: list[list[str]]) -> Any:
    reach = [organ.pk for organ in _organs(request)]
    return check_populations(rows, reach, law_day(request.now).year)


@requires(ACT)
@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    """Keep what was previewed, all of it or nothing."""
    try:
        person, rows = signing.loads(request.POST.get("token", ""), salt=SALT, max_age=HALF_AN_HOUR)
    except signing.BadSignature as error:
        raise Refusal("预览已经过期", next_step="重新上传文件") from error
    if person != request.user.pk:
        raise Refusal("预览不是您上传的文件", next_step="重新上传文件")
    checked = _checked(request, rows)
    if checked.errors:
        first = checked.errors[0]
        said = f"第 {first.line} 行“{first.column}”：{first.why}"
        raise Refusal(said, next_step="改好后重新上传，没有导入任何一行")
    kept = actions.import_populations(rows=checked.rows, by=request.user, now=request.now)
    messages.success(request, f"已登记 {len(kept)} 行")
    return redirect("annual_reports:populations")


@requires(ACT)
def template(request: HttpRequest) -> HttpResponse:
    """A table with a line for each organ, to be filled in."""
    year = law_day(request.now).year - 1
    rows = [[organ.code, organ.name, year, "", ""] for organ in _organs(request)]
    response = HttpResponse(b"".join(as_csv(COLUMNS, rows)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="populations.csv"'
    return response
