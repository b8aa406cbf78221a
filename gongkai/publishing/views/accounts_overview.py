"""预决算公开: an organ's budgets and final accounts by year."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.agencies.views.chosen import chosen_agency, reach_of
from gongkai.common.access import requires
from gongkai.law.catalogue import limit
from gongkai.law.open_accounts import ACCOUNTS_SCOPES
from gongkai.publishing.accounts_overview import overview


@requires("publishing.view")
def by_year(request: HttpRequest) -> HttpResponse:
    """One organ's years; the person's own organ unless another is asked for."""
    reach = reach_of(request, "publishing.view")
    agency = chosen_agency(request, reach)
    context = {
        "agency": agency,
        "agencies": reach.order_by("code"),
        "lines": overview(agency, request.now),
        "limits": [limit(row.limit_key) for row in ACCOUNTS_SCOPES],
    }
    return render(request, "publishing/accounts_overview.html", context)
