"""One annual report as a value: who, which year, the text of its chapters, and one figure per cell of the form.

A figure is an ``int``, a ``Decimal`` (money, or a fraction somebody wrote where none belongs) or ``None``. Each None has
a note that says why; ``check`` reads only a *blank* cell as zero.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from gongkai.law.annual_report.form import UNDIVIDED_OTHER_ROW, Cell, Edition, cells

Figure = int | Decimal | None
Reason = Literal["blank", "not_found", "unreadable", "dash", "converted", "remark"]


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be said of a cell: why it is empty, or what stood there besides the number.

    ``blank``: the cell is there and empty. ``not_found``: row, column or table is missing. ``unreadable``: something
    stands there that is no number, or could not be placed with certainty. ``dash``: a dash or slash, read as 0.
    ``converted``: a unit in the cell, converted exactly. ``remark``: words beside the number. ``raw`` is the source text.
    ``where`` is a cell's dotted key.
    """

    where: str
    reason: Reason
    raw: str = ""


EMPTY_REASONS: frozenset[str] = frozenset({"blank", "not_found", "unreadable"})


@dataclass(frozen=True, slots=True)
class AnnualReport:
    """An annual report in one edition of the form.

    ``figures`` holds every cell of the form by dotted key. ``chapters`` holds text by chapter key (``overview``,
    ``problems``, ``other``; also ``preface`` before chapter one and ``proactive``, ``requests``, ``remedies`` for text
    beside the tables), paragraphs separated by newlines; a chapter whose heading is missing is absent. ``outline`` lists the
    chapter keys in the order in which their headings stood, or is None where the source has no headings to speak of
    (JSON, a form). Header fields are None where the source does not say.
    """

    edition: Edition
    figures: Mapping[str, Figure]
    title: str | None = None
    organ: str | None = None
    year: int | None = None
    signed_on: date | None = None
    chapters: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    outline: tuple[str, ...] | None = None

    @property
    def undivided(self) -> bool:
        """Whether （六）其他处理 stands as one row."""
        return f"requests.{UNDIVIDED_OTHER_ROW.key}.total" in self.figures

    def cells(self) -> tuple[Cell, ...]:
        """The cells of this report's form in printed order."""
        return cells(self.edition, undivided=self.undivided)

    def notes_on(self, where: str) -> Iterator[Note]:
        """The notes on one cell."""
        return (note for note in self.notes if note.where == where)

    def is_blank(self, where: str) -> bool:
        """Whether the cell is empty in a way that may be read as zero."""
        return self.figures.get(where) is None and any(note.reason == "blank" for note in self.notes_on(where))


def empty_report(edition: Edition = "2021", *, undivided: bool = False, reason: Reason = "not_found") -> AnnualReport:
    """A report of that form with no figure in it, each cell noted with ``reason``."""
    form = cells(edition, undivided=undivided)
    return AnnualReport(edition, {cell.key: None for cell in form}, notes=tuple(Note(cell.key, reason) for cell in form))
