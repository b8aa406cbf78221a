"""The columns: guide, systems, content, the list of annual reports, the organ's own, and the months of those that grow."""

from dataclasses import replace

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.law.columns import COLUMNS
from gongkai.law.columns import column as national_column
from gongkai.release import queries
from gongkai.release.models import PublicColumn, PublicDocument
from gongkai.website.figures import years_picture
from gongkai.website.kept import kept
from gongkai.website.months import MonthPage, month_page, newest_with_months
from gongkai.website.pages import Head, column_head, own_column_head, page
from gongkai.website.reports import published_reports
from gongkai.website.site import Site, current_site

PAGE = 20
MOST_YEARS = 12
Crumb = tuple[str, str]


@public
@require_safe
@kept
def guide(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """The guide: whom to ask and where (art. 12), and its text."""
    site = current_site(request, code)
    found = list(documents_of(site, "guide")[: PAGE + 1])
    text = queries.document(found[0].item_id) if found else None
    return page(request, site, "guide.html", column_head("guide"), text=text, others=found[1:])


@public
@require_safe
@kept
def systems(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """The organ's rules of its work of disclosure."""
    return _listed(request, code, "systems")


@public
@require_safe
@kept
def content(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """What must be published by art. 20 and 21."""
    return _listed(request, code, "content")


@public
@require_safe
@kept
def reports(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """All annual reports, newest year first, and requests over the years."""
    site = current_site(request, code)
    found = published_reports(site.agency, MOST_YEARS)
    picture = years_picture([report.value for report in reversed(found)])
    rest = list(queries.reports(site.agency).defer(*queries.LIGHT)[MOST_YEARS:])
    head = column_head("reports")
    return page(request, site, "reports.html", head, reports=found, rest=rest, picture=picture)


def documents_of(site: Site, kind: str) -> QuerySet[PublicDocument]:
    """The documents of a national column and of the organ's own columns below it, newest first."""
    return queries.documents([site.agency.pk]).filter(kind=kind)


def _listed(request: HttpRequest, code: str | None, key: str) -> HttpResponse:
    site = current_site(request, code)
    below = queries.columns_below(site.agency, key)
    return page(
        request,
        site,
        "column.html",
        column_head(key),
        here=f"{site.root}{key}/",
        column=national_column(key),
        below=[each for each in below if each.parent_key == key],
        **newest_with_months(documents_of(site, key), PAGE),
    )


@public
@require_safe
@kept
def own(request: HttpRequest, key: str, code: str | None = None) -> HttpResponse:
    """A column of the organ's own; one that was closed keeps answering and says so. National ones have their addresses."""
    site = current_site(request, code)
    here = queries.column(site.agency, key)
    if here is None:
        return _national(site, key)
    rows = queries.columns_below(site.agency, here.national)
    return page(
        request,
        site,
        "own_column.html",
        own_column_head(here),
        column=here,
        here=f"{site.root}columns/{key}/",
        crumbs=crumbs_of(site, here, rows),
        below=[each for each in rows if each.parent_key == key],
        **newest_with_months(documents_inside(site, here, rows), PAGE),
    )


@public
@require_safe
@kept
def month(
    request: HttpRequest, key: str, month: str, number: int = 1, code: str | None = None
) -> HttpResponse:
    """The documents of a national column of one month."""
    site = current_site(request, code)
    found = month_page(documents_of(site, key), month, number)
    head = column_head(key)
    crumbs = [(f"{site.root}{key}/", head.title)]
    return _month(request, site, head, found, crumbs)


@public
@require_safe
@kept
def own_month(
    request: HttpRequest, key: str, month: str, number: int = 1, code: str | None = None
) -> HttpResponse:
    """The documents of a column of the organ's own, and of those below it, of one month."""
    site = current_site(request, code)
    here = queries.column(site.agency, key)
    if here is None:
        raise Http404
    rows = queries.columns_below(site.agency, here.national)
    found = month_page(documents_inside(site, here, rows), month, number)
    crumbs = [*crumbs_of(site, here, rows), (f"{site.root}columns/{key}/", here.title)]
    return _month(request, site, own_column_head(here), found, crumbs)


def _month(
    request: HttpRequest, site: Site, column: Head, found: MonthPage, crumbs: list[Crumb]
) -> HttpResponse:
    head = replace(column, title=f"{column.title}：{found.month.title}")
    here = crumbs[-1][0]
    return page(request, site, "month.html", head, shown=found, crumbs=crumbs, here=here)


def documents_inside(
    site: Site, here: PublicColumn, rows: list[PublicColumn]
) -> QuerySet[PublicDocument]:
    """The documents of a column of the organ's own and of those below it, newest first; ``rows`` in the order of the tree."""
    keys = queries.inside(rows, here.key)
    return queries.documents([site.agency.pk]).filter(column_key__in=keys)


def _national(site: Site, key: str) -> HttpResponse:
    """On to the address of a national column, or 404."""
    if key not in {row.key for row in COLUMNS}:
        raise Http404
    return HttpResponsePermanentRedirect(f"{site.root}{key}/")


def crumbs_of(site: Site, here: PublicColumn, rows: list[PublicColumn]) -> list[Crumb]:
    """The columns above one of the organ's own: address and title, from the national one down."""
    above = [(f"{site.root}columns/{each.key}/", each.title) for each in _above(rows, here)]
    return [(f"{site.root}{here.national}/", national_column(here.national).title), *above]


def _above(rows: list[PublicColumn], here: PublicColumn) -> list[PublicColumn]:
    """The organ's own columns between the national one and this one."""
    by_key = {each.key: each for each in rows}
    found: list[PublicColumn] = []
    while (parent := by_key.get(here.parent_key)) is not None:
        found.insert(0, parent)
        here = parent
    return found
