"""The list of items and the columns."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.agencies.models import Agency
from gongkai.common.access import requires
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for
from gongkai.common.refusals import Refusal
from gongkai.law.columns import COLUMNS
from gongkai.law.publication_states import STATES
from gongkai.publishing import queries
from gongkai.publishing.actions import set_index_pattern, set_up_columns
from gongkai.publishing.actions.index_numbers import written
from gongkai.publishing.forms import IndexPatternForm
from gongkai.publishing.models import PublishingRules
from gongkai.publishing.models.rules import INDEX_PATTERN

PAGE_SIZE = 20


@requires("publishing.view")
def items(request: HttpRequest) -> HttpResponse:
    """All items that the person may see, newest first, filtered."""
    mine = agencies_for(request.user, "publishing.view")
    asked = {name: request.GET.get(name, "")[:60] for name in ("state", "column", "q")}
    found = queries.filtered(
        queries.items(mine), state=asked["state"], column=asked["column"], words=asked["q"]
    )
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "asked": asked,
        "is_filtered": any(asked.values()),
        "states": STATES,
        "columns": dict(queries.columns_of(mine).values_list("key", "title").order_by("order")),
        "may_write": bool(agencies_for(request.user, "publishing.edit")),
        "drafting": list(queries.drafting_agencies(request.user)),
        "many_agencies": len(mine) > 1,
    }
    return render(request, "publishing/items.html", context)


@requires("publishing.view")
def columns(request: HttpRequest) -> HttpResponse:
    """The columns of the organs that the person may see, and what belongs in each."""
    mine = agencies_for(request.user, "publishing.view")
    context = {
        "columns": queries.columns_of(mine),
        "rows": {row.key: row for row in COLUMNS},
        "may_set_up": Agency.objects.filter(pk__in=agencies_for(request.user, "publishing.set_up")),
        "without": queries.agencies_without_columns(request.user),
    }
    return render(request, "publishing/columns.html", context)


def agency_of(pk: int) -> Agency:
    """The organ of that number, or 404."""
    return get_object_or_404(Agency, pk=pk)


@requires("publishing.set_up", on=agency_of)
@require_POST
def set_up(request: HttpRequest, agency: Agency) -> HttpResponse:
    """Make the national columns of an organ."""
    set_up_columns(agency=agency, by=request.user, now=request.now)
    messages.success(request, f"已建立{agency.name}的全国统一栏目")
    return redirect("publishing:columns")


@requires("publishing.set_up", on=agency_of)
def index_pattern(request: HttpRequest, agency: Agency) -> HttpResponse:
    """How the organ's index numbers are written."""
    rules = PublishingRules.objects.filter(agency=agency).first()
    shown = {
        "pattern": rules.index_pattern if rules else INDEX_PATTERN,
        "seen_version": rules.version if rules else None,
    }
    form = IndexPatternForm(request.POST if request.method == "POST" else None, initial=shown)
    if request.method == "POST" and form.is_valid():
        try:
            set_index_pattern(agency=agency, by=request.user, now=request.now, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("pattern", str(refusal))
        else:
            messages.success(request, "已保存；以后的索引号照新的写法编")
            return redirect("publishing:columns")
    example = written(INDEX_PATTERN, agency, law_day(request.now), 12)
    context = {"agency": agency, "form": form, "example": example}
    status = 422 if form.errors else 200
    return render(request, "publishing/index_pattern.html", context, status=status)
