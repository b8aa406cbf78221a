"""Which pages of the site are released as files, and which of them a change makes stale: one row a kind of page.

Whoever adds a public page that carries nothing per reader adds its row here.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from gongkai.agencies.models import SiteIdentity
from gongkai.common.clock import law_day
from gongkai.release import queries
from gongkai.release.static.registry import Change, PageKind, Root, offer_pages, offer_site
from gongkai.website.drawing import Together, draw
from gongkai.website.released_lists import (
    lists,
    months_touched,
    own_columns,
    own_columns_touched,
    sitemaps,
    sitemaps_touched,
)
from gongkai.website.site import find_site, sites_on

STEADY = ("apply/", "apply/form/", "feedback/")
OF_THE_DAY = ("guide/", "catalogue/", *STEADY)
NOTICES = ("not-found/", "maintenance/")
FEEDS = ("feed.xml", "reports/feed.xml")
REPORT_PAGES = ("reports/", "reports/compare/", "reports/data/", "reports/data.json", "reports/data.csv")  # fmt: skip
ANNUAL_REPORT = "annual_report"
ANY_VERSION = range(1, 61)
"""Of a report that is gone nobody knows how many versions it had."""


def roots(now: datetime) -> Sequence[Root]:
    """The site of every organ that has one: the main one at the top, the others below their codes."""
    today = law_day(now)
    main = find_site(None, today)
    if main is None:
        return []
    chosen = dict(SiteIdentity.objects.values_list("agency", "elder"))
    below = [
        Root(pk, code, f"/o/{code}/", elder=chosen.get(pk, main.elder))
        for pk, code in sites_on(today)
        if pk != main.agency.pk
    ]
    return [Root(main.agency.pk, main.agency.code, "/", elder=main.elder), *below]


def frame(root: Root, now: datetime) -> str:
    """What every page of a site carries."""
    site = find_site(None if root.start == "/" else root.code, law_day(now))
    if site is None:
        return ""
    contact = site.contact
    office = (contact.office, contact.address, contact.telephone, contact.hours) if contact else ()
    whole = (site.name, site.sponsor, site.domain, site.identifier, site.icp, site.police)
    return repr((whole, site.correct_url, site.elder, site.agency.name, office, site.organs))


def offer() -> None:
    """Tell the release floor of all kinds."""
    offer_site(roots=roots, drawer=draw, frame=frame, batch=Together)
    for kind in KINDS:
        offer_pages(kind)


def items(root: Root) -> Iterator[str]:
    """The pages of items with the files of their tables, and the notes on those that were withdrawn."""
    for path in queries.addresses_of(root.agency):
        if path.startswith("items/"):
            yield root.start + path
    yield from (root.start + path for path in queries.table_addresses_of(root.agency))


def items_touched(root: Root, change: Change) -> Iterator[str]:
    """The item's own and those that name it."""
    for agency, path in change.pages:
        if agency == root.agency and path.startswith("items/"):
            yield root.start + path


def captions(root: Root) -> Iterator[str]:
    """The captions of videos."""
    yield from (f"{root.start}{path}captions.vtt" for path in queries.captioned(root.agency))


def captions_touched(root: Root, change: Change) -> Iterator[str]:
    """Those of the item itself, whether it has any now or had them before."""
    if change.agency == root.agency:
        yield from (f"{root.start}items/{number}/captions.vtt" for number in change.items)


def reports(root: Root) -> Iterator[str]:
    """The report of each year, its files and its earlier versions."""
    for path, versions in queries.report_addresses(root.agency):
        yield from _report(root.start + path, versions)


def reports_touched(root: Root, change: Change) -> Iterator[str]:
    """The report that changed, with whatever it had before."""
    paths = [path for agency, path in change.pages if agency == root.agency]
    known = dict(queries.report_addresses(root.agency)) if change.years else {}
    for path in paths:
        if path.startswith("reports/"):
            yield from _report(root.start + path, known.get(path, ANY_VERSION))


def _report(address: str, versions: Iterable[int]) -> Iterator[str]:
    yield address
    yield from (f"{address}report.{kind}" for kind in ("docx", "pdf", "csv", "json"))
    yield from (f"{address}versions/{number}/" for number in versions)


def steady(root: Root) -> Iterator[str]:
    """Pages of which a site has one each."""
    yield from (root.start + place for place in OF_THE_DAY)


def steady_touched(root: Root, change: Change) -> Iterator[str]:
    """The guide and the catalogue show what an organ settled."""
    if change.agency == root.agency and "guide" in change.kinds:
        yield f"{root.start}guide/"
    if change.agency == root.agency and "catalogue" in change.parts:
        yield f"{root.start}catalogue/"


def report_lists(root: Root) -> Iterator[str]:
    """All reports: as a list, side by side, as data, for people at a glance."""
    yield from (root.start + place for place in (*REPORT_PAGES, "sitemap/"))


def report_lists_touched(root: Root, change: Change) -> Iterator[str]:
    """Those of the organ whose report changed; the data of the main site hold those of all organs."""
    if ANNUAL_REPORT not in change.kinds:
        return
    if change.agency == root.agency:
        yield from report_lists(root)
    elif root.start == "/":
        yield from (root.start + place for place in REPORT_PAGES if "data" in place)


def newest(root: Root) -> Iterator[str]:
    """What shows the newest of a site."""
    yield from (root.start + place for place in FEEDS)


def newest_touched(root: Root, change: Change) -> Iterator[str]:
    """Any change of an item may be among the newest."""
    if change.agency == root.agency and change.kinds:
        yield from newest(root)


def meetings(root: Root) -> Iterator[str]:
    """What the public may take part in: live Q&A now and past."""
    yield f"{root.start}live/"


def meetings_touched(root: Root, change: Change) -> Iterator[str]:
    """Each move of a live Q&A is told by the item that announces it."""
    if change.agency == root.agency and change.items:
        yield from meetings(root)


def consultations(root: Root) -> Iterator[str]:
    """What the public is asked about, as a list."""
    yield f"{root.start}consultations/"


def consultations_touched(root: Root, change: Change) -> Iterator[str]:
    """Each move of a consultation is told by its notice."""
    if change.agency == root.agency and change.items:
        yield from consultations(root)


def drafts(root: Root) -> Iterator[str]:
    """The pages that tell how many days are left: of drafts on which the public may comment, now or soon. ``items`` has them too."""
    for path in queries.paths_of_running_consultations(root.agency):
        yield root.start + path


def home(root: Root) -> Iterator[str]:
    """The front page."""
    yield root.start


def home_touched(root: Root, change: Change) -> Iterator[str]:
    """It shows the newest and the last report."""
    if change.agency == root.agency and change.kinds:
        yield root.start


def notices(root: Root) -> Iterator[str]:
    """What readers see where there is nothing, and while the program does not answer."""
    if root.start == "/":
        yield from (root.start + place for place in NOTICES)
        yield "/robots.txt"


def untouched(_root: Root, _change: Change) -> Iterator[str]:
    """No change of an item changes these: only the frame does."""
    yield from ()


KINDS = (
    PageKind("items", items, items_touched, stage=0),
    PageKind("captions", captions, captions_touched, stage=0),
    PageKind("reports", reports, reports_touched, stage=0),
    PageKind("notices", notices, untouched, stage=0),
    PageKind("steady", steady, steady_touched, with_the_day=True),
    PageKind("lists", lists, months_touched),
    PageKind("own_columns", own_columns, own_columns_touched),
    PageKind("report_lists", report_lists, report_lists_touched),
    PageKind("meetings", meetings, meetings_touched, with_the_day=True),
    PageKind("consultations", consultations, consultations_touched, with_the_day=True),
    PageKind("drafts", drafts, untouched, with_the_day=True),
    PageKind("newest", newest, newest_touched, stage=2),
    PageKind("sitemaps", sitemaps, sitemaps_touched, stage=2),
    PageKind("home", home, home_touched, stage=3, with_the_day=True),
)
