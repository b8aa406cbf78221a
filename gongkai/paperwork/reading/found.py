"""What a table reader hands over: figures by key, each with its note, and how sure a row was."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from gongkai.law.annual_report.report import Figure, Note, Reason
from gongkai.paperwork.reading.figures import Reading, Unit, read_figure


@dataclass(slots=True)
class Found:
    """Figures gathered so far. A key that is not in ``figures`` was not found."""

    figures: dict[str, Figure] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def read(self, key: str, text: str, unit: Unit = "count", printed: Unit | None = None) -> None:
        """Read a cell's text into the figure ``key``."""
        self.put(key, read_figure(text, unit, printed))

    def put(self, key: str, reading: Reading) -> None:
        """Keep a reading unless the key was found before."""
        if key in self.figures:
            return
        self.figures[key] = reading.figure
        if reading.reason:
            self.notes.append(Note(key, reading.reason, reading.raw))

    def cannot_place(self, keys: Iterable[str], raw: str, reason: Reason = "unreadable") -> None:
        """Note that the row was seen but its figures cannot be told apart."""
        for key in keys:
            self.put(key, Reading(None, reason, raw))

    def add(self, other: "Found") -> None:
        """Take over what ``other`` found and this did not, or could only not place."""
        for key, figure in other.figures.items():
            if self.figures.get(key) is None and figure is not None and self._unplaced(key):
                self._forget(key)
            if key not in self.figures:
                self.figures[key] = figure
                self.notes.extend(note for note in other.notes if note.where == key)

    def _unplaced(self, key: str) -> bool:
        return any(note.where == key and note.reason == "unreadable" for note in self.notes)

    def _forget(self, key: str) -> None:
        del self.figures[key]
        self.notes = [note for note in self.notes if note.where != key]
