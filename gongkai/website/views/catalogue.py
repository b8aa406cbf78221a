"""The public catalogue in its standard columns: what the law asks for, and what the organ settled; the rest is 未定."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.common.clock import law_day
from gongkai.website.catalogue_rows import catalogue_rows
from gongkai.website.kept import kept
from gongkai.website.pages import Head, page
from gongkai.website.site import current_site


@public
@require_safe
@kept
def catalogue(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """Every item that the law asks of organs of this kind, with the organ's rows below it."""
    site = current_site(request, code)
    rows = catalogue_rows(site.agency, law_day(request.now))
    head = Head(f"{site.agency.name}政府信息公开目录", "content")
    return page(request, site, "catalogue.html", head, rows=rows)
