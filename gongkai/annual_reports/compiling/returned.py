"""What departments handed in for a year: the sum of each line, and where somebody still has to hand in. Reads only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import Max, Q, QuerySet, Sum

from gongkai.accounts.models import User
from gongkai.accounts.policy import posts_today
from gongkai.agencies.models import Agency, Department
from gongkai.annual_reports.compiling.span import Span
from gongkai.annual_reports.models import DepartmentReturn
from gongkai.law.annual_report import Figure
from gongkai.law.annual_report.definitions import RETURN_LINES

CELL_OF = {line.key: f"proactive.{line.key}" for line in RETURN_LINES}
LINE_OF = {cell: line for line, cell in CELL_OF.items()}
WHOLE = frozenset(line.key for line in RETURN_LINES if line.cells[0][2] == "integer")
"""The lines that count pieces."""


def current() -> QuerySet[DepartmentReturn]:
    """The numbers that count: neither replaced nor struck out."""
    return DepartmentReturn.objects.filter(struck_at=None, replaced_by=None)


def _within(span: Span) -> QuerySet[DepartmentReturn]:
    """Those whose days are over by the last day; that there is no power holds for the whole year from the start."""
    over = Q(last_day__lte=span.last) | Q(no_power=True)
    return current().filter(over, year=span.year)


def returns_of(agency: Agency, span: Span, line: str = "") -> QuerySet[DepartmentReturn]:
    """The numbers behind the cells of an organ, or behind one of them."""
    found = _within(span).filter(agency=agency)
    found = found.filter(line=line) if line else found
    return found.select_related("department")


def last_struck(agency: Agency, span: Span, line: str) -> datetime | None:
    """When a number of the line was last struck out."""
    rows = DepartmentReturn.objects.filter(agency=agency, year=span.year, line=line)
    return rows.aggregate(last=Max("struck_at"))["last"]


def sums(organs: Iterable[int] | None, span: Span) -> dict[int, dict[str, Figure]]:
    """By organ the sum of each line that somebody handed in: one query for any number of organs."""
    found = _within(span)
    if organs is not None:
        found = found.filter(agency__in=organs)
    rows = found.values_list("agency", "line").annotate(sum=Sum("figure")).order_by()
    tables: defaultdict[int, dict[str, Figure]] = defaultdict(dict)
    for agency, line, total in rows:
        tables[agency][CELL_OF[line]] = as_figure(line, total)
    return tables


def as_figure(line: str, number: Decimal) -> Figure:
    """A number as the form has it: pieces as an int, 万元 as a decimal without trailing zeros."""
    if line in WHOLE and number == number.to_integral_value():
        return int(number)
    plain = number.normalize()
    return plain if plain.as_tuple().exponent < 0 else plain.quantize(Decimal(1))  # type: ignore[operator]  # finite


@dataclass(frozen=True, slots=True)
class Owed:
    """A line of which nothing was handed in, or not for all days: ``since`` is the first day that is not covered."""

    line: str
    department: str
    since: date | None

    @property
    def why(self) -> str:
        """In words for people."""
        return f"从 {self.since} 起没有报齐" if self.since else "还没有部门报送"


def owed(agency: Agency, span: Span) -> list[Owed]:
    """Where somebody still has to hand in."""
    covered: defaultdict[tuple[str, Department | None], list[DepartmentReturn]] = defaultdict(list)
    for row in returns_of(agency, span):
        covered[row.line, row.department].append(row)
    lines = {line for line, _ in covered}
    missing = [Owed(line.key, "", None) for line in RETURN_LINES if line.key not in lines]
    if not span.is_whole:
        return missing
    for (line, department), rows in covered.items():
        since = _uncovered(rows, department, span)
        if since is not None:
            missing.append(Owed(line, department.name if department else "", since))
    return missing


def _uncovered(
    rows: Iterable[DepartmentReturn], department: Department | None, span: Span
) -> date | None:
    """The first day that none of the numbers covers, of those on which the department was there."""
    at, end = span.first, span.last
    if department is not None:
        at, end = max(at, department.since), min(end, department.until or end)
    for row in sorted(rows, key=lambda row: row.first_day):
        if row.first_day > at:
            break
        at = max(at, row.last_day + timedelta(1))
    return at if at <= end else None


def own_departments(agency: Agency, person: User) -> set[int] | None:
    """The departments for which the person hands in; None for all of the organ, and for the organ as a whole."""
    posts = [post for post in posts_today(person) if post.agency_id == agency.pk]
    own = {post.department_id for post in posts if post.role == "clerk"}
    return None if None in own else {number for number in own if number is not None}
