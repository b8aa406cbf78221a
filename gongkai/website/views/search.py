"""The search over what is public."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.common.clock import law_day
from gongkai.website.kept import kept
from gongkai.website.pages import Head, page
from gongkai.website.search import columns, found_by, hit, query_of
from gongkai.website.site import current_site

PAGE = 20
YEARS_BACK = 10


@public
@require_safe
@kept
def search(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """What holds every word, newest first; advice where there is nothing."""
    site = current_site(request, code)
    query = query_of(request.GET)
    # Texts are read only for the documents of one page.
    found = found_by(query, site).defer(None).defer("search_text")
    found_page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    this_year = law_day(request.now).year  # type: ignore[attr-defined]
    return page(
        request,
        site,
        "search.html",
        Head(f"查找：{query.words}" if query.words else "查找"),
        query=query,
        found=found_page,
        hits=[hit(document, query) for document in found_page],
        columns=columns(),
        years=range(this_year, this_year - YEARS_BACK, -1),
    )
