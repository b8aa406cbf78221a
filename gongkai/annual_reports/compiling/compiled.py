"""All cells of the 2021 form from the records: for one organ as a report with what is open, for many as bare figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from gongkai.agencies.models import Agency
from gongkai.agencies.queries import name_on
from gongkai.annual_reports.compiling.gaps import Gap, gaps
from gongkai.annual_reports.compiling.government import Whole, with_organs_below
from gongkai.annual_reports.compiling.returned import CELL_OF, sums
from gongkai.annual_reports.compiling.span import Span
from gongkai.casework.counting import ROW_OF, Group, remedy_counts, request_groups
from gongkai.law.annual_report import AnnualReport, Figure, Note
from gongkai.law.annual_report.form import TOTAL, cells
from gongkai.publishing.documents import document_counts

FORM = cells("2021", undivided=False)
NOTHING: Mapping[str, Figure] = {
    cell.key: None if cell.key in CELL_OF.values() else 0 for cell in FORM
}
"""The figures of an organ without any record: nought, but for what departments have to say."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """The report of an organ as its records have it on a day. ``gaps`` is what could not be counted, each with what to do."""

    agency: Agency
    span: Span
    whole: Whole
    gaps: tuple[Gap, ...]

    @property
    def figures(self) -> Mapping[str, Figure]:
        """Every cell of the form."""
        return self.whole.figures

    @property
    def value(self) -> AnnualReport:
        """As a report without text; a cell of which nobody said anything is empty and noted, never guessed."""
        organ = name_on(self.agency, self.span.last)
        empty = (key for key, figure in self.figures.items() if figure is None)
        return AnnualReport(
            edition="2021",
            figures=self.figures,
            title=f"{organ}{self.span.year}年政府信息公开工作年度报告",
            organ=organ,
            year=self.span.year,
            notes=tuple(Note(key, "not_found", why_empty(key)) for key in empty),
        )


def why_empty(cell: str) -> str:
    """Why a cell has no figure: nobody handed one in, or a report below does not tell it."""
    return "还没有部门报送" if cell in CELL_OF.values() else "有的机关交来的年报没有这一格的数"


def compiled(agency: Agency, year: int, as_of: date | None = None) -> Compiled:
    """The report of ``year``, as the records had it at the end of ``as_of``, or of the year. Reads only."""
    span = Span(year, as_of)
    whole = whole_of(agency, span)
    return Compiled(agency, span, whole, tuple(gaps(agency, span, whole.below)))


def whole_of(agency: Agency, span: Span) -> Whole:
    """The figures of an organ's report with the organs below that are in it."""
    return with_organs_below(agency, span, figures_of_many([agency.pk], span)[agency.pk])


Tables = dict[int, dict[str, Figure]]
"""The figures of organs."""


def figures_of_many(organs: Iterable[int], span: Span) -> dict[int, dict[str, Figure]]:
    """The figures of any number of organs, each by its own records, by the same few queries."""
    tables: Tables = {organ: dict(NOTHING) for organ in organs}
    asked = None if len(tables) > MOST_NAMED else list(tables)
    year, as_of = span.year, span.as_of
    for organ, counted in document_counts(asked, year, as_of).items():
        for (line, part), number in counted.items():
            tables.get(organ, {})[f"proactive.{line}.{part}"] = number
    for organ, returned in sums(asked, span).items():
        tables.get(organ, {}).update(returned)
    _add_requests(tables, request_groups(asked, year, as_of))
    _add_remedies(tables, remedy_counts(asked, year, as_of))
    return tables


MOST_NAMED = 1000
"""A database is faster to count all organs than to look for so many of them by name."""


def _add_requests(tables: Tables, groups: Iterable[Group]) -> None:
    """Add the groups to their cells and to the totals of their rows. A province has some hundred thousand of them."""
    for organ, applicant, outcome, new, ended, whole in groups:
        figures = tables.get(organ)
        if figures is None:
            continue
        received, carried_in, carried_out, concluded, row = _cells_of(applicant, outcome)
        if new:
            figures[received[0]] += new  # type: ignore[operator]  # these cells begin with nought
            figures[received[1]] += new  # type: ignore[operator]
        if whole > new:
            figures[carried_in[0]] += whole - new  # type: ignore[operator]
            figures[carried_in[1]] += whole - new  # type: ignore[operator]
        if whole > ended:
            figures[carried_out[0]] += whole - ended  # type: ignore[operator]
            figures[carried_out[1]] += whole - ended  # type: ignore[operator]
        if ended:
            for cell, total in (concluded, row):
                figures[cell] += ended  # type: ignore[operator]
                figures[total] += ended  # type: ignore[operator]


@cache
def _cells_of(applicant: str, outcome: str) -> tuple[tuple[str, str], ...]:
    """The cell and the total of each row that a group may stand in; an outcome that is none yet stands nowhere."""
    rows = ("received", "carried_in", "carried_out", "concluded", ROW_OF.get(outcome, ""))
    return tuple((f"requests.{row}.{applicant}", f"requests.{row}.{TOTAL.key}") for row in rows)


def _add_remedies(tables: Tables, counts: Iterable[tuple[int, str, str, int]]) -> None:
    """Add the proceedings to their cells and to the totals of their blocks."""
    for organ, block, column, number in counts:
        figures = tables.get(organ)
        if figures is not None:
            for key in (f"remedies.{block}.{column}", f"remedies.{block}.{TOTAL.key}"):
                figures[key] += number  # type: ignore[operator]
