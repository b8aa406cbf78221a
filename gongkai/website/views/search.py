"""The search over what is public."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.release.search.suggesting import suggestion
from gongkai.website.kept import kept
from gongkai.website.pages import Head, page
from gongkai.website.search import (
    address_of,
    choices,
    codes_of,
    facts_of,
    found_by,
    hit,
    organs,
    query_of,
)
from gongkai.website.site import current_site


@public
@require_safe
@kept
def search(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """What holds every word, the best or the newest first; advice where there is nothing."""
    site = current_site(request, code)
    query = query_of(request.GET)
    facts = facts_of(query, site)
    found, found_page = found_by(query, facts)
    codes = codes_of(found, site)
    nothing = bool(query.words) and not found.total
    return page(
        request,
        site,
        "search.html",
        Head(f"查找：{query.typed}" if query.typed else "查找"),
        looked_for=query.typed,
        query=query,
        asked=address_of(query),
        found=found,
        found_page=found_page,
        hits=[hit(document, query, site, codes) for document in found.documents],
        choices=choices(query, found),
        organs=organs(query, found, site),
        elsewhere=sum(found.counts.get("agency", {}).values()) if nothing else 0,
        meant=suggestion(query.typed, facts) if nothing else "",
    )
