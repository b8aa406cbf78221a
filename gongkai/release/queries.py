"""Reads of the public copies: what the site, the feeds and the search show. Only the newest public text is ever found here."""

from collections.abc import Iterable

from django.db.models import QuerySet

from gongkai.agencies.models import Agency
from gongkai.release.models import PublicDocument, PublicFile, Withdrawal
from gongkai.release.words import wanted

LIGHT = ("body", "payload", "search_text")
"""What lists do not need."""


def documents(agency_ids: Iterable[int] | None = None) -> QuerySet[PublicDocument]:
    """All documents, newest first, without their texts; of some organs, or of all."""
    found = PublicDocument.objects.select_related("agency").defer(*LIGHT)
    return found if agency_ids is None else found.filter(agency_id__in=list(agency_ids))


def document(pk: int) -> PublicDocument | None:
    """One document with its text, by the number of its item, which is in its address."""
    return PublicDocument.objects.select_related("agency").filter(item_id=pk).first()


def withdrawal(pk: int) -> Withdrawal | None:
    """The note at the address of a withdrawn document, by the number of its item."""
    return Withdrawal.objects.select_related("agency").filter(item_id=pk).first()


def public_file(token: str) -> PublicFile | None:
    """The file at a public address, as long as a public document has it."""
    return PublicFile.objects.filter(token=token).first()


def in_column(agency: Agency, key: str) -> QuerySet[PublicDocument]:
    """The documents of one column of an organ, newest first, with their texts."""
    return PublicDocument.objects.filter(agency=agency, column_key=key)


def newest(agency: Agency, n: int) -> list[PublicDocument]:
    """The newest ``n`` documents of an organ."""
    return list(documents([agency.pk])[:n])


def reports(agency: Agency) -> QuerySet[PublicDocument]:
    """The annual reports of an organ, newest year first, with their figures."""
    found = PublicDocument.objects.filter(agency=agency, kind="annual_report")
    return found.order_by("-year", "-published_at")


def report_of(agency: Agency, year: int) -> PublicDocument | None:
    """The annual report of one year."""
    return reports(agency).filter(year=year).first()


def search(words: str, agency: Agency | None = None) -> QuerySet[PublicDocument]:
    """The documents that hold every word, newest first; none for a query without words. Nothing that holds them is missed."""
    looked_for = wanted(words)
    found = documents(None if agency is None else [agency.pk])
    if not looked_for:
        return found.none()
    for word in looked_for:
        found = found.filter(search_text__contains=word)
    return found
