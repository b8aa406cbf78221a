"""What 表三 and 表四 count of the record: every closed case in exactly one cell, every open one carried over at midnight of 31 December.

Reads only. The cells are those of the law's form; each count can be opened up into its cases.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Count, Q, QuerySet, Sum

from gongkai.agencies.models import Agency
from gongkai.casework.models import Case, CaseNotice, CaseRules, Payment, Remedy
from gongkai.law.annual_report.form import (
    APPLICANTS,
    BLOCKS,
    RESULTS,
    request_rows,
)
from gongkai.law.case_states import COUNTED
from gongkai.law.outcomes import OUTCOMES, row_of
from gongkai.law.remedy_results import RESULTS as REMEDY_RESULTS
from gongkai.law.remedy_results import remedy_result

ROW_OF = {row.key: row_of(row).key for row in OUTCOMES}
"""By outcome, its row of the 2021 form."""


PIECE = Q(kind="disclosure", state__in=COUNTED)
"""What is a 件: a request for disclosure that was received; a split one by its parts, a void one not at all."""


def pieces(agency: Agency) -> QuerySet[Case]:
    """The 件 of an organ."""
    return Case.objects.filter(PIECE, agency=agency)


def _span(year: int, as_of: date | None) -> tuple[date, date]:
    """First and last day of what is counted."""
    last = date(year, 12, 31)
    return date(year, 1, 1), min(as_of or last, last)


def received(agency: Agency, year: int, as_of: date | None = None) -> QuerySet[Case]:
    """一、本年新收: by the day of art. 31."""
    first, last = _span(year, as_of)
    return pieces(agency).filter(counts_from__gte=first, counts_from__lte=last)


def carried_in(agency: Agency, year: int) -> QuerySet[Case]:
    """二、上年结转: received before the year and not answered before it."""
    first = date(year, 1, 1)
    open_then = Q(closed_on__isnull=True) | Q(closed_on__gte=first)
    return pieces(agency).filter(open_then, counts_from__lt=first)


def concluded(agency: Agency, year: int, as_of: date | None = None) -> QuerySet[Case]:
    """三、本年度办理结果: by the day of the first answer. A later round changes nothing here."""
    first, last = _span(year, as_of)
    return pieces(agency).filter(closed_on__gte=first, closed_on__lte=last)


def carried_out(agency: Agency, year: int, as_of: date | None = None) -> QuerySet[Case]:
    """四、结转下年度继续办理: received and without an answer at the end of the last day."""
    _, last = _span(year, as_of)
    open_then = Q(closed_on__isnull=True) | Q(closed_on__gt=last)
    return pieces(agency).filter(open_then, counts_from__lte=last)


Group = tuple[int, str, str, int, int, int]
"""Organ, applicant kind and outcome of some 件: how many are new, how many ended by the last day, how many there are."""


def request_groups(
    organs: Iterable[int] | None, year: int, as_of: date | None = None
) -> Iterator[Group]:
    """The 件 of a year in groups: one query for any number of organs, None for all there are.

    What is not new was carried in, what has not ended is carried out.
    """
    first, last = _span(year, as_of)
    in_reach = PIECE & Q(counts_from__lte=last)
    in_reach &= Q(closed_on__isnull=True) | Q(closed_on__gte=first)
    if organs is not None:
        in_reach &= Q(agency__in=organs)
    new, ended = Q(counts_from__gte=first), Q(closed_on__lte=last)
    groups = Case.objects.filter(in_reach).values_list("agency", "applicant_kind", "outcome")
    return _rows(
        groups.annotate(
            new=Count("pk", filter=new), ended=Count("pk", filter=ended), whole=Count("*")
        ).order_by()
    )


PORTION = 10_000


def _rows(found: QuerySet[Any]) -> Iterator[Any]:
    """The rows of a query as the database gives them: a province has some hundred thousand, which need no conversion."""
    try:
        sql, parameters = found.query.sql_with_params()
    except EmptyResultSet:
        return
    with connections[found.db].cursor() as cursor:
        cursor.execute(sql, parameters)
        while part := cursor.fetchmany(PORTION):
            yield from part


def request_figures(agency: Agency, year: int, as_of: date | None = None) -> dict[str, int]:
    """Every cell of 表三 by its key, ``requests.received.natural_person``: one query."""
    table: Counter[tuple[str, str]] = Counter()
    for _, applicant, outcome, new, ended, whole in request_groups([agency.pk], year, as_of):
        table["received", applicant] += new
        table["carried_in", applicant] += whole - new
        table["carried_out", applicant] += whole - ended
        if ended:
            table["concluded", applicant] += ended
            table[ROW_OF[outcome], applicant] += ended
    return dict(_cells(table))


def _table(counted: Iterable[tuple[int, str, str, int]]) -> Counter[tuple[str, str]]:
    """The numbers of one organ by row and column."""
    table: Counter[tuple[str, str]] = Counter()
    for _, row, column, number in counted:
        table[row, column] += number
    return table


def _cells(table: Mapping[tuple[str, str], int]) -> Iterable[tuple[str, int]]:
    """The cells in printed order, with the totals."""
    for row in request_rows(undivided=False):
        counts = {column.key: table.get((row.key, column.key), 0) for column in APPLICANTS}
        for key, number in {**counts, "total": sum(counts.values())}.items():
            yield f"requests.{row.key}.{key}", number


def cases_of(agency: Agency, year: int, cell: str, as_of: date | None = None) -> QuerySet[Case]:
    """The cases behind a cell of 表三; raises KeyError for a cell that is none."""
    _, row, column = cell.split(".")
    if column not in {each.key for each in APPLICANTS} | {"total"}:
        raise KeyError(cell)
    rows = {
        "received": lambda: received(agency, year, as_of),
        "carried_in": lambda: carried_in(agency, year),
        "carried_out": lambda: carried_out(agency, year, as_of),
        "concluded": lambda: concluded(agency, year, as_of),
    }
    if row in rows:
        found = rows[row]()
    else:
        keys = [key for key, its_row in ROW_OF.items() if its_row == row]
        if not keys:
            raise KeyError(cell)
        found = concluded(agency, year, as_of).filter(outcome__in=keys)
    return found if column == "total" else found.filter(applicant_kind=column)


def remedies_of(agency: Agency, year: int, as_of: date | None = None) -> QuerySet[Remedy]:
    """The proceedings that 表四 counts in a year, by the organ's rule (the form does not say which year counts)."""
    return Remedy.objects.filter(_counted([agency.pk], *_span(year, as_of)))


def _counted(organs: Iterable[int] | None, first: date, last: date) -> Q:
    """The proceedings of the organs that belong to the days from ``first`` to ``last``, each organ by its rule."""
    wanted = None if organs is None else list(organs)
    rules = CaseRules.objects.exclude(remedies_counted="")
    by_rule: defaultdict[str, list[int]] = defaultdict(list)
    for rule, organ in (rules if wanted is None else rules.filter(agency__in=wanted)).values_list(
        "remedies_counted", "agency"
    ):
        by_rule[rule].append(organ)
    pending = Q(decision_received_on__isnull=True) | Q(decision_received_on__gt=last)
    received_then, closed_then = Q(received_on__gte=first), Q(decision_received_on__gte=first)
    counted = {
        "received": received_then,
        "closed": closed_then & Q(decision_received_on__lte=last) | pending,
    }
    known = {rule: organs for rule, organs in by_rule.items() if rule in counted}
    special = Q(case__agency__in=[organ for organs in known.values() for organ in organs])
    found = (received_then | pending | closed_then) & ~special
    for rule, ids in known.items():
        found |= counted[rule] & Q(case__agency__in=ids)
    within = Q(received_on__lte=last)
    return found & within if wanted is None else found & within & Q(case__agency__in=wanted)


def remedy_counts(
    organs: Iterable[int] | None, year: int, as_of: date | None = None
) -> Iterator[tuple[int, str, str, int]]:
    """What is not nought in 表四 as (organ, procedure, result at the end of the year, number), to be added up: two queries."""
    first, last = _span(year, as_of)
    rows = Remedy.objects.filter(_counted(organs, first, last))
    came = Q(decision_received_on__lte=last)
    groups = rows.values_list("case__agency", "procedure", "result")
    counted = groups.annotate(decided=Count("pk", filter=came), whole=Count("pk"))
    for agency, procedure, result, decided, whole in counted.order_by():
        if whole > decided:
            yield agency, procedure, "pending", whole - decided
        if decided:
            yield agency, procedure, remedy_result(result).column, decided


def remedy_figures(agency: Agency, year: int, as_of: date | None = None) -> dict[str, int]:
    """Every cell of 表四 by its key, the result as it stood at the end of the year."""
    return dict(_remedy_cells(_table(remedy_counts([agency.pk], year, as_of))))


def _remedy_cells(table: Mapping[tuple[str, str], int]) -> Iterable[tuple[str, int]]:
    for block in BLOCKS:
        counts = {each.key: table.get((block.key, each.key), 0) for each in RESULTS}
        for key, number in {**counts, "total": sum(counts.values())}.items():
            yield f"remedies.{block.key}.{key}", number


def proceedings_of(
    agency: Agency, year: int, cell: str, as_of: date | None = None
) -> QuerySet[Remedy]:
    """The proceedings behind a cell of 表四; raises KeyError for a cell that is none."""
    _, block, column = cell.split(".")
    if block not in {each.key for each in BLOCKS}:
        raise KeyError(cell)
    _, last = _span(year, as_of)
    found = remedies_of(agency, year, as_of).filter(procedure=block)
    came = Q(decision_received_on__lte=last)
    if column == "total":
        return found
    if column == "pending":
        return found.exclude(came)
    results = [row.key for row in REMEDY_RESULTS if row.column == column]
    if not results:
        raise KeyError(cell)
    return found.filter(came, result__in=results)


def fee_totals(agency: Agency, year: int) -> dict[str, int]:
    """Notices sent, yuan asked for and yuan paid in a year: what chapter six tells of fees."""
    first, last = _span(year, None)
    sent = CaseNotice.objects.filter(
        case__agency=agency, kind="fee", state="issued", issued_on__range=(first, last)
    )
    paid = Payment.objects.filter(fee__notice__case__agency=agency, paid_on__range=(first, last))
    return {
        "notices": sent.count(),
        "asked": sent.aggregate(total=Sum("fee__yuan"))["total"] or 0,
        "paid": paid.aggregate(total=Sum("yuan"))["total"] or 0,
    }
