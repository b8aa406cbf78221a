"""Addresses of the lists that grow, by column and month: what there are, and which of them a change makes stale."""

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from gongkai.release import queries
from gongkai.release.models import PublicColumn, PublicDocument
from gongkai.release.static.registry import Change, Root
from gongkai.website.months import Month, address_of, months_of
from gongkai.website.views import sitemaps as maps

LISTED = ("systems", "content")


def lists(root: Root) -> Iterator[str]:
    """The national columns that grow, their feeds, their months."""
    for key in LISTED:
        yield from _all(f"{root.start}{key}/", months_of(_of_kind(root, key)))


def months_touched(root: Root, change: Change) -> Iterator[str]:
    """The columns in which an item is or was; all of them where the organ's own columns changed, which they name."""
    if change.agency != root.agency:
        return
    if "columns" in change.parts:
        yield from (f"{root.start}{key}/" for key in LISTED)
    for key in change.kinds & set(LISTED):
        yield from _stale(f"{root.start}{key}/", months_of(_of_kind(root, key)), change.months)


def own_columns(root: Root) -> Iterator[str]:
    """The organ's own columns, their feeds, their months."""
    for here, found in _own(root):
        yield from _all(f"{root.start}columns/{here.key}/", months_of(found))


def own_columns_touched(root: Root, change: Change) -> Iterator[str]:
    """Those in which an item is or was; all of them where they changed themselves."""
    if change.agency != root.agency:
        return
    if "columns" in change.parts:
        yield from own_columns(root)
        yield from (f"{root.start}columns/{key}/" for key in change.columns)
    for here, found in _own(root, change.columns):
        start = f"{root.start}columns/{here.key}/"
        yield from _stale(start, months_of(found), change.months)


def sitemaps(root: Root) -> Iterator[str]:
    """The lists for crawlers."""
    yield f"{root.start}sitemap.xml"
    yield f"{root.start}sitemap-places.xml"
    for month, (number, _) in queries.months_of_site(root.agency).items():
        yield from (root.start + maps.address_of(month, n + 1) for n in range(maps.parts_of(number)))  # fmt: skip


def sitemaps_touched(root: Root, change: Change) -> Iterator[str]:
    """The index and the months in which an item is or was."""
    if change.agency != root.agency or not change.months:
        return
    yield f"{root.start}sitemap.xml"
    known = queries.months_of_site(root.agency)
    for month in change.months:
        parts = maps.parts_of(known[month][0]) if month in known else 0
        yield from (root.start + maps.address_of(month, n + 1) for n in range(parts + 1))


def _of_kind(root: Root, key: str) -> QuerySet[PublicDocument]:
    return queries.documents([root.agency]).filter(kind=key)


def _own(
    root: Root, only: Iterable[str] | None = None
) -> Iterator[tuple[PublicColumn, QuerySet[PublicDocument]]]:
    """The organ's own columns, or some of them, each with its documents."""
    rows = list(PublicColumn.objects.filter(agency=root.agency))
    for here in rows:
        if only is None or here.key in only:
            keys = queries.inside(rows, here.key)
            yield here, queries.documents([root.agency]).filter(column_key__in=keys)


def _all(start: str, months: list[Month]) -> Iterator[str]:
    yield start
    yield f"{start}feed.xml"
    for month in months:
        yield from (start + address_of(month.key, n + 1) for n in range(month.pages))


def _stale(start: str, months: list[Month], changed: frozenset[str]) -> Iterator[str]:
    """The column, its feed, the pages of the months that changed; where one came or went, those that lead to it."""
    yield start
    yield f"{start}feed.xml"
    for key in changed:
        month = next((each for each in months if each.key == key), Month(key, 0))
        beside = _neighbours(months, key) if month.number <= 1 else []
        for each in (month, *beside):
            # One page more than there are: the last one may just have gone.
            yield from (start + address_of(each.key, n + 1) for n in range(each.pages + 1))


def _neighbours(months: list[Month], key: str) -> list[Month]:
    """The months with documents before and after one, whether it has any itself or not; ``months`` newest first."""
    after = [each for each in months if each.key > key][-1:]
    before = [each for each in months if each.key < key][:1]
    return [*after, *before]
