"""This year's report beside last year's: each cell's difference, what looks odd, and how alike the texts are.

Plain facts to look at again, never errors: what must balance across years is the business of ``check``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from gongkai.annual_reports.editing.grid import by_cell, field_id
from gongkai.law.annual_report import AnnualReport, Finding
from gongkai.law.annual_report.form import Cell
from gongkai.law.annual_report.ledger import Ledger, Number
from gongkai.law.annual_report.likeness import COMPARED, NEAR_COPY, figureless
from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.annual_report.plausibility import leap
from gongkai.paperwork.printing.form_tables import figure_text

MANY_SENTENCES = 400  # beyond this, texts are compared as wholes only
_ACROSS_YEARS = frozenset({"carry_over", "in_force"})
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")


@dataclass(frozen=True, slots=True)
class CellYears:
    """One cell in both years; texts are empty where a report has no such figure. ``rises`` is None where nothing changed."""

    cell: Cell
    field: str
    this_year: str
    last_year: str
    difference: str
    percent: str
    rises: bool | None
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableYears:
    """The cells of one table, and how many of them changed or deserve a second look."""

    number: int
    cells: tuple[CellYears, ...]

    @property
    def changed(self) -> tuple[CellYears, ...]:
        """The cells that are worth a line: changed, or with a remark."""
        return tuple(
            cell for cell in self.cells if cell.difference not in {"", "0"} or cell.remarks
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: ``same``, ``added`` this year, or ``gone`` since last year."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class ChapterYears:
    """A chapter in both years: how alike in percent (None where a year lacks it), and what changed."""

    key: str
    heading: str
    alike: int | None
    pieces: tuple[Piece, ...]


def tables_beside(
    this_year: AnnualReport, last_year: AnnualReport, findings: Sequence[Finding] = ()
) -> tuple[TableYears, ...]:
    """Every cell of this year's form beside last year's figure, by table."""
    here, there = Ledger.of(this_year), Ledger.of(last_year)
    said = by_cell([finding for finding in findings if finding.rule in _ACROSS_YEARS])
    tables = []
    for number in (2, 3, 4):
        cells = [cell for cell in this_year.cells() if cell.table == number]
        rows = (_cell(cell, here, there, said.get(cell.key, ())) for cell in cells)
        tables.append(TableYears(number, tuple(rows)))
    return tuple(tables)


def _cell(cell: Cell, here: Ledger, there: Ledger, findings: Sequence[Finding]) -> CellYears:
    new, old = here.number(cell.key), there.number(cell.key)
    remarks = [finding.message for finding in findings]
    difference, percent, rises = "", "", None
    if new is not None and old is not None:
        difference, percent = signed(new - old), percentage(new, old)
        rises = new > old if new != old else None
        remarks += [f"{words}，请核实" for words in (leap(new, old),) if words]
    return CellYears(
        cell,
        field_id(cell.key),
        figure_text(here.report.figures.get(cell.key)),
        figure_text(there.report.figures.get(cell.key)),
        difference,
        percent,
        rises,
        tuple(remarks),
    )


def signed(number: Number) -> str:
    """A difference as people write it: +3, −2, 0."""
    sign = "+" if number > 0 else "−" if number < 0 else ""
    return sign + figure_text(-number if number < 0 else number)


def percentage(new: Number, old: Number) -> str:
    """By how much of last year's figure it changed: +50%, −12.5%; empty where last year's was 0 or nothing changed."""
    if old in {0, new}:
        return ""
    part = (Decimal(new) - Decimal(old)) / abs(Decimal(old)) * 100
    return signed(part.quantize(Decimal("0.1"), ROUND_HALF_UP)) + "%"


def chapters_beside(this_year: AnnualReport, last_year: AnnualReport) -> tuple[ChapterYears, ...]:
    """The chapters of text of both years, as far as either has them."""
    found = []
    for chapter in CHAPTERS:
        new, old = this_year.chapters.get(chapter.key, ""), last_year.chapters.get(chapter.key, "")
        if new.strip() or old.strip():
            found.append(
                ChapterYears(chapter.key, chapter.heading, alike(new, old), pieces(new, old))
            )
    return tuple(found)


def alike(new: str, old: str) -> int | None:
    """How alike two texts are in percent, blanks and figures aside; None where one is empty."""
    one, other = figureless(new), figureless(old)
    return round(fuzz.ratio(one, other)) if one and other else None


def near_copy(chapter: str, new: str, old: str) -> int | None:
    """How alike, where it is so alike that a person should look at it; None for all else, and for texts too short to tell."""
    enough = min(len(figureless(new)), len(figureless(old))) >= NEAR_COPY.shortest
    percent = alike(new, old) if chapter in COMPARED and enough else None
    return percent if percent is not None and percent >= NEAR_COPY.percent else None


def pieces(new: str, old: str) -> tuple[Piece, ...]:
    """The new text and what is gone of the old, sentence by sentence."""
    before, after = _SENTENCE.findall(old), _SENTENCE.findall(new)
    if max(len(before), len(after)) > MANY_SENTENCES:
        return ()
    found: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if kind == "equal":
            found.append(Piece("".join(after[new_from:new_to]), "same"))
            continue
        if old_to > old_from:
            found.append(Piece("".join(before[old_from:old_to]), "gone"))
        if new_to > new_from:
            found.append(Piece("".join(after[new_from:new_to]), "added"))
    return tuple(found)
