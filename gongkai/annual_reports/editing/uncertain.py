"""The cells of an imported report that a person must look at again, and what becomes of them once somebody has."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from gongkai.annual_reports.editing.grid import UNCERTAIN, field_id, note_words
from gongkai.law.annual_report import AnnualReport, Note

CHECKED = "checked."
"""Before a cell's key: the name of the box that says somebody has held the cell against the source."""


@dataclass(frozen=True, slots=True)
class UncertainCell:
    """A cell with the reasons for looking at it again, each with what stood in the source."""

    key: str
    title: str
    reasons: tuple[str, ...]

    @property
    def field(self) -> str:
        """The id of its field."""
        return field_id(self.key)

    @property
    def box(self) -> str:
        """The name of the box that says it was looked at."""
        return CHECKED + self.key


def uncertain_cells(report: AnnualReport) -> tuple[UncertainCell, ...]:
    """The uncertain cells in printed order."""
    found = []
    for cell in report.cells():
        notes = [note for note in report.notes_on(cell.key) if note.reason in UNCERTAIN]
        if notes:
            reasons = tuple(note_words(note) for note in notes)
            found.append(UncertainCell(cell.key, cell.title, reasons))
    return tuple(found)


def looked_at(report: AnnualReport, keys: Collection[str]) -> AnnualReport:
    """The report without the doubts about these cells: those that hold no figure are blank, since somebody says so."""
    notes = [note for note in report.notes if note.where not in keys or note.reason == "blank"]
    noted = {note.where for note in notes}
    empty = [key for key in keys if key in report.figures and report.figures[key] is None]
    notes += [Note(key, "blank") for key in empty if key not in noted]
    return replace(report, notes=tuple(notes))
