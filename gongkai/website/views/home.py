"""The first page, what stands there while no organ has a site yet, and the page for what is not there."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.common.clock import law_day
from gongkai.participation.interview_pages import coming
from gongkai.release import queries
from gongkai.website.consultations import open_now
from gongkai.website.figures import overview
from gongkai.website.kept import kept
from gongkai.website.old_addresses import led_on
from gongkai.website.pages import Head, is_elder, page
from gongkai.website.reports import published_report
from gongkai.website.site import current_site, site_of_page

NEWEST = 8
MOST_INTERVIEWS = 3
CONSULTATIONS = 5


@public
@require_safe
@kept
def home(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """The three questions, the newest items, this year in figures."""
    site = site_of_page(request) if code is None else current_site(request, code)
    if site is None:
        return not_set_up(request)
    report = published_report(queries.reports(site.agency).first())
    return page(
        request,
        site,
        "home.html",
        Head(f"{site.name}政府信息公开"),
        interviews=coming(site.agency)[:MOST_INTERVIEWS],
        newest=queries.newest(site.agency, NEWEST),
        report=report,
        figures=overview(report.value) if report else None,
        consultations=open_now(site.agency, law_day(request.now))[:CONSULTATIONS],
    )


def not_set_up(request: HttpRequest) -> HttpResponse:
    """That the program runs and waits for its first organ."""
    return HttpResponse(render_to_string("website/not_set_up.html", {"request": request}))


@public
@require_safe
@kept
def nothing_here(request: HttpRequest) -> HttpResponse:
    """The page for addresses where there is nothing, at an address of its own: released files show it for all of them."""
    return page(request, current_site(request), "not_found.html", Head("没有找到这一页"))


@public
@require_safe
@kept
def maintenance(request: HttpRequest) -> HttpResponse:
    """What readers are told while the program does not answer: what can be read all the same, and what must wait."""
    return page(request, current_site(request), "maintenance.html", Head("系统正在维护"))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  # Django passes it
    """The page for addresses where there is nothing, or nothing for this reader: the same for both.

    An address of an old website leads on to where the item stands now.
    """
    site = site_of_page(request)
    if site is None:
        frame = {"request": request, "elder": is_elder(request, None)}
        return HttpResponse(render_to_string("404.html", frame), status=404)
    return led_on(request, site) or page(
        request, site, "not_found.html", Head("没有找到这一页"), status=404
    )
