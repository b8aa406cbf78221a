"""The records behind one cell: which they are, with the facts that put them there, and when anybody last had one in hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max, QuerySet
from django.urls import reverse

from gongkai.agencies.models import Agency
from gongkai.annual_reports.compiling.facts import KINDS, in_words, read_facts
from gongkai.annual_reports.compiling.returned import LINE_OF, returns_of
from gongkai.annual_reports.compiling.span import Span
from gongkai.casework.counting import cases_of, proceedings_of
from gongkai.casework.models import Remedy
from gongkai.law.annual_report.definitions import Definition, Records, definition_of
from gongkai.publishing.documents import documents_of

LAST_TOUCHED: Mapping[Records, str] = {
    "documents": "changed_at",
    "returns": "at",
    "cases": "changed_at",
    "remedies": "at",
}


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record: its name, its other facts as (words, value), and the page where it stands."""

    pk: int
    name: str
    facts: tuple[tuple[str, str], ...]
    url: str


@dataclass(frozen=True, slots=True)
class Behind:
    """The records of a cell. ``changed_at``: when one of them was last changed, None where there is none."""

    cell: str
    definition: Definition
    records: QuerySet[Any]
    span: Span

    @property
    def changed_at(self) -> datetime | None:
        """When one of the records was last had in hand."""
        touched = LAST_TOUCHED[self.definition.records]
        return self.records.order_by().aggregate(last=Max(touched))["last"]

    def rows(self, part: QuerySet[Any] | None = None) -> list[RecordRow]:
        """The records, or a page of them, with their facts."""
        kind = KINDS[self.definition.records]
        facts_of_all = read_facts(kind, self.records if part is None else part, self.span)
        urls = _urls(self.definition.records, [int(pk) for pk in facts_of_all])
        named = [(key, words) for key, _, words in kind.facts if key != "name"]
        return [
            RecordRow(
                int(pk),
                in_words("name", facts["name"]),
                tuple((words, in_words(key, facts[key])) for key, words in named),
                urls[int(pk)],
            )
            for pk, facts in facts_of_all.items()
        ]


def behind(agency: Agency, span: Span, cell: str) -> Behind:
    """The records behind a cell of the 2021 form; raises KeyError for a cell that is none."""
    definition = definition_of(cell)
    return Behind(cell, definition, _records(agency, span, cell), span)


def _records(agency: Agency, span: Span, cell: str) -> QuerySet[Any]:
    year, as_of = span.year, span.as_of
    if cell in LINE_OF:
        return returns_of(agency, span, LINE_OF[cell])
    table, line, part = cell.split(".")
    if table == "proactive":
        return documents_of(agency, year, line, part, as_of)
    if table == "requests":
        return cases_of(agency, year, cell, as_of).order_by("counts_from", "pk")
    return proceedings_of(agency, year, cell, as_of)


def _urls(kind: Records, ids: list[int]) -> dict[int, str]:
    """The page of each record: a proceeding stands on its case's, a return has none of its own."""
    if kind == "documents":
        return {pk: reverse("publishing:item", kwargs={"pk": pk}) for pk in ids}
    cases = {pk: pk for pk in ids}
    if kind == "remedies":
        cases = dict(Remedy.objects.filter(pk__in=ids).values_list("pk", "case"))
    if kind == "returns":
        return dict.fromkeys(ids, "")
    return {pk: reverse("casework:case", kwargs={"pk": case}) for pk, case in cases.items()}
