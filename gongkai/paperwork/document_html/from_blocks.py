"""The blocks that readers find (``reading.document``) as HTML: lines joined to paragraphs, tables with their spans.

Lines set far in from the left, as titles and signatures are, stay lines of their own.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape

from gongkai.paperwork.official_document.organs import organs
from gongkai.paperwork.reading.document import Block, Line, Table, TableCell
from gongkai.paperwork.reading.normalise import tidy
from gongkai.paperwork.reading.paragraphs import paragraphs

APART = 0.15
"""Share of the line's width; the first line of a paragraph is set in by about 0.07."""


def html_of(blocks: Sequence[Block]) -> str:
    """The HTML of some blocks in order."""
    return "".join(_pieces(_joined_tables(blocks)))


def _pieces(blocks: Sequence[Block]) -> Iterator[str]:
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Line):
            lines.append(block)
            continue
        yield from _paragraphs(lines)
        lines = []
        yield _table(block) if isinstance(block, Table) else _paragraph(block.text)
    yield from _paragraphs(lines)


def _paragraph(words: str) -> str:
    return f"<p>{escape(words, quote=False)}</p>"


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """Paragraphs of printed lines; of plain text each line is one."""
    if not lines:
        return
    left = min(line.words[0].x0 for line in lines)
    room = max(line.words[-1].x1 for line in lines) - left
    together: list[Line] = []
    for line in lines:
        is_apart = line.placed != "exact" or line.words[0].x0 - left > APART * room
        if not is_apart:
            together.append(line)
            continue
        yield from _told(together)
        together = []
        yield _paragraph(_alone(line))
    yield from _told(together)


def _told(lines: Sequence[Line]) -> Iterator[str]:
    for words in paragraphs(lines).splitlines() if lines else ():
        yield _paragraph(words)


def _alone(line: Line) -> str:
    """The words of a line of its own; spaces stay where they part two organs."""
    return line.text if len(organs(line.text)) > 1 else tidy(line.text)


def _joined_tables(blocks: Sequence[Block]) -> list[Block]:
    """A table that goes on over the page as one."""
    done: list[Block] = []
    for block in blocks:
        before = done[-1] if done else None
        if isinstance(before, Table) and isinstance(block, Table) and _goes_on(before, block):
            done[-1] = _longer(before, block)
        else:
            done.append(block)
    return done


def _goes_on(before: Table, table: Table) -> bool:
    return table.page == before.page + 1 and _width(before) == _width(table)


def _width(table: Table) -> int:
    return max((cell.column + cell.column_span for cell in table.cells), default=0)


def _height(table: Table) -> int:
    return max((cell.row + cell.row_span for cell in table.cells), default=0)


def _row(table: Table, row: int) -> list[tuple[int, str]]:
    return [(cell.column, cell.text) for cell in table.cells if cell.row == row]


def _longer(before: Table, table: Table) -> Table:
    """Both in one; the first row is left out where it says the headings again."""
    again = 1 if _row(table, 0) == _row(before, 0) else 0
    down = _height(before) - again
    more = [
        TableCell(cell.text, cell.row + down, cell.column, cell.row_span, cell.column_span)
        for cell in table.cells
        if cell.row >= again
    ]
    return Table((*before.cells, *more), table.page)


def _table(table: Table) -> str:
    rows: defaultdict[int, list[TableCell]] = defaultdict(list)
    for cell in table.cells:
        rows[cell.row].append(cell)
    height = max(rows, default=-1) + 1
    told = (
        "".join(_cell(cell) for cell in sorted(rows[at], key=lambda cell: cell.column))
        for at in range(height)
    )
    return f"<table><tbody>{''.join(f'<tr>{row}</tr>' for row in told)}</tbody></table>"


def _cell(cell: TableCell) -> str:
    spans = (("colspan", cell.column_span), ("rowspan", cell.row_span))
    marks = "".join(f' {name}="{count}"' for name, count in spans if count > 1)
    words = "<br>".join(escape(tidy(line), quote=False) for line in cell.text.split("\n"))
    return f"<td{marks}>{words}</td>"
