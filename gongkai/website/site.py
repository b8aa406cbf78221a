"""Which site a page belongs to and what stands in its head and foot: the organ, its contact facts, its filings, other organs.

Not here: what the site shows (``release``). A sub-organ's site borrows the filings of the installation's main site. What was
read for one page serves the next until something public changes.
"""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from threading import Lock

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from gongkai.agencies.models import Agency, ContactPage, SiteIdentity
from gongkai.agencies.queries import in_force, site_of
from gongkai.common.clock import law_day
from gongkai.common.freshness import public_mark

DEMO = "DEMO"
"""Codes of organs made up for trying the program out begin so."""
Key = tuple[str | None, date]
MOST_SITES = 64
LONGEST = timedelta(minutes=1)
"""What is public but does not renew the mark shows after this time at the latest."""


@dataclass(frozen=True, slots=True)
class OrganLink:
    """An organ that has a site here, for the organ switch."""

    name: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Site:
    """What the frame ``shell/site.html`` reads. ``root`` is where the site's addresses begin: ``/`` or ``/o/<code>/``."""

    agency: Agency
    root: str
    name: str
    sponsor: str
    domain: str
    identifier: str
    icp: str
    police: str
    correct_url: str
    elder: bool
    contact: ContactPage | None
    organs: tuple[OrganLink, ...]
    parts: dict[Hashable, str] = field(default_factory=dict, compare=False, repr=False)
    """Parts of the frame as they were drawn from this very value, for the pages that are drawn next."""

    @property
    def demo(self) -> bool:
        """Whether what the site shows is made up."""
        return self.agency.code.startswith(DEMO)


def find_site(code: str | None, today: date) -> Site | None:
    """The site of the organ with that code, or the main site; None where there is none."""
    main = site_of()
    agency = _main_agency(main, today) if code is None else _agency(code, today)
    if agency is None:
        return None
    own = main if main and main.agency_id == agency.pk else _identity(agency)
    return _site(agency, "/" if code is None else f"/o/{agency.code}/", own, main, today)


class KeptSites:
    """The sites that this process read last, as long as nothing public changed."""

    def __init__(self, most: int = MOST_SITES) -> None:
        self._sites: OrderedDict[Key, tuple[Site, str, datetime]] = OrderedDict()
        self._most, self._lock = most, Lock()

    def find(self, code: str | None, now: datetime) -> Site | None:
        """The site of the organ with that code, or the main one; None where there is none."""
        key, mark = (code, law_day(now)), public_mark(now).number
        with self._lock:
            site, seen, until = self._sites.get(key, (None, "", now))
            if site is not None and seen == mark and now < until:
                self._sites.move_to_end(key)
                return site
        return self._keep(key, find_site(code, key[1]), mark, now)

    def _keep(self, key: Key, site: Site | None, mark: str, now: datetime) -> Site | None:
        with self._lock:
            self._sites.pop(key, None)
            if site is not None:
                self._sites[key] = (site, mark, now + LONGEST)
            while len(self._sites) > self._most:
                self._sites.popitem(last=False)
        return site

    def clear(self) -> None:
        """Keep nothing any more."""
        with self._lock:
            self._sites.clear()


SITES = KeptSites()


def site_of_page(request: HttpRequest, code: str | None = None) -> Site | None:
    """The site that a page belongs to; None where there is none."""
    batch = getattr(request, "batch", None)
    if batch is not None:
        return batch.find(code)  # type: ignore[no-any-return]
    return SITES.find(code, request.now)  # type: ignore[attr-defined]


def current_site(request: HttpRequest, code: str | None = None) -> Site:
    """The site that a page belongs to. Raises Http404 where there is none."""
    site = site_of_page(request, code)
    if site is None:
        raise Http404
    return site


def root_of(agency: Agency, main: Site, today: date) -> str:
    """Where the addresses of an organ's site begin, seen from the main site; "" for an organ without a site."""
    if agency.pk == main.agency.pk:
        return main.root
    has_one = _with_site(today).filter(pk=agency.pk).exists()
    return f"/o/{agency.code}/" if has_one else ""


def sites_on(today: date) -> list[tuple[int, str]]:
    """Number and code of each organ that has a site, in order of code."""
    return list(_with_site(today).order_by("code").values_list("pk", "code"))


def _with_site(today: date) -> QuerySet[Agency]:
    """Organs that have a site today."""
    return Agency.objects.filter(in_force(today), has_site=True)


def _main_agency(main: SiteIdentity | None, today: date) -> Agency | None:
    """The organ that the main site names; where nothing is set yet, the first one at the top of the tree."""
    known = Agency.objects.select_related("contact")
    if main:
        return known.get(pk=main.agency_id)
    return known.filter(in_force(today), has_site=True, parent=None).order_by("code").first()


def _agency(code: str, today: date) -> Agency | None:
    return _with_site(today).select_related("contact", "site").filter(code=code).first()


def _identity(agency: Agency) -> SiteIdentity | None:
    return getattr(agency, "site", None)


def _site(
    agency: Agency, root: str, own: SiteIdentity | None, main: SiteIdentity | None, today: date
) -> Site:
    filed = own or main
    return Site(
        agency=agency,
        root=root,
        name=own.name if own else agency.name,
        sponsor=own.sponsor if own else agency.name,
        domain=filed.domain if filed else "",
        identifier=filed.identification_code if filed else "",
        icp=filed.icp_number if filed else "",
        police=filed.police_number if filed else "",
        correct_url=filed.error_report_url if filed else "",
        elder=bool(filed and filed.elder),
        contact=getattr(agency, "contact", None),
        organs=_organs(agency, main, today),
    )


def _organs(agency: Agency, main: SiteIdentity | None, today: date) -> tuple[OrganLink, ...]:
    """Every organ with a site, in order of code; none where this is the only one."""
    rows = list(_with_site(today).order_by("code").values_list("pk", "code", "name", "parent_id"))
    if len(rows) < 2:
        return ()
    first = next((pk for pk, _, _, parent in rows if parent is None), None)
    at_root = main.agency_id if main else first
    return tuple(
        OrganLink(name, "/" if pk == at_root else f"/o/{code}/", pk == agency.pk)
        for pk, code, name, _ in rows
    )
