"""The figures of one report as sums need them: a blank counts as 0, what could not be read counts as unknown."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from gongkai.law.annual_report.form import Cell
from gongkai.law.annual_report.report import AnnualReport, Note

Number = int | Decimal

REASONS = {"blank": "空白", "not_found": "没有找到", "unreadable": "读不出数字"}


@dataclass(frozen=True, slots=True)
class Ledger:
    """A report with its cells and notes laid out for look-up."""

    report: AnnualReport
    cells: dict[str, Cell]
    notes: dict[str, tuple[Note, ...]]

    @classmethod
    def of(cls, report: AnnualReport) -> Self:
        """Lay out a report."""
        notes: dict[str, tuple[Note, ...]] = {}
        for note in report.notes:
            notes[note.where] = (*notes.get(note.where, ()), note)
        return cls(report, {cell.key: cell for cell in report.cells()}, notes)

    def why_empty(self, key: str) -> str:
        """Why a cell holds no figure: ``blank``, ``not_found`` or ``unreadable``; "" where it holds one.

        An empty cell without a note was not found: only a blank that was seen may be read as zero.
        """
        if self.report.figures.get(key) is not None:
            return ""
        reasons = {note.reason for note in self.notes.get(key, ())}
        for reason in ("unreadable", "not_found", "blank"):
            if reason in reasons:
                return reason
        return "not_found"

    def number(self, key: str) -> Number | None:
        """The figure of a cell, 0 where it is blank, None where it is not known."""
        if self.why_empty(key) == "blank":
            return 0
        return self.report.figures.get(key)

    def total(self, keys: Iterable[str]) -> Number | None:
        """The sum of cells, or None if one of them is not known."""
        numbers = [self.number(key) for key in keys]
        known = [number for number in numbers if number is not None]
        return sum(known) if len(known) == len(numbers) else None

    def unknown(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Those of the cells whose figure is not known."""
        return tuple(key for key in keys if self.number(key) is None)

    def title(self, key: str) -> str:
        """A cell as people know it."""
        return self.cells[key].title if key in self.cells else key

    def quoted(self, key: str) -> str:
        """What stood in the source for a cell that is not known: 空白, 没有找到, or the text in quotes."""
        raw = "".join(note.raw for note in self.notes.get(key, ()))
        return f"“{raw}”" if raw else REASONS.get(self.why_empty(key), "")
