"""Plain text and Markdown to a Document: every line with the place of its words; pipe tables as tables."""

import re

from gongkai.paperwork.reading.document import (
    EMPTY_CELL,
    Block,
    Document,
    Line,
    Table,
    TableCell,
    Word,
)
from gongkai.paperwork.reading.page_numbers import drop_page_numbers

_WORD = re.compile(r"[^\s\u3000]+")
_RULE = re.compile(r"\|?[\s:|-]*-[\s:|-]*")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+|\*\*|__")
TAB = 8
FEWEST_MARKS = 2


def from_text(text: str) -> Document:
    """Lines with word positions counted in characters; form feeds start a page; page numbers are left out."""
    sheets = [sheet.splitlines() for sheet in text.split("\f")]
    drop_page_numbers(sheets)
    blocks: list[Block] = []
    for page, lines in enumerate(sheets, start=1):
        gap = True
        at = 0
        while at < len(lines):
            length = _table_length(lines, at)
            words = _words(_HEADING.sub("", lines[at]))
            if length:
                blocks.append(_table(lines[at : at + length], page))
            elif words:
                blocks.append(Line(words, page, gap, "aligned"))
            gap = not words
            at += length or 1
    return Document(tuple(blocks))


def _words(line: str) -> tuple[Word, ...]:
    """The words of a line. A line that is one pipe is an empty cell; other pipes at line ends say nothing."""
    if line.strip() == EMPTY_CELL:
        return (Word(EMPTY_CELL, 0, 1),)
    line = line.expandtabs(TAB).rstrip("| ")
    return tuple(Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(line))


def _table_length(lines: list[str], at: int) -> int:
    """How many lines of a table start here: rows with pipes (with or without a rule of dashes), or with tabs."""
    return max(_rows_with("|", lines, at), _rows_with("\t", lines, at))


def _rows_with(mark: str, lines: list[str], at: int) -> int:
    """How many; a row of nothing but marks belongs to the table if it is as wide as the row above."""
    end = at
    while end < len(lines) and (width := lines[end].count(mark)) >= FEWEST_MARKS:
        empty = not lines[end].strip("| \t")
        if empty and (end == at or lines[end - 1].count(mark) != width):
            break
        end += 1
    return end - at if end - at > 1 else 0


def _table(lines: list[str], page: int) -> Table:
    rows = [_cells(line) for line in lines if not _RULE.fullmatch(line.strip())]
    return Table(
        tuple(
            TableCell(text, row, column)
            for row, cells in enumerate(rows)
            for column, text in enumerate(cells)
        ),
        page,
    )


def _cells(line: str) -> list[str]:
    """The cells of a row. A Markdown row begins and ends with a pipe; a row of tabs does not."""
    if "|" not in line:
        return [cell.strip() for cell in line.split("\t")]
    cells = re.split(r"(?<!\\)\|", line.strip())
    if cells and not cells[0].strip():
        cells = cells[1:]
    if cells and not cells[-1].strip():
        cells = cells[:-1]
    return [
        re.sub(r"<br\s*/?>", "\n", cell).replace("\\|", "|").replace("**", "").strip()
        for cell in cells
    ]
