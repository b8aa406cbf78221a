"""Where a government's own report differs from the sum of its organs' reports, and what may explain it, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.annual_reports.collecting.rolling_up import Part, RolledUp, summed_cells
from gongkai.law.annual_report import AnnualReport
from gongkai.law.annual_report.findings import plain
from gongkai.law.annual_report.form import Cell
from gongkai.law.annual_report.ledger import REASONS, Ledger, Number

MOST_NAMED = 5
"""Organs named in a sentence; of more, their number is said."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell. ``stated`` stands in the government's report, ``summed`` is the sum; None where one is not known.

    ``reasons`` are sentences: who is missing, who corrected a figure, who left a blank, which organ's figure the gap is.
    """

    cell: Cell
    stated: Number | None
    summed: Number | None
    reasons: tuple[str, ...]

    @property
    def gap(self) -> Number | None:
        """Stated less summed."""
        if self.stated is None or self.summed is None:
            return None
        return self.stated - self.summed


def differences(rolled: RolledUp, stated: AnnualReport) -> list[Difference]:
    """Each cell of the 2021 form in which the two are not the same number, in printed order."""
    ledger = Ledger.of(stated)
    found = []
    for cell in summed_cells():
        if cell.key not in ledger.cells:
            continue
        said, summed = ledger.number(cell.key), rolled.figures[cell.key]
        if said is None or summed is None or said != summed:
            reasons = tuple(_reasons(rolled, cell, ledger, said, summed))
            found.append(Difference(cell, said, summed, reasons))
    return found


def _reasons(
    rolled: RolledUp, cell: Cell, ledger: Ledger, said: Number | None, summed: Number | None
) -> Iterator[str]:
    if said is None:
        yield f"政府报告的这一格{REASONS[ledger.why_empty(cell.key)]}"
    elif ledger.why_empty(cell.key) == "blank":
        yield "政府报告的这一格空着，按 0 计"
    silent = rolled.silent(cell.key)
    if silent:
        yield f"{_names(part.name for part in silent)}的报告没有读到这一格，合计无法计算"
    if said is not None and summed is not None:
        yield from _of_the_gap(rolled, cell, said - summed)
    yield from (_correction(part, cell) for part in rolled.parts if _was_corrected(part, cell))
    absent = [*rolled.missing, *rolled.other_form]
    if absent:
        yield f"{_names(one.name for one in absent)}不在合计里"
    blank = [part for part in rolled.parts if part.ledger.why_empty(cell.key) == "blank"]
    if blank:
        yield f"{_names(part.name for part in blank)}空着，按 0 计"


def _of_the_gap(rolled: RolledUp, cell: Cell, gap: Number) -> Iterator[str]:
    """The gap is the figure of exactly one organ: it may have been left out, or counted twice."""
    size = abs(gap)
    alike = [part for part in rolled.parts if part.ledger.number(cell.key) == size]
    if len(alike) == 1 and size:
        guess = "可能重复计了" if gap > 0 else "可能漏计了"
        yield f"相差的 {plain(size)} 正是{alike[0].name}的数，{guess}"


def _was_corrected(part: Part, cell: Cell) -> bool:
    return part.before is not None and part.before.number(cell.key) != part.ledger.number(cell.key)


def _correction(part: Part, cell: Cell) -> str:
    """What an organ handed in anew; only called where ``before`` is there."""
    assert part.before
    was, became = part.before.number(cell.key), part.ledger.number(cell.key)
    return f"{part.name}更正过：原为 {_said(was)}，现为 {_said(became)}"


def _said(number: Number | None) -> str:
    return "没有读到" if number is None else plain(number)


def _names(names: Iterator[str]) -> str:
    every = list(names)
    shown = "、".join(every[:MOST_NAMED])
    return shown if len(every) <= MOST_NAMED else f"{shown}等 {len(every)} 个机关"
