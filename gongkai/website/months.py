"""Lists by month: a column shows its newest documents, and those of each month on pages of their own.

A month's pages are numbered from the oldest document on, so that one more changes the newest page alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet
from django.http import Http404

from gongkai.release import queries
from gongkai.release.models import PublicDocument

MOST = 100
"""Documents on a page of a month."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month with documents in it: ``2025-11`` and how many."""

    key: str
    number: int

    @property
    def year(self) -> int:
        """The year."""
        return int(self.key[:4])

    @property
    def label(self) -> str:
        """The month within its year."""
        return f"{int(self.key[5:])}月"

    @property
    def title(self) -> str:
        """The month with its year."""
        return f"{self.year}年{self.label}"

    @property
    def pages(self) -> int:
        """How many pages the month has."""
        return -(-self.number // MOST)

    @property
    def newest(self) -> str:
        """The address of the page with its newest documents, below the column's."""
        return address_of(self.key, self.pages)


@dataclass(frozen=True, slots=True)
class MonthPage:
    """A page of a month: its documents, the newest first, and the way to those before and after, "" where there are none."""

    month: Month
    documents: list[PublicDocument]
    number: int
    first: int
    earlier: str
    later: str
    month_before: Month | None
    month_after: Month | None

    @property
    def last(self) -> int:
        """Which document of the month, counted from its oldest, is the newest here."""
        return self.first + len(self.documents) - 1


def address_of(month: str, page: int) -> str:
    """The address of a page of a month below the column's."""
    return f"{month}/" if page == 1 else f"{month}/{page}/"


def months_of(found: QuerySet[PublicDocument]) -> list[Month]:
    """The months in which there are documents, the newest first."""
    return [Month(key, number) for key, number in queries.months(found).items()]


def by_year(months: list[Month]) -> Iterator[tuple[int, list[Month]]]:
    """The months of each year, the newest first."""
    for year, inside in groupby(months, lambda month: month.year):
        yield year, list(inside)


def newest_with_months(found: QuerySet[PublicDocument], most: int) -> Mapping[str, object]:
    """What a column's page shows: its newest documents, and the months where those are not all."""
    months = months_of(found)
    is_long = sum(month.number for month in months) > most
    years = list(by_year(months)) if is_long else []
    return {"found": list(found[:most]), "years": years, "most": most}


def month_page(found: QuerySet[PublicDocument], key: str, number: int) -> MonthPage:
    """A page of a month. Raises Http404 where there is none."""
    months = months_of(found)
    at = next((place for place, month in enumerate(months) if month.key == key), None)
    if at is None or not 1 <= number <= months[at].pages:
        raise Http404
    start = (number - 1) * MOST
    rows = found.filter(month=key).order_by("published_at", "pk")[start : start + MOST]
    return MonthPage(
        month=months[at],
        documents=list(rows)[::-1],
        number=number,
        first=start + 1,
        earlier=address_of(key, number - 1) if number > 1 else "",
        later=address_of(key, number + 1) if number < months[at].pages else "",
        month_before=months[at + 1] if at + 1 < len(months) else None,
        month_after=months[at - 1] if at else None,
    )
