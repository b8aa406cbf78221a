"""Addresses of old websites that still answer: a reader who asks for one is led to where the item stands now.

Only what is public, or was withdrawn with a note, has a row to be found (``release``): of anything else there is no sign here.
"""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from gongkai.common.clock import law_day
from gongkai.paperwork.old_pages import asked_for
from gongkai.release import queries
from gongkai.website.site import Site, root_of

KEPT_BY_BROWSERS = "public, max-age=86400"
"""A day: should an old address be given to another item, readers get there soon."""


def led_on(request: HttpRequest, site: Site) -> HttpResponse | None:
    """The way on, for an address of an old website; None for any other."""
    if request.method not in {"GET", "HEAD"}:
        return None
    address = asked_for(request.get_host(), _path(request), request.META.get("QUERY_STRING", ""))
    found = queries.old_address(address, site.agency) if address else None
    root = root_of(found.agency, site, law_day(request.now)) if found else ""  # type: ignore[attr-defined]
    if not found or not root:
        return None
    is_whole = found.leads_to.startswith("/")
    response = HttpResponsePermanentRedirect(found.leads_to if is_whole else root + found.leads_to)
    response["Cache-Control"] = KEPT_BY_BROWSERS
    return response


def _path(request: HttpRequest) -> str:
    """The path as it was asked for, byte by byte: old sites have names in GB18030, which no server decodes."""
    raw = getattr(request, "scope", {}).get("raw_path") or b""
    return raw.partition(b"?")[0].decode("latin-1") or request.path_info
