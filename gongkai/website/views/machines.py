"""What crawlers may visit, and the site at a glance for people. Not here: the lists of all addresses (``sitemaps``)."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.release import queries
from gongkai.website.kept import kept
from gongkai.website.pages import Head, page
from gongkai.website.site import current_site, site_of_page


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
def robots(request: HttpRequest) -> HttpResponse:
    """Crawlers may read what is published, and need not search or sign in."""
    site = site_of_page(request)
    roots = ["/", *(organ.url for organ in (site.organs if site else ()) if not organ.current)]
    lists = [request.build_absolute_uri(f"{root}sitemap.xml") for root in roots]
    drawn = render_to_string("website/robots.txt", {"lists": lists})
    return HttpResponse(drawn, content_type="text/plain; charset=utf-8")
