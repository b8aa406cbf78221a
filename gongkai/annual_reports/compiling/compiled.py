"""All cells of the 2021 form from the records: for one organ as a report with what is open, for many as bare figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gongkai.agencies.models import Agency
from gongkai.agencies.queries import name_on
from gongkai.annual_reports.compiling.gaps import Gap, gaps
from gongkai.annual_reports.compiling.government import Whole, with_organs_below
from gongkai.annual_reports.compiling.returned import CELL_OF, sums
from gongkai.annual_reports.compiling.span import Span
from gongkai.casework.counting import remedy_counts, request_counts
from gongkai.law.annual_report import AnnualReport, Figure, Note
from gongkai.law.annual_report.form import TOTAL, cells
from gongkai.publishing.documents import document_counts

FORM = cells("2021", undivided=False)
SECOND = 2
NOTHING: Mapping[str, Figure] = {
    cell.key: None if cell.key in CELL_OF.values() else 0 for cell in FORM
}
"""The figures of an organ without any record: nought, but for what departments have to say."""

CELLS = {
    (table, row, column): (f"{table}.{row}.{column}", f"{table}.{row}.{TOTAL.key}")
    for table, row, column in (cell.key.split(".") for cell in FORM if cell.table > SECOND)
}
"""By table, row and column, the keys of a cell and of its row's total."""


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
            notes=tuple(Note(key, "not_found", "还没有部门报送") for key in empty),
        )


def compiled(agency: Agency, year: int, as_of: date | None = None) -> Compiled:
    """The report of ``year``, as the records had it at the end of ``as_of``, or of the year. Reads only."""
    span = Span(year, as_of)
    whole = whole_of(agency, span)
    return Compiled(agency, span, whole, tuple(gaps(agency, span, whole.below)))


def whole_of(agency: Agency, span: Span) -> Whole:
    """The figures of an organ's report with the organs below that are in it."""
    return with_organs_below(agency, span, figures_of_many([agency.pk], span)[agency.pk])


def figures_of_many(organs: Iterable[int], span: Span) -> dict[int, dict[str, Figure]]:
    """The figures of any number of organs, each by its own records, by the same few queries."""
    tables: dict[int, dict[str, Figure]] = {organ: dict(NOTHING) for organ in organs}
    asked = None if len(tables) > MOST_NAMED else list(tables)
    year, as_of = span.year, span.as_of
    for organ, counted in document_counts(asked, year, as_of).items():
        for (line, part), number in counted.items():
            tables.get(organ, {})[f"proactive.{line}.{part}"] = number
    for organ, returned in sums(asked, span).items():
        tables.get(organ, {}).update(returned)
    for table, counts in (
        ("requests", request_counts(asked, year, as_of)),
        ("remedies", remedy_counts(asked, year, as_of)),
    ):
        _add(tables, table, counts)
    return tables


MOST_NAMED = 1000
"""A database is faster to count all organs than to look for so many of them by name."""


def _add(
    tables: dict[int, dict[str, Figure]],
    table: str,
    counts: Iterable[tuple[int, str, str, int]],
) -> None:
    """Add the counts of a table to the cells of their organs, and to the totals of their rows."""
    for organ, row, column, number in counts:
        figures = tables.get(organ)
        if figures is not None:
            key, total = CELLS[table, row, column]
            figures[key] += number  # type: ignore[operator]  # these cells begin with nought
            figures[total] += number  # type: ignore[operator]
