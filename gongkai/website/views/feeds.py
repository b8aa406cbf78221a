"""Atom feeds: of a site, of its annual reports, of a column, of a search."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.law.columns import column as national_column
from gongkai.release import queries
from gongkai.release.models import PublicDocument
from gongkai.release.search.looking import look
from gongkai.website.feeds import ENTRIES, atom, entry_of, entry_of_found
from gongkai.website.kept import kept
from gongkai.website.search import address_of, codes_of, facts_of, query_of, root_in
from gongkai.website.site import Site, current_site
from gongkai.website.views.columns import documents_of


@public
@require_safe
@kept
def feed(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """The newest items."""
    site = current_site(request, code)
    newest = queries.newest(site.agency, ENTRIES)
    return _listed(request, site, f"{site.name}政府信息公开", site.root, newest)


@public
@require_safe
@kept
def reports_feed(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """The annual reports."""
    site = current_site(request, code)
    found = queries.reports(site.agency).defer(*queries.LIGHT)[:ENTRIES]
    title = f"{site.name}政府信息公开年报"
    return _listed(request, site, title, f"{site.root}reports/", found)


@public
@require_safe
@kept
def column_feed(request: HttpRequest, key: str, code: str | None = None) -> HttpResponse:
    """The newest items of a national column: those that its page begins with."""
    site = current_site(request, code)
    title = f"{site.name}：{national_column(key).title}"
    return _listed(request, site, title, f"{site.root}{key}/", documents_of(site, key)[:ENTRIES])


@public
@require_safe
@kept
def own_column_feed(request: HttpRequest, key: str, code: str | None = None) -> HttpResponse:
    """The newest items of a column of the organ's own and of those below it."""
    site = current_site(request, code)
    here = queries.column(site.agency, key)
    if here is None:
        raise Http404
    keys = queries.inside(queries.columns_below(site.agency, here.national), key)
    found = queries.documents([site.agency.pk]).filter(column_key__in=keys)[:ENTRIES]
    return _listed(request, site, f"{site.name}：{here.title}", f"{site.root}columns/{key}/", found)


@public
@require_safe
@kept
def search_feed(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """The newest documents that a search finds, with the filters of its page."""
    site = current_site(request, code)
    query = query_of(request.GET)
    found = look(query.words, facts_of(query, site), newest=True, first=0, most=ENTRIES)
    codes = codes_of(found, site)
    entries = [entry_of_found(each, root_in(each, site, codes)) for each in found.documents]
    title = f"{site.name}：含有“{query.typed}”的信息"
    return atom(request, site, title, f"{site.root}search", entries, asked=address_of(query))


def _listed(
    request: HttpRequest, site: Site, title: str, page: str, found: Iterable[PublicDocument]
) -> HttpResponse:
    return atom(request, site, title, page, [entry_of(each, site.root) for each in found])
