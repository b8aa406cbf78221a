"""The source of an imported report to be looked at beside the result: its own words and tables, never its mark-up."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.reading.document import Block, Document, Line, Table, block_text

DOOR = "gongkai.paperwork.reading.doors:document_of"
PAGE_DOOR = "gongkai.paperwork.page_images:page_png"
COUNT_DOOR = "gongkai.paperwork.page_images:page_count"
MOST_BLOCKS = 2000
MOST_PAGES = 40


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table: rows of (text, row span, column span)."""

    rows: tuple[tuple[tuple[str, int, int], ...], ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """Lines or a paragraph."""

    text: str


def source_parts(data: bytes) -> list[SourceTable | SourceText]:
    """The file's text and tables in reading order. Raises UnreadableReport."""
    document: Document = bounded_call(DOOR, data)
    return list(_parts(document.blocks[:MOST_BLOCKS]))


def page_count(data: bytes) -> int:
    """How many pages of a PDF are shown. Raises UnreadableReport."""
    return min(int(bounded_call(COUNT_DOOR, data)), MOST_PAGES)


def page_png(data: bytes, number: int) -> bytes:
    """A page of a PDF, from 1, as a picture. Raises UnreadableReport."""
    picture: bytes = bounded_call(PAGE_DOOR, data, number)
    return picture


def _parts(blocks: tuple[Block, ...]) -> Iterator[SourceTable | SourceText]:
    for kind, members in groupby(blocks, type):
        if kind is Line:
            yield SourceText("\n".join(block_text(block) for block in members))
            continue
        for block in members:
            yield _table(block) if isinstance(block, Table) else SourceText(block_text(block))


def _table(table: Table) -> SourceTable:
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    rows = groupby(cells, key=lambda cell: cell.row)
    return SourceTable(
        tuple(
            tuple((cell.text, cell.row_span, cell.column_span) for cell in row) for _, row in rows
        )
    )
