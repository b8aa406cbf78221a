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
    if request.GET.get("on") == "1":
        response.set_cookie(
            ELDER_COOKIE,
            "1",
            max_age=YEAR,
            samesite="Lax",
            httponly=True,
            secure=request.is_secure(),
        )
    else:
        response.delete_cookie(ELDER_COOKIE, samesite="Lax")
    return response
