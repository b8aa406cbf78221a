"""汇总: the government's figures as the sum of its organs, beside its own report; each cell opens down to the organs."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.agencies.models import Agency
from gongkai.annual_reports.collecting.differences import Difference, differences
from gongkai.annual_reports.collecting.rolling_up import (
    Contribution,
    RolledUp,
    rolled_up,
    summed_cells,
)
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.queries import as_value, public_version, version_value
from gongkai.annual_reports.views.collection import ACT, Chosen, chosen
from gongkai.common.access import requires
from gongkai.law.annual_report import AnnualReport
from gongkai.law.annual_report.findings import plain
from gongkai.law.annual_report.form import Cell
from gongkai.law.annual_report.ledger import Number
from gongkai.law.annual_report.summing import sum_rule

TABLES = {2: "表二　主动公开", 3: "表三　依申请公开", 4: "表四　复议和诉讼"}
DIFFERENT = 2
"""The table whose rows have different columns."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell of the sum as the page shows it."""

    cell: Cell
    figure: str
    difference: Difference | None

    @property
    def stated(self) -> str:
        """What the government's own report says, where it says something else."""
        if self.difference is None:
            return ""
        return "空着或没有读到" if self.difference.stated is None else plain(self.difference.stated)


def stated_by(collector: Agency, year: int) -> AnnualReport | None:
    """The government's own report: as it is public, else as it is being worked on; None where there is none."""
    report = Report.objects.filter(agency=collector, year=year).first()
    if report is None:
        return None
    public = public_version(report)
    return version_value(public) if public else as_value(report)


@requires(ACT)
def rollup(request: HttpRequest) -> HttpResponse:
    """The three tables of the sum, what is not in it, and every difference."""
    here = chosen(request)
    rolled, stated, found = _found(request, here)
    context = {
        "here": here,
        "back": here.address,
        "rolled": rolled,
        "stated": stated,
        "differences": list(found.values()),
        "tables": _tables(rolled, found),
        "with_waiting": _with_waiting(request),
        "rules": [(TABLES[table], sum_rule(cell)) for table, cell in _first_cells().items()],
    }
    return render(request, "annual_reports/rollup.html", context)


@requires(ACT)
def rollup_cell(request: HttpRequest, cell: str) -> HttpResponse:
    """One cell, by its key: what each organ gives to it."""
    here = chosen(request)
    known = {one.key: one for one in summed_cells()}
    if cell not in known:
        raise Http404
    rolled, _, found = _found(request, here)
    context = {
        "here": here,
        "cell": known[cell],
        "rule": sum_rule(known[cell]),
        "rolled": rolled,
        "figure": _said(rolled.figures[cell]),
        "difference": found.get(cell),
        "contributions": sorted(rolled.contributions(cell), key=_largest_first),
    }
    return render(request, "annual_reports/rollup_cell.html", context)


def _largest_first(one: Contribution) -> tuple[bool, Number]:
    """What is not known comes before all."""
    return one.figure is not None, -(one.figure or 0)


def _found(
    request: HttpRequest, here: Chosen
) -> tuple[RolledUp, AnnualReport | None, dict[str, Difference]]:
    if here.collector is None:
        raise Http404
    rolled = rolled_up(here.collector, here.year, with_waiting=_with_waiting(request))
    stated = stated_by(here.collector, here.year)
    found = differences(rolled, stated) if stated and rolled.parts else []
    return rolled, stated, {one.cell.key: one for one in found}


def _with_waiting(request: HttpRequest) -> bool:
    return request.GET.get("waiting") == "1"


def _first_cells() -> dict[int, Cell]:
    return {cell.table: cell for cell in reversed(summed_cells())}


def _tables(rolled: RolledUp, found: dict[str, Difference]) -> list[dict[str, Any]]:
    """The cells by table and row; 表二, whose rows have different columns, has one cell a row."""
    tables = []
    for number, group in groupby(summed_cells(), lambda cell: cell.table):
        shown = [_shown(rolled, cell, found) for cell in group]
        by_row = [(row, list(cells)) for row, cells in groupby(shown, lambda one: one.cell.row)]
        alone = [(f"{one.cell.row}，{one.cell.column}", [one]) for one in shown]
        rows = alone if number == DIFFERENT else by_row
        columns = [] if number == DIFFERENT else [one.cell.column for one in rows[0][1]]
        tables.append({"number": number, "title": TABLES[number], "columns": columns, "rows": rows})
    return tables


def _shown(rolled: RolledUp, cell: Cell, found: dict[str, Difference]) -> Shown:
    return Shown(cell, _said(rolled.figures[cell.key]), found.get(cell.key))


def _said(number: Any) -> str:
    return "不知" if number is None else plain(number)
