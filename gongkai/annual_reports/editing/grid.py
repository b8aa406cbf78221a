"""Tables 二, 三 and 四 as grids of fields, laid out like the printed form, each field with what is to be said of it.

Headings, spans and places come from ``paperwork.printing.form_tables``; here each figure becomes a field.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gongkai.annual_reports.editing.typed import Mistake, Typed
from gongkai.law.annual_report import AnnualReport, Finding, Note
from gongkai.law.annual_report.form import Cell
from gongkai.law.citation import chinese_numeral
from gongkai.paperwork.printing.form_tables import (
    Band,
    FormTable,
    PrintedCell,
    form_tables,
    headings_of,
    placed,
)

WEIGHED_LIVE = frozenset(
    {"row_sum", "outcomes_sum", "flow", "remedy_sum", "carry_over", "in_force"}
)
"""The rules that the browser weighs again at each change."""

SEVERITIES = ("error", "warning", "note")
REASON_WORDS: Mapping[str, str] = {
    "blank": "原件为空白",
    "not_found": "原件里没有找到",
    "unreadable": "读不出数字",
    "dash": "原件是横线或斜线，读作 0",
    "converted": "原件写了单位，已换算",
    "remark": "原件除数字外还有文字",
}
UNCERTAIN = frozenset({"not_found", "unreadable", "dash", "converted", "remark"})
"""The reasons for which a person must look at a cell again; a blank is seen at once."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A heading or a field. ``name`` is a field's dotted key, empty for a heading; ``place`` its row and column.

    ``scope`` says what a heading is the heading of, ``headers`` are the ids of a field's headings.
    """

    text: str
    dom_id: str
    row_span: int
    column_span: int
    scope: str = ""
    headers: str = ""
    label_column: int | None = None
    name: str = ""
    place: str = ""
    label: str = ""
    decimal: bool = False
    severity: str = ""
    findings: tuple[Finding, ...] = ()
    mistake: Mistake | None = None
    uncertain: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """All that is to be said of the field, one sentence a line."""
        lines = [self.mistake.sentence] if self.mistake else []
        return "\n".join([*lines, *(finding.message for finding in self.findings), *self.uncertain])

    @property
    def marks(self) -> str:
        """The classes that mark the field."""
        marked = [f"cell--{self.severity}"] if self.severity else []
        return " ".join([*marked, *(["cell--uncertain"] if self.uncertain else [])])

    @property
    def kept(self) -> str:
        """The weight of what only the server can say of the field: the browser weighs balances anew."""
        found = {finding.severity for finding in self.findings if finding.rule not in WEIGHED_LIVE}
        return next((severity for severity in SEVERITIES if severity in found), "")

    @property
    def kept_said(self) -> str:
        """What only the server can say of the field."""
        found = [each.message for each in self.findings if each.rule not in WEIGHED_LIVE]
        return "\n".join([*found, *self.uncertain])

    @property
    def is_unknown(self) -> bool:
        """Whether the field is empty because the source gave nothing for it, not because it was left blank."""
        return not self.text and bool(self.uncertain)

    @property
    def stays(self) -> bool:
        """Whether a heading's words move along while some of its columns are in sight."""
        return self.column_span > 1 and self.label_column is None

    @property
    def wide(self) -> bool:
        """Whether the field's text needs more room than a figure does."""
        return len(self.text) > 8


@dataclass(frozen=True, slots=True)
class GridTable:
    """A table of the form: its number, its name, its bands as (head rows, body rows)."""

    number: int
    chapter: str
    name: str
    columns: range
    bands: tuple[tuple[tuple[tuple[GridCell, ...], ...], tuple[tuple[GridCell, ...], ...]], ...]

    def fields(self) -> Iterator[GridCell]:
        """The fields in printed order."""
        for _, body in self.bands:
            yield from (cell for row in body for cell in row if cell.name)


@dataclass(frozen=True, slots=True)
class _Said:
    """What is to be said of each field."""

    cells: Mapping[str, Cell]
    texts: Mapping[str, str]
    mistakes: Mapping[str, Mistake]
    findings: Mapping[str, tuple[Finding, ...]]
    notes: Mapping[str, tuple[Note, ...]]


def grid_tables(typed: Typed, findings: Sequence[Finding] = ()) -> tuple[GridTable, ...]:
    """The three tables of a form as it was typed or kept, with findings at each cell that they involve."""
    report = typed.value
    said = _Said(
        {cell.key: cell for cell in report.cells()},
        typed.texts,
        typed.mistakes,
        by_cell(findings),
        _notes(report),
    )
    return tuple(_table(table, said) for table in form_tables(report))


def by_cell(findings: Sequence[Finding]) -> dict[str, tuple[Finding, ...]]:
    """Errors and warnings at each cell involved: both sides of a broken balance. Notes stand at single cells only."""
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        if finding.severity == "note" and len(finding.cells) != 1:
            continue
        # The other cell of a carry-over stands in last year's report, under the key of one of this year's.
        keys = (finding.where,) if finding.rule == "carry_over" else finding.cells
        for key in keys:
            found[key] = (*found.get(key, ()), finding)
    return found


def field_id(name: str) -> str:
    """The id of a field in the page: f-requests-received-total."""
    return "f-" + name.replace(".", "-")


def _notes(report: AnnualReport) -> dict[str, tuple[Note, ...]]:
    notes: dict[str, tuple[Note, ...]] = {}
    for note in report.notes:
        if note.reason in UNCERTAIN:
            notes[note.where] = (*notes.get(note.where, ()), note)
    return notes


def note_words(note: Note) -> str:
    """A note in words, with what stood in the source: 读不出数字：“3 5”."""
    words = REASON_WORDS[note.reason]
    return f"{words}：“{note.raw}”" if note.raw else words


def _table(table: FormTable, said: _Said) -> GridTable:
    first = 0
    bands = []
    for band in table.bands:
        rows = tuple(_rows(table, band, first, said))
        bands.append((rows[: len(band.head)], rows[len(band.head) :]))
        first += len(rows)
    name = f"表{chinese_numeral(table.number)}　{table.title}"
    columns = range(len(table.widths))
    return GridTable(table.number, table.chapter, name, columns, tuple(bands))


def _rows(table: FormTable, band: Band, first: int, said: _Said) -> Iterator[tuple[GridCell, ...]]:
    rows: list[list[GridCell]] = [[] for _ in (*band.head, *band.body)]
    headings = headings_of(band)
    for at, column, cell in placed((*band.head, *band.body)):
        if cell.is_header:
            label = column if column < table.label_columns else None
            rows[at].append(_heading(table, cell, (first + at, column), label))
        else:
            above = " ".join(_id(table, first + row, left) for row, left in headings[at, column])
            rows[at].append(_field(cell, f"{first + at},{column}", above, said))
    return (tuple(row) for row in rows)


def _id(table: FormTable, row: int, column: int) -> str:
    return f"t{table.number}-{row}-{column}"


def _heading(
    table: FormTable, cell: PrintedCell, place: tuple[int, int], label: int | None
) -> GridCell:
    return GridCell(
        cell.text,
        _id(table, *place),
        cell.row_span,
        cell.column_span,
        scope=cell.scope or "",
        label_column=label,
    )


def _field(cell: PrintedCell, place: str, headings: str, said: _Said) -> GridCell:
    findings = said.findings.get(cell.key, ())
    mistake = said.mistakes.get(cell.key)
    severities = {finding.severity for finding in findings} | ({"error"} if mistake else set())
    return GridCell(
        said.texts.get(cell.key, ""),
        field_id(cell.key),
        cell.row_span,
        cell.column_span,
        headers=headings,
        name=cell.key,
        place=place,
        label=said.cells[cell.key].title,
        decimal=said.cells[cell.key].number == "decimal",
        severity=next((severity for severity in SEVERITIES if severity in severities), ""),
        findings=findings,
        mistake=mistake,
        uncertain=tuple(note_words(note) for note in said.notes.get(cell.key, ())),
    )
