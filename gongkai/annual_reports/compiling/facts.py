"""The counted facts of the records behind a report: those, and only those, that put a record into its cells. Reads only."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from gongkai.agencies.models import Agency
from gongkai.annual_reports.compiling.returned import returns_of
from gongkai.annual_reports.compiling.span import Span
from gongkai.casework.counting import pieces, remedies_of
from gongkai.casework.models import Case
from gongkai.law.annual_report.definitions import RETURN_LINES, Records
from gongkai.law.applicants import APPLICANT_KINDS
from gongkai.law.outcomes import OUTCOMES
from gongkai.law.remedy_results import PROCEDURES, RESULTS
from gongkai.law.rule_kinds import RULE_KINDS
from gongkai.law.validity import VALIDITIES
from gongkai.paperwork.contract_json import plain_decimal
from gongkai.publishing.documents import documents_counted

Facts = Mapping[str, str]
"""A record's facts as text: {"name": …, "counts_from": "2025-03-03", …}; what is not there is empty."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: how to find those that some cell of the year counts, and its facts as (key, path, words).

    ``ended``: the fact that says when the record came to its end, and the facts that only hold from then on.
    """

    found: Callable[[Agency, Span], QuerySet[Any]]
    facts: tuple[tuple[str, str, str], ...]
    ended: str = ""
    then: Mapping[str, str] = field(default_factory=dict)


WORDS: Mapping[str, Mapping[str, str]] = {
    "rule_kind": {row.key: row.label for row in RULE_KINDS},
    "validity": {row.key: row.label for row in VALIDITIES},
    "applicant_kind": {row.key: row.label for row in APPLICANT_KINDS},
    "outcome": {row.key: row.decision for row in OUTCOMES},
    "procedure": {row.key: row.label for row in PROCEDURES},
    "result": {row.key: row.label for row in RESULTS},
    "name": {row.key: row.label for row in RETURN_LINES},
}
"""By fact, the words of its values that are keys of a table."""


def in_words(key: str, value: str) -> str:
    """A fact's value for people."""
    return WORDS.get(key, {}).get(value, value)


def cases_counted(agency: Agency, span: Span) -> QuerySet[Case]:
    """Every case that stands in some cell of 表三."""
    alive = Q(closed_on__isnull=True) | Q(closed_on__gte=span.first)
    return pieces(agency).filter(alive, counts_from__lte=span.last).order_by("pk")


KINDS: Mapping[Records, Kind] = {
    "documents": Kind(
        lambda agency, span: documents_counted(agency, span.year, span.as_of),
        (
            ("name", "title", "标题"),
            ("rule_kind", "published__rule_kind", "文件性质"),
            ("made_on", "published__made_on", "成文日期"),
            ("validity", "validity", "有效性"),
            ("validity_since", "validity_since", "有效性自"),
            ("ends_on", "published__ends_on", "有效期至"),
        ),
        "validity_since",
        {"validity": "valid", "validity_since": ""},
    ),
    "returns": Kind(
        lambda agency, span: returns_of(agency, span).order_by("pk"),
        (
            ("name", "line", "项目"),
            ("department", "department__name", "部门"),
            ("first_day", "first_day", "从哪一天"),
            ("last_day", "last_day", "到哪一天"),
            ("figure", "figure", "数量"),
        ),
    ),
    "cases": Kind(
        cases_counted,
        (
            ("name", "number__number", "编号"),
            ("applicant_kind", "applicant_kind", "申请人种类"),
            ("counts_from", "counts_from", "计为新收之日"),
            ("closed_on", "closed_on", "办结日期"),
            ("outcome", "outcome", "办理结果"),
        ),
        "closed_on",
        {"closed_on": "", "outcome": ""},
    ),
    "remedies": Kind(
        lambda agency, span: remedies_of(agency, span.year, span.as_of).order_by("pk"),
        (
            ("name", "case__number__number", "案件"),
            ("procedure", "procedure", "程序"),
            ("received_on", "received_on", "收到之日"),
            ("decision_received_on", "decision_received_on", "收到决定、裁判之日"),
            ("result", "result", "结果"),
        ),
        "decision_received_on",
        {"decision_received_on": "", "result": ""},
    ),
}


def facts_of(agency: Agency, span: Span) -> dict[str, dict[str, Facts]]:
    """By kind of record and id, the facts of every record that some cell counts: one query a kind."""
    return {key: _facts(kind, agency, span) for key, kind in KINDS.items()}


def _facts(kind: Kind, agency: Agency, span: Span) -> dict[str, Facts]:
    return read_facts(kind, kind.found(agency, span), span)


def read_facts(kind: Kind, records: QuerySet[Any], span: Span) -> dict[str, Facts]:
    """The facts of some records of a kind, by id, in the order of the records."""
    paths = [path for _, path, _ in kind.facts]
    keys = [key for key, _, _ in kind.facts]
    rows = records.values_list("pk", *paths)
    found = {str(pk): dict(zip(keys, map(_text, values), strict=True)) for pk, *values in rows}
    return {pk: _as_it_stood(kind, facts, span) for pk, facts in found.items()}


def _as_it_stood(kind: Kind, facts: Facts, span: Span) -> Facts:
    """The facts at the end of the last day: what came to its end later had not ended by then."""
    later = bool(kind.ended) and facts[kind.ended] > span.last.isoformat()
    return {**facts, **kind.then} if later else facts


def _text(value: object) -> str:
    if isinstance(value, Decimal):
        return plain_decimal(value.normalize())
    return "" if value is None else str(value)
