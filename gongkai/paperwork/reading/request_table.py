"""表三 out of ruled tables: which row is which, and which seven cells hold its figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.law.annual_report.form import REQUEST_COLUMNS
from gongkai.paperwork.reading.align import LEAST, align, fill_gaps, likeness
from gongkai.paperwork.reading.document import TableCell
from gongkai.paperwork.reading.found import Found
from gongkai.paperwork.reading.grid import GridRow, all_figure_like, is_figure_like
from gongkai.paperwork.reading.labels import (
    ALTERNATIVES,
    COLUMN_VARIANTS,
    GROUPS,
    ROWS,
    row_variants,
)
from gongkai.paperwork.reading.normalise import bare

WIDTH = len(REQUEST_COLUMNS)
FAINT = 0.3  # less likeness to every label, and words are none at all
HEAD_ROWS = 3  # in which the seven headings may stand
Columns = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be one of the form's: its label and the text of its seven cells (None: cannot be told apart)."""

    label: str
    texts: tuple[str, ...] | None
    row: GridRow


def read_request_table(rows: Sequence[GridRow]) -> Found:
    """Read 表三 from the rows of all tables."""
    candidates = _join_broken(_candidates(rows))
    scores = [[likeness(bare(c.label), row_variants(row)) for row in ROWS] for c in candidates]
    filled = [c.texts is None or any(map(_is_filled, c.texts)) or None for c in candidates]
    found = Found()
    for candidate, place in zip(
        candidates, fill_gaps(align(scores), filled, ALTERNATIVES), strict=True
    ):
        if place is not None:
            _read(found, candidate, ROWS[place].key)
    return found


def _read(found: Found, candidate: Candidate, row: str) -> None:
    keys = [f"requests.{row}.{column.key}" for column in REQUEST_COLUMNS]
    if candidate.texts is None:
        found.cannot_place(keys, candidate.row.text)
        return
    for key, text in zip(keys, candidate.texts, strict=True):
        found.read(key, text)


def _candidates(rows: Sequence[GridRow]) -> list[Candidate]:
    candidates = []
    columns: Columns | None = None
    table = -1
    for at, row in enumerate(rows):
        if row.table != table and columns and not _same_width(row, columns):
            columns = None
        table = row.table
        head = [
            above for above in rows[max(at - HEAD_ROWS + 1, 0) : at + 1] if above.table == table
        ]
        columns = _columns(head) or columns
        if candidate := _candidate(row, columns):
            candidates.append(candidate)
    return candidates


def _same_width(row: GridRow, columns: Columns) -> bool:
    last = row.cells[-1]
    return last.column + last.column_span == columns[-1][1]


def _columns(head: Sequence[GridRow]) -> Columns | None:
    """The columns of the seven headings, gathered from some rows; of headings above one another the lowest wins."""
    named = {
        cell.column: cell
        for row in head
        for cell in row.cells
        if any(bare(cell.text) in spellings for spellings in COLUMN_VARIANTS)
    }
    places: list[tuple[int, int]] = []
    for column, cell in sorted(named.items()):
        if len(places) < WIDTH and bare(cell.text) in COLUMN_VARIANTS[len(places)]:
            places.append((column, column + cell.column_span))
    return tuple(places) if len(places) == WIDTH else None


def _candidate(row: GridRow, columns: Columns | None) -> Candidate | None:
    """The row's label and figures: under the headings if they have cells of their own, else beside the label."""
    headed = _by_heading(row, columns)
    beside, before = _beside_label(row.cells), _beside_label(row.cells[::-1])
    for choice, sure in ((headed, True), (beside, False), (before, False)):
        if choice and all_figure_like(cell.text for cell in choice[0]):
            label, texts = _label(choice[1], row), tuple(cell.text for cell in choice[0])
            if sure or _names_row(label) or (choice is beside and _is_misspelt(label, texts, row)):
                return Candidate(label, texts, row)
    if headed and _names_row(_label(headed[1], row)):
        texts = tuple(cell.text for cell in headed[0])
        if not any(map(_names_row, texts)):
            return Candidate(_label(headed[1], row), texts, row)
    if any(_is_filled(cell.text) for cell in row.cells):
        return Candidate(max(_words(row.cells, row), key=_best, default=""), None, row)
    return None


def _is_misspelt(label: str, texts: Sequence[str], row: GridRow) -> bool:
    """Whether words that name no row are a label all the same, or none stand there: then no blank may follow them.

    An unreadable figure is no label, nor is anything beside words that do name a row; and the blank may be the label's.
    """
    if any(map(_names_row, _words(row.cells, row))) or not texts[0].strip():
        return False
    return not label or _best(label) >= FAINT


def _beside_label(
    cells: Sequence[TableCell],
) -> tuple[tuple[TableCell, ...], tuple[TableCell, ...]] | None:
    """The seven cells after the last cell of words."""
    start = _label_ends(cells)
    figures = _seven(cells[start:])
    if not figures:
        return None
    return tuple(sorted(figures, key=lambda cell: cell.column)), tuple(cells[:start])


def _seven(cells: Sequence[TableCell]) -> Sequence[TableCell]:
    """The stretch of seven that holds all that is filled; none where it could be several."""
    filled = [at for at, cell in enumerate(cells) if cell.text.strip()]
    if not filled:
        return cells[:WIDTH] if len(cells) >= WIDTH else ()
    first = max(filled[-1] - WIDTH + 1, 0)
    return cells[first : first + WIDTH] if first == min(filled[0], len(cells) - WIDTH) else ()


def _label_ends(cells: Sequence[TableCell]) -> int:
    """The place after the last cell of words."""
    return max(
        (at + 1 for at, cell in enumerate(cells) if not is_figure_like(cell.text)), default=0
    )


def _by_heading(
    row: GridRow, columns: Columns | None
) -> tuple[tuple[TableCell, ...], tuple[TableCell, ...]] | None:
    """The cells under the seven headings and the others, if each heading has a cell of its own."""
    if columns is None:
        return None
    under = [row.over(*column) for column in columns]
    if any(len(cells) != 1 for cells in under):
        return None
    data = tuple(cells[0] for cells in under)
    if len({cell.column for cell in data}) != WIDTH:
        return None
    left = tuple(cell for cell in row.cells if cell.column < data[0].column)
    right = tuple(cell for cell in row.cells if cell.column > data[-1].column)[::-1]
    sides = (left,) if _label(left, row) else (left, right)
    if any(_has_digits(side[_label_ends(side) :]) for side in sides):
        return None  # figures go on beside the columns: the row does not stand under the headings
    return data, sides[-1]


def _has_digits(cells: Sequence[TableCell]) -> bool:
    return any(character.isdigit() for cell in cells for character in cell.text)


def _label(cells: Sequence[TableCell], row: GridRow) -> str:
    """The label is the cell of words next to the figures."""
    return next(_words(cells[::-1], row), "")


def _words(cells: Sequence[TableCell], row: GridRow) -> Iterator[str]:
    """The cells of words but those of a group, which comes down from above or stands before its first row."""
    own = (cell.text for cell in cells if cell.row == row.at and not is_figure_like(cell.text))
    return (text for text in own if bare(text) not in GROUPS)


def _is_filled(text: str) -> bool:
    """Whether a cell holds a figure."""
    return bool(text.strip()) and is_figure_like(text)


def _join_broken(candidates: list[Candidate]) -> list[Candidate]:
    """Join a row that a page break cut in two: its label goes on in the next fragment."""
    joined: list[Candidate] = []
    for candidate in candidates:
        if joined and _continues(joined[-1], candidate):
            joined[-1] = _join(joined[-1], candidate)
        else:
            joined.append(candidate)
    return joined


def _continues(upper: Candidate, lower: Candidate) -> bool:
    if (
        upper.row.table == lower.row.table
        or lower.row.at != 0
        or not upper.texts
        or not lower.texts
    ):
        return False
    if all(a.strip() and b.strip() for a, b in zip(upper.texts, lower.texts, strict=True)):
        return False
    return _best(upper.label + lower.label) > max(_best(upper.label), _best(lower.label))


def _best(label: str) -> float:
    return max(likeness(bare(label), row_variants(row)) for row in ROWS)


def _names_row(label: str) -> bool:
    return _best(label) >= LEAST


def _join(upper: Candidate, lower: Candidate) -> Candidate:
    pairs = zip(upper.texts or (), lower.texts or (), strict=True)
    return Candidate(upper.label + lower.label, tuple((a + b).strip() for a, b in pairs), upper.row)
