"""表三 as some converters print it: figures column by column, the labels before or behind them.

Seven blocks of as many lines are seven columns of as many rows. Such text is only believed if it has exactly as many
rows as the form and every label that stands beside a block agrees; otherwise nothing is read from it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.law.annual_report.form import REQUEST_COLUMNS, Row, request_rows
from gongkai.paperwork.reading.align import likeness
from gongkai.paperwork.reading.document import Line
from gongkai.paperwork.reading.found import Found
from gongkai.paperwork.reading.labels import COLUMN_VARIANTS, row_variants
from gongkai.paperwork.reading.normalise import bare
from gongkai.paperwork.reading.runs import is_figure

WIDTH = len(REQUEST_COLUMNS)
SURE = 0.85
FEWEST_ANCHORS = 3
ONLY_DIVIDED = "逾期"  # stands in labels of the divided （六） and nowhere else in 表三


@dataclass(frozen=True, slots=True)
class _Group:
    """Rows of figures that stand together, and the bare lines before them."""

    labels: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_requests_in_blocks(lines: Sequence[Line]) -> Found:
    """表三 from column blocks; an empty Found where the text does not add up to the form."""
    groups = _groups(lines)
    if groups is None:
        return Found()
    height = sum(len(group.rows) for group in groups)
    form = request_rows(undivided=ONLY_DIVIDED not in "".join(bare(line.text) for line in lines))
    if height == len(form) and _anchors(groups, form) >= FEWEST_ANCHORS:
        return _read([row for group in groups for row in group.rows], form)
    return Found()


def _read(rows: Sequence[Sequence[str]], form: Sequence[Row]) -> Found:
    found = Found()
    for row, texts in zip(form, rows, strict=True):
        for column, text in zip(REQUEST_COLUMNS, texts, strict=True):
            found.read(f"requests.{row.key}.{column.key}", text)
    return found


def _anchors(groups: Sequence[_Group], form: Sequence[Row]) -> int:
    """How many labels stand right before rows that hold them; -1 where one stands before others."""
    anchors, at = 0, 0
    for group in groups:
        places = range(at, at + len(group.rows))
        at += len(group.rows)
        named = [
            index
            for index in range(len(form))
            if group.labels and _is(group.labels[-1], form[index])
        ]
        if named and not any(index in places for index in named):
            return -1
        anchors += bool(named)
    return anchors


def _is(label: str, row: Row) -> bool:
    """Whether a line names the row; 总计 and 其他 alone are column headings as well and name none."""
    if any(label in spellings for spellings in COLUMN_VARIANTS):
        return False
    return likeness(label, row_variants(row)) >= SURE


def _groups(lines: Sequence[Line]) -> list[_Group] | None:
    """The figures in groups; None where some do not form whole rows."""
    groups: list[_Group] = []
    for labels, blocks in _stretches(lines):
        rows = _rows(blocks)
        if rows is None:
            return None
        groups.append(_Group(tuple(labels), tuple(rows)))
    return groups


def _stretches(lines: Sequence[Line]) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Text lines and the blocks of figures that follow them; a block ends at a gap or at text."""
    labels: list[str] = []
    blocks: list[list[str]] = []
    for line in lines:
        figures = [word.text for word in line.words]
        if all(is_figure(figure) for figure in figures):
            if line.after_gap or not blocks or len(figures) == WIDTH:
                blocks.append([])
            blocks[-1].extend(figures)
            continue
        if blocks:
            yield labels, blocks
            labels, blocks = [], []
        labels.append(bare(line.text))
    if blocks:
        yield labels, blocks


def _rows(blocks: Sequence[Sequence[str]]) -> list[tuple[str, ...]] | None:
    """Rows out of blocks: a block of seven figures on one line, or seven blocks of equal height."""
    rows: list[tuple[str, ...]] = []
    at = 0
    while at < len(blocks):
        columns = blocks[at : at + WIDTH]
        if len(columns) == WIDTH and len({len(column) for column in columns}) == 1:
            rows.extend(zip(*columns, strict=True))
            at += WIDTH
        elif len(blocks[at]) == WIDTH:
            rows.append(tuple(blocks[at]))
            at += 1
        else:
            return None
    return rows
