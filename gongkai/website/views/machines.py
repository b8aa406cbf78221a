"""Addresses for programs: Atom feeds, the list of all addresses, what crawlers may visit."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.release import queries
from gongkai.release.models import PublicDocument
from gongkai.website.kept import kept
from gongkai.website.pages import Head, page, shortened
from gongkai.website.site import Site, current_site

ENTRIES = 30
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
def feed(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """The newest items."""
    site = current_site(request, code)
    newest = queries.newest(site.agency, ENTRIES)
    return _atom(request, site, f"{site.name}政府信息公开", newest)


@public
@require_safe
@kept
def reports_feed(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """The annual reports."""
    site = current_site(request, code)
    found = queries.reports(site.agency).defer(*queries.LIGHT)[:ENTRIES]
    return _atom(request, site, f"{site.name}政府信息公开年报", found)


def _atom(
    request: HttpRequest, site: Site, title: str, documents: Iterable[PublicDocument]
) -> HttpResponse:
    home = request.build_absolute_uri(site.root)
    feed = Atom1Feed(
        title=title,
        link=home,
        description="",
        language="zh-CN",
        author_name=site.sponsor,
        feed_url=request.build_absolute_uri(request.path),
        feed_guid=request.build_absolute_uri(request.path),
    )
    for document in documents:
        address = home + document.path
        feed.add_item(
            title=document.title,
            link=address,
            unique_id=address,
            description=shortened(document.summary),
            author_name=document.agency_name,
            pubdate=document.first_published_at,
            updateddate=document.published_at,
        )
    return HttpResponse(
        feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
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
