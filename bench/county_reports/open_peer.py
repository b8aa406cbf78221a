"""What the open project KIROGOVCOMPARE (state of 2026-01-25, MIT) says it checks, written anew and plainly; no line of it is its own.

Its 42 balances: in each of the seven columns of 表三 the outcomes make the total, and 一 + 二 = 总计 + 四; in each of the 25 rows
the six kinds of applicant make the total; in each of the three blocks of 表四 the results make the total. Besides: the total
carried in against last year's carried out; 表三 missing; blank cells of 表三 and 表四; chapter five empty or short. It has no rule
on signs or fractions and none on 表二, and where a figure of a balance is not known it says nothing. That it also looks for six
figures of the text is left out: the words it looks for are code, not documentation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.law.annual_report.form import (
    APPLICANTS,
    BLOCKS,
    REQUEST_COLUMNS,
    RESULTS,
    outcome_rows,
    request_rows,
)
from gongkai.law.annual_report.report import AnnualReport, Figure


@dataclass(frozen=True, slots=True)
class Told:
    """A balance that does not hold, or another complaint: where, and about which cells."""

    rule: str
    where: str
    cells: tuple[str, ...] = ()


def balances(report: AnnualReport, *_known: object) -> Iterator[Told]:
    """The 42 balances of one report."""
    outcomes = [row.key for row in outcome_rows(undivided=False)]
    for column in REQUEST_COLUMNS:
        done, out = _cell("concluded", column.key), _cell("carried_out", column.key)
        entered = [_cell("received", column.key), _cell("carried_in", column.key)]
        yield from _weighed(
            report, "outcomes", [_cell(key, column.key) for key in outcomes], [done]
        )
        yield from _weighed(report, "flow", entered, [done, out])
    for row in request_rows(undivided=False):
        kinds = [_cell(row.key, kind.key) for kind in APPLICANTS]
        yield from _weighed(report, "row", kinds, [_cell(row.key, "total")])
    for block in BLOCKS:
        results = [f"remedies.{block.key}.{result.key}" for result in RESULTS]
        yield from _weighed(report, "remedy", results, [f"remedies.{block.key}.total"])


def everything(
    report: AnnualReport, previous: AnnualReport | None, *_known: object
) -> Iterator[Told]:
    """The balances, and what else it describes of tables, chapters and years."""
    yield from balances(report)
    yield from _tables(report)
    if len(report.chapters.get("problems", "").strip()) < _SHORT:
        yield Told("quality", "chapters.problems")
    carried_in, carried_out = _cell("carried_in", "total"), _cell("carried_out", "total")
    if previous and (report.figures.get(carried_in) or 0) != (
        previous.figures.get(carried_out) or 0
    ):
        yield Told("across_years", carried_in, (carried_in,))


_SHORT = 10
_BLANK_BEFORE_IT_FAILS = {"requests": 10, "remedies": 5}


def _cell(row: str, column: str) -> str:
    return f"requests.{row}.{column}"


def _known(report: AnnualReport, key: str) -> Figure:
    """A figure; None for a blank, a dash or what is not there."""
    dashed = any(note.reason == "dash" for note in report.notes_on(key))
    return None if dashed else report.figures.get(key)


def _weighed(
    report: AnnualReport, rule: str, left: Sequence[str], right: Sequence[str]
) -> Iterator[Told]:
    sums = [[_known(report, key) for key in side] for side in (left, right)]
    if all(figure is not None for side in sums for figure in side) and sum(sums[0]) != sum(sums[1]):
        yield Told(rule, right[0], (*left, *right))


def _tables(report: AnnualReport) -> Iterator[Told]:
    for table, most in _BLANK_BEFORE_IT_FAILS.items():
        cells = [cell.key for cell in report.cells() if cell.key.startswith(table)]
        empty = [key for key in cells if _known(report, key) is None]
        if len(empty) == len(cells):
            if table == "requests":
                yield Told("missing", table, tuple(cells))
        elif len(empty) > most:
            yield Told("blank", table, tuple(empty))
