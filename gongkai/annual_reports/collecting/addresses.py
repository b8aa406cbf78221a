"""Where the page of a collection is: pages, notices and the list of work lead there."""

from django.urls import reverse

from gongkai.agencies.models import Agency


def address_of(collector: Agency | None, year: int) -> str:
    """The page of a collection."""
    organ = f"&collector={collector.pk}" if collector else ""
    return f"{reverse('annual_reports:collection')}?year={year}{organ}"
