"""What 表三 and 表四 count of the record: every closed case in exactly one cell, every open one carried over at midnight of 31 December.

Reads only. The cells are those of the law's form; each count can be opened up into its cases.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Count, Q, QuerySet

from gongkai.agencies.models import Agency
from gongkai.casework.models import Case, CaseRules, Remedy
from gongkai.law.annual_report.form import (
    APPLICANTS,
    BLOCKS,
    RESULTS,
    request_rows,
)
from gongkai.law.case_states import COUNTED
from gongkai.law.outcomes import OUTCOMES, row_of
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


def request_figures(agency: Agency, year: int, as_of: date | None = None) -> dict[str, int]:
    """Every cell of 表三 by its key, ``requests.received.natural_person``: four queries."""
    table: Counter[tuple[str, str]] = Counter()
    table += _by_applicant("received", received(agency, year, as_of))
    table += _by_applicant("carried_in", carried_in(agency, year))
    table += _by_applicant("carried_out", carried_out(agency, year, as_of))
    outcomes = concluded(agency, year, as_of).values_list("outcome", "applicant_kind")
    for key, applicant, number in outcomes.annotate(number=Count("pk")).order_by():
        table[ROW_OF[key], applicant] += number
        table["concluded", applicant] += number
    return dict(_cells(table))


def _by_applicant(row: str, cases: QuerySet[Case]) -> Counter[tuple[str, str]]:
    found = cases.values_list("applicant_kind").annotate(number=Count("pk")).order_by()
    return Counter({(row, applicant): number for applicant, number in found})


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
    first, last = _span(year, as_of)
    rules = CaseRules.objects.filter(agency=agency).first()
    found = Remedy.objects.filter(case__agency=agency, received_on__lte=last)
    pending = Q(decision_received_on__isnull=True) | Q(decision_received_on__gt=last)
    return found.filter(
        {
            "received": Q(received_on__gte=first),
            "closed": Q(decision_received_on__gte=first, decision_received_on__lte=last) | pending,
        }.get(
            rules.remedies_counted if rules else "",
            Q(received_on__gte=first) | pending | Q(decision_received_on__gte=first),
        )
    )


def remedy_figures(agency: Agency, year: int, as_of: date | None = None) -> dict[str, int]:
    """Every cell of 表四 by its key, the result as it stood at the end of the year."""
    _, last = _span(year, as_of)
    table: Counter[tuple[str, str]] = Counter()
    rows = remedies_of(agency, year, as_of)
    for procedure, result, came in rows.values_list("procedure", "result", "decision_received_on"):
        column = remedy_result(result).column if result and came <= last else "pending"
        table[procedure, column] += 1
    found: dict[str, int] = {}
    for block in BLOCKS:
        counts = {each.key: table[block.key, each.key] for each in RESULTS}
        for key, number in {**counts, "total": sum(counts.values())}.items():
            found[f"remedies.{block.key}.{key}"] = number
    return found


def fee_totals(agency: Agency, year: int) -> dict[str, int]:
    """Notices sent, yuan asked for and yuan paid in a year: what chapter six tells of fees."""
    from django.db.models import Sum

    from gongkai.casework.models import CaseNotice, Payment

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
