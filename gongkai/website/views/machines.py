"""Addresses for programs: the list of all addresses, what crawlers may visit; the site at a glance for people."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.release import queries
from gongkai.website.kept import kept
from gongkai.website.pages import Head, page
from gongkai.website.site import current_site

MOST_ADDRESSES = 40_000
"""A list of addresses may hold 50 000."""
PLACES = (
    "",
    "guide/",
    "systems/",
    "content/",
    "reports/",
    "reports/compare/",
    "reports/data/",
    "apply/",
    "feedback/",
    "sitemap/",
)


@public
@require_safe
@kept
def sitemap(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """The site at a glance, for people: columns, years, other organs."""
    site = current_site(request, code)
    years = list(queries.reports(site.agency).values_list("year", flat=True))
    return page(request, site, "sitemap.html", Head("网站地图", "sitemap"), years=years)


@public
@require_safe
@kept
def sitemap_xml(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """Every address of the site for crawlers; the newest ones where there are too many for one list."""
    site = current_site(request, code)
    documents = queries.documents([site.agency.pk]).values_list("path", "published_at")
    listed = {
        "places": PLACES,
        "documents": documents[:MOST_ADDRESSES],
        "home": request.build_absolute_uri(site.root),
        "organs": [] if code else [organ for organ in site.organs if not organ.current],
        "top": request.build_absolute_uri("/").rstrip("/"),
    }
    drawn = render_to_string("website/sitemap.xml", listed)
    return HttpResponse(drawn, content_type="application/xml; charset=utf-8")


@public
@require_safe
@kept
def robots(request: HttpRequest) -> HttpResponse:
    """Crawlers may read what is published, and need not search or sign in."""
    address = request.build_absolute_uri("/sitemap.xml")
    drawn = render_to_string("website/robots.txt", {"sitemap": address})
    return HttpResponse(drawn, content_type="text/plain; charset=utf-8")
