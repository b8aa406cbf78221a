"""Reads of the public copies: what the site, the feeds and the search show. Only the newest public text is ever found here."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import Count, Max, QuerySet

from gongkai.agencies.models import Agency
from gongkai.paperwork.old_pages import Address
from gongkai.publishing.presentations import DATA
from gongkai.publishing.presentations.machine_tables import table_paths
from gongkai.release.models import (
    PublicCatalogue,
    PublicColumn,
    PublicConsultation,
    PublicDocument,
    PublicFile,
    PublicOldAddress,
    Withdrawal,
)
from gongkai.release.words import wanted

MOST_ALIKE = 50
"""Old websites that may have had the same path."""
LIGHT = ("body", "payload", "search_text", "passage_text", "attachment_text")
"""What lists do not need."""


def documents(agency_ids: Iterable[int] | None = None) -> QuerySet[PublicDocument]:
    """All documents, newest first, without their texts; of some organs, or of all."""
    found = PublicDocument.objects.select_related("agency").defer(*LIGHT)
    return found if agency_ids is None else found.filter(agency_id__in=list(agency_ids))


def document(pk: int) -> PublicDocument | None:
    """One document with its text, by the number of its item, which is in its address."""
    return documents_with_texts([pk]).first()


def documents_with_texts(numbers: Iterable[int]) -> QuerySet[PublicDocument]:
    """Documents with what their pages show, by the numbers of their items."""
    found = PublicDocument.objects.filter(item_id__in=list(numbers)).select_related("agency")
    return found.defer("search_text", "passage_text", "attachment_text").order_by()


def withdrawal(pk: int) -> Withdrawal | None:
    """The note at the address of a withdrawn document, by the number of its item."""
    return Withdrawal.objects.select_related("agency").filter(item_id=pk).first()


def public_file(token: str) -> PublicFile | None:
    """The file at a public address, as long as a public document has it."""
    return PublicFile.objects.filter(token=token).order_by("pk").first()


def named_file(token: str, name: str) -> PublicFile | None:
    """The file under one of its names; every document that has it may call it otherwise."""
    return PublicFile.objects.filter(token=token, name=name).order_by("pk").first()


def old_address(address: Address, main: Agency) -> PublicOldAddress | None:
    """The row of an address of an old website: of that very site, else of the main site's organ, else of the only one that has it."""
    paths = [address.path, address.path.partition("?")[0]]
    rows = PublicOldAddress.objects.filter(path__in=paths).select_related("agency")
    best = sorted(
        rows[:MOST_ALIKE],
        key=lambda row: (
            row.path != address.path,
            row.host != address.host,
            row.agency_id != main.pk,
        ),
    )
    told_apart = not best or best[0].host == address.host or best[0].agency_id == main.pk
    return best[0] if best and (told_apart or len(best) == 1) else None


def in_column(agency: Agency, key: str) -> QuerySet[PublicDocument]:
    """The documents of one column of an organ, newest first, with their texts."""
    return PublicDocument.objects.filter(agency=agency, column_key=key)


def consultations(agency: Agency) -> QuerySet[PublicConsultation]:
    """The public consultations of an organ, the last to close first."""
    return PublicConsultation.objects.filter(agency=agency)


def paths_of_running_consultations(agency: int) -> QuerySet[PublicConsultation, str]:
    """The pages of those that are not over by their record, below the organ's pages: they change with the day."""
    found = PublicConsultation.objects.filter(agency=agency, state__in=("planned", "open"))
    return found.order_by("pk").values_list("path", flat=True)


def catalogue_rows(agency: Agency) -> list[dict[str, str]]:
    """The rows of an organ's standard catalogue."""
    found = PublicCatalogue.objects.filter(agency=agency).first()
    return list(found.rows) if found else []


def columns_below(agency: Agency, national: str) -> list[PublicColumn]:
    """The organ's own columns below a national one, in the order of the tree."""
    return list(PublicColumn.objects.filter(agency=agency, national=national))


def column(agency: Agency, key: str) -> PublicColumn | None:
    """One of the organ's own columns."""
    return PublicColumn.objects.filter(agency=agency, key=key).first()


def inside(columns: Iterable[PublicColumn], key: str) -> set[str]:
    """The keys of a column and of all below it; ``columns`` in the order of the tree."""
    found = {key}
    for each in columns:
        if each.parent_key in found:
            found.add(each.key)
    return found


def months(found: QuerySet[PublicDocument]) -> dict[str, int]:
    """How many of these documents were published in each month, by ``2025-11``, the newest month first."""
    counted = found.order_by().values_list("month").annotate(number=Count("pk"))
    return dict(counted.order_by("-month"))


def captioned(agency: int) -> Iterator[str]:
    """The paths of an organ's public videos that have captions."""
    rows = PublicDocument.objects.filter(agency=agency, presentation="video").order_by("pk")
    for path, payload in rows.values_list("path", "payload").iterator():
        if payload.get("presentation", {}).get("captions"):
            yield path


def addresses_of(agency: int) -> Iterator[str]:
    """The address of every public document of an organ, and of every note on one that was withdrawn, below its pages."""
    yield from (
        PublicDocument.objects.filter(agency=agency).order_by("pk").values_list("path", flat=True)
    )
    yield from (
        Withdrawal.objects.filter(agency=agency).order_by("pk").values_list("path", flat=True)
    )


def table_addresses_of(agency: int) -> Iterator[str]:
    """The addresses of the tables of an organ's public items, as files."""
    found = PublicDocument.objects.filter(agency=agency, presentation__in=("accounts", "chart"))
    for key, payload, path in found.order_by("pk").values_list("presentation", "payload", "path"):
        yield from table_paths(key, payload.get(DATA) or {}, path)


def report_addresses(agency: int) -> Iterator[tuple[str, list[int]]]:
    """The address of each annual report of an organ, with the numbers of its earlier public versions."""
    found = PublicDocument.objects.filter(agency=agency, kind="annual_report").order_by("year")
    for path, payload in found.values_list("path", "payload"):
        yield path, [row["number"] for row in payload.get("earlier", ())]


def months_of_site(agency: Agency | int) -> dict[str, tuple[int, datetime]]:
    """How many documents of an organ were published in each month and when the last was, the newest month first."""
    found = PublicDocument.objects.filter(agency=agency).order_by().values_list("month")
    counted = found.annotate(number=Count("pk"), last=Max("published_at")).order_by("-month")
    return {month: (number, last) for month, number, last in counted}


def addresses_of_month(
    agency: Agency, month: str
) -> QuerySet[PublicDocument, tuple[str, datetime]]:
    """Address and moment of publication of the documents of a month, the oldest first."""
    found = PublicDocument.objects.filter(agency=agency, month=month)
    return found.order_by("published_at", "pk").values_list("path", "published_at")


def newest(agency: Agency, n: int) -> list[PublicDocument]:
    """The newest ``n`` documents of an organ."""
    return list(documents([agency.pk])[:n])


def reports(agency: Agency) -> QuerySet[PublicDocument]:
    """The annual reports of an organ, newest year first, with their figures."""
    found = PublicDocument.objects.filter(agency=agency, kind="annual_report")
    return found.order_by("-year", "-published_at")


def reports_of(agency_ids: Iterable[int]) -> QuerySet[PublicDocument]:
    """The annual reports of several organs by organ and year, with their figures."""
    found = PublicDocument.objects.filter(kind="annual_report", agency_id__in=list(agency_ids))
    return found.select_related("agency").order_by("agency__code", "year", "pk")


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
