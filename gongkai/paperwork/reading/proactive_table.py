"""表二 out of ruled tables, and which edition of the form a report uses (its headings decide)."""

import re
from collections.abc import Sequence

from gongkai.law.annual_report.form import Edition, ProactiveLine, proactive_lines
from gongkai.paperwork.reading.align import align, likeness
from gongkai.paperwork.reading.document import TableCell
from gongkai.paperwork.reading.figures import Unit
from gongkai.paperwork.reading.found import Found
from gongkai.paperwork.reading.grid import GridRow, all_figure_like
from gongkai.paperwork.reading.labels import (
    HEADINGS_OF_2019,
    HEADINGS_OF_2021,
    LINES_OF_2019,
    line_variants,
)
from gongkai.paperwork.reading.normalise import bare, squeeze

NEARLY = 0.8  # labels here are short: less likeness would take 规章 for another word
_FIRST_YEAR_OF_2021_FORM = 2021
HIGHEST_HEADING = 6  # rows above a line in which its headings are looked for


def edition_of(text: str, year: int | None) -> Edition:
    """The edition whose headings stand in the text of 表二; without headings the report's year decides."""
    plain = bare(text)
    new = sum(heading in plain for heading in HEADINGS_OF_2021)
    old = sum(heading in plain for heading in (*HEADINGS_OF_2019, *LINES_OF_2019))
    if new == old:
        return "2019" if year is not None and year < _FIRST_YEAR_OF_2021_FORM else "2021"
    return "2019" if old > new else "2021"


def unit_of(key: str, part: str) -> Unit:
    """The unit in which a cell of 表二 is kept."""
    if key == "administrative_fees_wan_yuan":
        return "wan_yuan"
    return {"amount_yuan": "yuan", "change": "change"}.get(part, "count")  # type: ignore[return-value]


def printed_unit(heading: str) -> Unit | None:
    """The unit of money that a heading names: （单位：万元）."""
    plain = squeeze(heading)
    if "万元" in plain:
        return "wan_yuan"
    return "yuan" if "元" in plain else None


def keys_of(line: ProactiveLine) -> list[str]:
    """The dotted keys of a line's cells."""
    return [
        f"proactive.{line.key}.{part}" if part else f"proactive.{line.key}"
        for part, _, _ in line.cells
    ]


def read_proactive_table(rows: Sequence[GridRow], edition: Edition) -> Found:
    """Read 表二 from the rows of all tables."""
    lines = proactive_lines(edition)
    labels = [_label_cell(row, lines) for row in rows]
    scores = [
        [likeness(_name(label.text), line_variants(line)) if label else 0.0 for line in lines]
        for label in labels
    ]
    found = Found()
    for at, place in enumerate(align(scores, NEARLY)):
        label = labels[at]
        if place is not None and label is not None:
            _read_line(found, rows, at, label, lines[place])
    return found


def _name(text: str) -> str:
    """The label without what is explained behind it in brackets."""
    return bare(re.sub(r"[（(].*", "", text, flags=re.DOTALL))


def _label_cell(row: GridRow, lines: Sequence[ProactiveLine]) -> TableCell | None:
    """The cell of a row that is most like a label of 表二, in a row that has figures besides."""
    scored = [
        (max(likeness(_name(c.text), line_variants(line)) for line in lines), c) for c in row.cells
    ]
    score, cell = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return cell if score >= NEARLY else None


def _read_line(
    found: Found, rows: Sequence[GridRow], at: int, label: TableCell, line: ProactiveLine
) -> None:
    headings = _headings_above(rows, at, line)
    cells = _cells_of(rows[at], label, line, headings)
    keys = keys_of(line)
    if cells is None:
        found.cannot_place(keys, rows[at].text)
        return
    for key, cell, (part, _, _), heading in zip(keys, cells, line.cells, headings, strict=True):
        unit = unit_of(line.key, part)
        found.read(
            key,
            cell.text,
            unit,
            printed_unit(heading.text) if heading and "元" in heading.text else None,
        )


def _headings_above(
    rows: Sequence[GridRow], at: int, line: ProactiveLine
) -> list[TableCell | None]:
    """The heading cell of each of the line's cells: the nearest above that says its name."""
    above = [
        cell for row in reversed(rows[max(0, at - HIGHEST_HEADING) : at]) for cell in row.cells
    ]
    return [
        next((cell for cell in above if _is_heading(cell.text, title)), None)
        for _, title, _ in line.cells
    ]


def _is_heading(text: str, title: str) -> bool:
    plain, wanted = bare(text), bare(title)
    stem = wanted.removesuffix("单位万元")
    return bool(plain) and (
        likeness(plain, (wanted, stem)) >= NEARLY or (len(stem) > 3 and plain.startswith(stem))
    )


def _cells_of(
    row: GridRow, label: TableCell, line: ProactiveLine, headings: Sequence[TableCell | None]
) -> list[TableCell] | None:
    """The cells of the line: those beside the label if their number is right, else those under their headings."""
    wanted = len(line.cells)
    after = [cell for cell in row.cells if cell.column > label.column]
    before = [cell for cell in row.cells if cell.column < label.column]
    while len(after) > wanted and not after[-1].text.strip():
        after.pop()
    for beside in (after, before):
        if len(beside) == wanted and all_figure_like(cell.text for cell in beside):
            return beside
    under = [_under(row, heading) for heading in headings]
    if all(under) and len({*under, label}) == wanted + 1:
        return [cell for cell in under if cell]
    return after if len(after) == wanted else None


def _under(row: GridRow, heading: TableCell | None) -> TableCell | None:
    """The cell under a heading; where the heading covers several, the only one that is filled."""
    if heading is None:
        return None
    below = row.over(heading.column, heading.column + heading.column_span)
    filled = [cell for cell in below if cell.text.strip()]
    if len(below) == 1 or not filled:
        return below[0] if below else None
    return filled[0] if len(filled) == 1 else None
