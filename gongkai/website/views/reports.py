"""An annual report as a page, an earlier version of it, years side by side, and the report as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.paperwork import CannotPrint, UnreadableReport
from gongkai.release import queries
from gongkai.website.comparison import comparison
from gongkai.website.downloads import KINDS, printed
from gongkai.website.figures import years_picture
from gongkai.website.kept import kept
from gongkai.website.pages import Head, column_head, column_values, document_head, page
from gongkai.website.report_parts import parts_of
from gongkai.website.reports import PublishedReport, published_report, published_reports
from gongkai.website.site import Site, current_site

MOST_YEARS = 6


def find(site: Site, year: int) -> PublishedReport:
    """The report of that year. Raises Http404."""
    report = published_report(queries.report_of(site.agency, year)) if year < 10_000 else None
    if report is None:
        raise Http404
    return report


@public
@require_safe
@kept
def report(request: HttpRequest, year: int, code: str | None = None) -> HttpResponse:
    """The report: chapters as on paper, charts beside their tables, downloads."""
    site = current_site(request, code)
    found = find(site, year)
    about = found.value.chapters.get("overview", found.document.title)
    head = document_head(found.document, request.build_absolute_uri(request.path), about)
    return page(
        request,
        site,
        "report.html",
        head,
        report=found,
        parts=parts_of(found.value),
        kinds=KINDS.values(),
    )


@public
@require_safe
@kept
def version(request: HttpRequest, year: int, number: int, code: str | None = None) -> HttpResponse:
    """A version that was public before a correction."""
    site = current_site(request, code)
    now_public = find(site, year)
    earlier = next((row for row in now_public.earlier if row.number == number), None)
    try:
        value = earlier.value if earlier else None
    except UnreadableReport:
        value = None
    if earlier is None or value is None:
        raise Http404
    head = Head(
        f"{now_public.document.title}（更正前）", "reports", "column", column_values("reports")
    )
    shown = {"report": now_public, "earlier": earlier, "parts": parts_of(value)}
    return page(request, site, "report_version.html", head, **shown)


@public
@require_safe
@kept
def compare(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """The last years side by side."""
    site = current_site(request, code)
    values = [found.value for found in reversed(published_reports(site.agency, MOST_YEARS))]
    head = column_head("reports")
    shown = {"comparison": comparison(values), "picture": years_picture(values)}
    return page(request, site, "reports_compare.html", head, **shown)


@public
@require_safe
@kept
def download(request: HttpRequest, year: int, kind: str, code: str | None = None) -> HttpResponse:
    """The report as a file."""
    site = current_site(request, code)
    found = find(site, year)
    if kind not in KINDS:
        raise Http404
    try:
        body = printed(found.value, kind)
    except CannotPrint as reason:
        head = Head("暂时不能生成这种文件", "reports", "column", column_values("reports"))
        shown = {"report": found, "reason": reason, "kinds": KINDS.values()}
        return page(request, site, "no_file.html", head, status=503, **shown)
    response = HttpResponse(body, content_type=KINDS[kind].content_type)
    name = f"{found.document.title}.{kind}"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response
