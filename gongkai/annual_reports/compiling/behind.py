"""The records behind one cell: which they are, with the facts that put them there, and when anybody last had one in hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max, QuerySet
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.annual_reports.compiling.facts import KINDS, in_words, read_facts
from gongkai.annual_reports.compiling.returned import LINE_OF, last_struck, returns_of
from gongkai.annual_reports.compiling.span import Span
from gongkai.casework.admission import visible
from gongkai.casework.counting import cases_of, proceedings_of
from gongkai.casework.models import Remedy
from gongkai.law.annual_report.definitions import Definition, Records, definition_of
from gongkai.publishing.documents import documents_of

LAST_TOUCHED: Mapping[Records, str] = {
    "documents": "changed_at",
    "returns": "at",
    "cases": "changed_at",
    "remedies": "case__changed_at",
}
UNSEEN = "您不能查看的办件"
"""In the place of the name of a case that is kept from the person; it is counted all the same."""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record: its name, its other facts as (words, value), and the page where it stands."""

    pk: int
    name: str
    facts: tuple[tuple[str, str], ...]
    url: str


@dataclass(frozen=True, slots=True)
class Behind:
    """The records of a cell."""

    agency: Agency
    cell: str
    definition: Definition
    records: QuerySet[Any]
    span: Span

    @property
    def changed_at(self) -> datetime | None:
        """When one of the records was last had in hand, or a number of a department struck out; None where there is none."""
        touched = LAST_TOUCHED[self.definition.records]
        last = self.records.order_by().aggregate(last=Max(touched))["last"]
        if self.definition.records != "returns":
            return last
        struck = last_struck(self.agency, self.span, LINE_OF[self.cell])
        return max(filter(None, (last, struck)), default=None)

    def rows(self, person: User, part: QuerySet[Any] | None = None) -> list[RecordRow]:
        """The records, or a page of them, with their facts; of a case that is kept from the person only that there is one."""
        kind = KINDS[self.definition.records]
        facts_of_all = read_facts(kind, self.records if part is None else part, self.span)
        ids = [int(pk) for pk in facts_of_all]
        urls = _urls(self.definition.records, ids)
        hidden = unseen(person, self.definition.records, ids)
        named = [(key, words) for key, _, words in kind.facts if key != "name"]
        return [
            _unseen_row(int(pk), named)
            if int(pk) in hidden
            else RecordRow(
                int(pk),
                in_words("name", facts["name"]),
                tuple((words, in_words(key, facts[key])) for key, words in named),
                urls[int(pk)],
            )
            for pk, facts in facts_of_all.items()
        ]


def _unseen_row(pk: int, named: list[tuple[str, str]]) -> RecordRow:
    return RecordRow(pk, UNSEEN, tuple((words, "") for _, words in named), "")


def unseen(person: User, kind: Records, ids: list[int]) -> set[int]:
    """Those records of a kind whose case is kept from the person."""
    cases = _cases_of(kind, ids)
    seen = set(visible(person).filter(pk__in=cases.values()).values_list("pk", flat=True))
    return {pk for pk, case in cases.items() if case not in seen}


def _cases_of(kind: Records, ids: list[int]) -> dict[int, int]:
    """By record, its case; of other records nothing."""
    if kind == "remedies":
        return dict(Remedy.objects.filter(pk__in=ids).values_list("pk", "case"))
    return {pk: pk for pk in ids} if kind == "cases" else {}


def behind(agency: Agency, span: Span, cell: str) -> Behind:
    """The records behind a cell of the 2021 form; raises KeyError for a cell that is none."""
    definition = definition_of(cell)
    return Behind(agency, cell, definition, _records(agency, span, cell), span)


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
    if kind == "returns":
        return dict.fromkeys(ids, "")
    cases = _cases_of(kind, ids)
    return {pk: reverse("casework:case", kwargs={"pk": case}) for pk, case in cases.items()}
