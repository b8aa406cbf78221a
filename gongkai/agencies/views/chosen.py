"""Which organ and which year a page of figures is about: asked for in the address, else the person's own organ and a usual year."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from gongkai.agencies.models import Agency
from gongkai.common.permissions import agencies_for

EARLIEST, LATEST = 2000, 2100


def chosen_agency(request: HttpRequest, reach: QuerySet[Agency]) -> Agency:
    """The organ that was asked for, else the person's own or the first in reach; 404 for one out of reach."""
    asked = request.GET.get("agency", "")
    if asked:
        found = reach.filter(pk=int(asked)).first() if is_small(asked) else None
    else:
        found = reach.filter(pk=request.user.agency_id).first() or reach.order_by("code").first()
    if found is None:
        raise Http404
    return found


def chosen_year(request: HttpRequest, usual: int) -> int:
    """The year that was asked for, else ``usual``; 404 for what is no year."""
    asked = request.GET.get("year", "")
    if not asked:
        return usual
    if not (is_small(asked) and EARLIEST <= int(asked) <= LATEST):
        raise Http404
    return int(asked)


def is_small(number: str) -> bool:
    """Whether a text is a plain number that a database can look for."""
    return number.isascii() and number.isdecimal() and len(number) < 10


def reach_of(request: HttpRequest, act: str) -> QuerySet[Agency]:
    """The organs that the person's posts reach for an act."""
    return Agency.objects.filter(pk__in=agencies_for(request.user, act))
