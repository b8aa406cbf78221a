"""The tables of an item as CSV files: ``items/12/table-1.csv``."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.common.listing.export import TYPES, as_csv
from gongkai.paperwork.tables.figures import figure
from gongkai.publishing.presentations import data_of
from gongkai.publishing.presentations.machine_tables import machine_tables
from gongkai.release import queries
from gongkai.website.kept import kept
from gongkai.website.site import current_site


@public
@require_safe
@kept
def table(request: HttpRequest, number: int, place: int, code: str | None = None) -> HttpResponse:
    """One table: figures as plain numbers, text that no spreadsheet can take for a formula."""
    site = current_site(request, code)
    document = queries.document(number)
    if document is None or document.agency_id != site.agency.pk:
        raise Http404
    tables = machine_tables(document.presentation, data_of(document))
    if not 1 <= place <= len(tables):
        raise Http404
    title, heads, rows = tables[place - 1]
    body = b"".join(as_csv(heads, ([_value(cell) for cell in row] for row in rows)))
    response = HttpResponse(body, content_type=TYPES["csv"])
    name = f"{title[:60] or document.title[:60]}.csv"
    response["Content-Disposition"] = str(content_disposition_header(True, name))
    return response


def _value(cell: str) -> object:
    """A figure as a number, so that a sign before it is no formula; other text as it stands."""
    value = figure(cell).value
    return cell if value is None else value
