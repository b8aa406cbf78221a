"""What every page offers whoever reads it: elder mode."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from gongkai.common.access import public
from gongkai.common.shell import ELDER_COOKIE

YEAR = 365 * 24 * 60 * 60


@public
def elder_mode(request: HttpRequest) -> HttpResponse:
    """Turn elder mode on (``on=1``) or off, and go back to ``next`` if it is a page of this site."""
    wanted = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    response = HttpResponseRedirect(wanted if safe else "/")
    response.set_cookie(
        ELDER_COOKIE,
        # Leaving it is kept too: a site may have elder mode on for those who chose nothing.
        "1" if request.GET.get("on") == "1" else "0",
        max_age=YEAR,
        samesite="Lax",
        httponly=True,
        secure=request.is_secure(),
    )
    return response
