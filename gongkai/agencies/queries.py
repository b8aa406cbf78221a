"""Reads of the tree: who stands below whom, and what an agency was called on a day."""

from datetime import date

from django.db.models import Q
from django.urls import reverse

from gongkai.agencies.models import Agency, AgencyParent, SiteIdentity
from gongkai.common.desk_search import Hit
from gongkai.common.permissions import Actor, agencies_for


def below(agency_id: int) -> frozenset[int]:
    """The ids of the agency and of all agencies below it, as the tree stands today."""
    return below_all((agency_id,))


def below_all(roots: tuple[int, ...]) -> frozenset[int]:
    """The ids of these agencies and of all below them; one query, whatever the depth."""
    children: dict[int, list[int]] = {}
    for child, parent in Agency.objects.exclude(parent=None).values_list("pk", "parent_id"):
        children.setdefault(parent, []).append(child)
    found: set[int] = set()
    waiting = list(roots)
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += children.get(here, ())
    return frozenset(found)


def in_force(day: date) -> Q:
    """The filter for rows with ``since`` and ``until`` that hold on ``day``."""
    return Q(since__lte=day) & (Q(until=None) | Q(until__gte=day))


def parents_on(day: date) -> dict[int, int]:
    """The parent of each agency that has one on ``day``, by ids."""
    rows = AgencyParent.objects.filter(in_force(day)).exclude(parent=None)
    return dict(rows.values_list("agency_id", "parent_id"))


def name_on(agency: Agency, day: date) -> str:
    """What the agency was called on ``day``; its present name where no row covers the day."""
    row = agency.names.filter(in_force(day)).first()
    return row.name if row else agency.name


def site_of(code: str | None = None) -> SiteIdentity | None:
    """What the site of the agency with that code says of itself; without a code, the main site. None where nothing is set."""
    sites = SiteIdentity.objects.select_related("agency")
    return (
        sites.filter(main=True).first() if code is None else sites.filter(agency__code=code).first()
    )


def names_by_code(ids: frozenset[int] | None = None) -> dict[str, str]:
    """Names by code, in the order of codes, of these agencies or of all."""
    rows = Agency.objects.all() if ids is None else Agency.objects.filter(pk__in=ids)
    return dict(rows.order_by("code").values_list("code", "name"))


def search(actor: Actor, words: str, most: int) -> list[Hit]:
    """The organs within reach whose name or code holds the words."""
    reach = Agency.objects.filter(pk__in=agencies_for(actor, "agencies.view"))
    found = reach.filter(Q(name__contains=words) | Q(code=words))[:most]
    return [
        Hit("机关", each.name, reverse("agencies:organ", kwargs={"pk": each.pk}), each.code)
        for each in found
    ]
