"""The list of items and the columns."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.agencies.models import Agency
from gongkai.common.access import requires
from gongkai.common.permissions import agencies_for
from gongkai.law.columns import COLUMNS
from gongkai.law.publication_states import STATES
from gongkai.publishing import queries
from gongkai.publishing.actions import set_up_columns

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
