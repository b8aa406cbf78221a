"""Every address of a site for crawlers: an index, one list of what stands still, one list a month of publication.

A month's parts are numbered from the oldest document on, so that one more changes the newest list and the index alone.
"""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.common.clock import LAW_ZONE
from gongkai.release import queries
from gongkai.website.kept import kept
from gongkai.website.site import Site, current_site

MOST_ADDRESSES = 40_000
"""In one list; the format allows 50 000."""
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
def index(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """The lists there are, with the day on which each grew last."""
    site = current_site(request, code)
    lists = list(_lists(site, request.build_absolute_uri(site.root)))
    return _xml("sitemap_index.xml", lists=lists)


def _lists(site: Site, home: str) -> Iterator[tuple[str, str]]:
    yield f"{home}sitemap-places.xml", ""
    for month, (number, last) in queries.months_of_site(site.agency).items():
        for part in range(1, parts_of(number) + 1):
            ended = last.astimezone(LAW_ZONE).isoformat() if part == parts_of(number) else ""
            yield f"{home}{address_of(month, part)}", ended


def parts_of(number: int) -> int:
    """In how many lists so many addresses stand."""
    return -(-number // MOST_ADDRESSES)


def address_of(month: str, part: int) -> str:
    """The address of a list below the site's root."""
    return f"sitemap-{month}.xml" if part == 1 else f"sitemap-{month}-{part}.xml"


@public
@require_safe
@kept
def places(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """The pages that every site has; at the root also the sites of other organs."""
    site = current_site(request, code)
    home = request.build_absolute_uri(site.root)
    others = [] if code else [organ.url for organ in site.organs if not organ.current]
    rows = [home + place for place in PLACES] + [request.build_absolute_uri(url) for url in others]
    return _xml("sitemap.xml", rows=[(row, "") for row in rows])


@public
@require_safe
@kept
def month(request: HttpRequest, month: str, part: int = 1, code: str | None = None) -> HttpResponse:
    """The documents of a month, the oldest first. 404 where there are none."""
    site = current_site(request, code)
    start = max(part - 1, 0) * MOST_ADDRESSES
    found = queries.addresses_of_month(site.agency, month)[start : start + MOST_ADDRESSES]
    home = request.build_absolute_uri(site.root)
    rows = [(home + path, at.astimezone(LAW_ZONE).isoformat()) for path, at in found]
    if not rows or part < 1:
        raise Http404
    return _xml("sitemap.xml", rows=rows)


def _xml(template: str, **listed: object) -> HttpResponse:
    drawn = render_to_string(f"website/{template}", listed)
    return HttpResponse(drawn, content_type="application/xml; charset=utf-8")
