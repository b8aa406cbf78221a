"""The open data of annual reports: the page with the dictionary, and the files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.common.clock import law_day
from gongkai.website import open_data
from gongkai.website.data_dictionary import columns, lines
from gongkai.website.kept import kept
from gongkai.website.pages import Head, column_values, page
from gongkai.website.site import current_site

TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8"}
TITLE = "年报数据开放"


@public
@require_safe
@kept
def dictionary(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """What there is to take away, and what each field means."""
    site = current_site(request, code)
    found = open_data.open_reports(site, law_day(request.now))
    shown = {
        "organs": len({report.document.agency_id for report in found.reports}),
        "found": found,
        "years": sorted({report.year for report in found.reports}),
        "notes": open_data.NOTES,
        "lines": list(lines("2021")),
        "old_lines": list(lines("2019")),
        "columns": columns(),
    }
    head = Head(TITLE, "reports", "column", column_values("reports"))
    return page(request, site, "open_data.html", head, **shown)


@public
@require_safe
@kept
def data(request: HttpRequest, kind: str, code: str | None = None) -> HttpResponse:
    """The data as a file."""
    site = current_site(request, code)
    if kind not in TYPES:
        raise Http404
    found = open_data.open_reports(site, law_day(request.now))
    top = request.build_absolute_uri("/")
    body = (
        open_data.as_json(site, found, top) if kind == "json" else open_data.as_csv(found.reports)
    )
    response = HttpResponse(body, content_type=TYPES[kind])
    if kind == "csv":
        response["Content-Disposition"] = 'attachment; filename="reports.csv"'
    return response
