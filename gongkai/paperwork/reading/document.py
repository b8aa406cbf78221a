"""What every format is turned into before the form is looked for in it: text lines, paragraphs and tables in order.

The door modules (``from_text``, ``from_html``, ``from_docx``, ``from_pdf``) produce a Document and know nothing of the
annual report; the finding of chapters and cells knows nothing of formats.
"""

import re
from dataclasses import dataclass
from typing import Literal

EMPTY_CELL = "|"
"""A line of this alone stands for an empty cell where text has one cell a line."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a gap. ``x0`` and ``x1`` are its left and right edge, in the unit of its line."""

    text: str
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line (plain text, PDF text outside ruled tables). Positions are characters or points.

    ``after_gap`` says that an empty line or a new page comes before it (plain text only). ``placed`` says what the
    positions are worth: ``exact`` on a printed page, ``aligned`` where spaces stand for them, ``none``. ``is_row`` marks
    a row of a known table, whose figures never go on in the next line.
    """

    words: tuple[Word, ...]
    page: int = 1
    after_gap: bool = False
    placed: Literal["exact", "aligned", "none"] = "exact"
    is_row: bool = False

    @property
    def text(self) -> str:
        """The words with one space between."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One whole paragraph (HTML, DOCX), white space folded."""

    text: str


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell as drawn: its text, its place in the grid (from 0) and how many rows and columns it spans."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose cells are known, by mark-up or by ruling lines."""

    cells: tuple[TableCell, ...]
    page: int = 1


Block = Line | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks in reading order. ``title`` is what the container says (an HTML title); it may be wrong or empty."""

    blocks: tuple[Block, ...]
    title: str = ""


def block_text(block: Block) -> str:
    """All words of a block."""
    return " ".join(cell.text for cell in block.cells) if isinstance(block, Table) else block.text


def as_line(block: Line | Paragraph) -> Line:
    """A paragraph as a line whose words are placed by counting characters; a line as it is."""
    if isinstance(block, Line):
        return block
    words = tuple(Word(m.group(), m.start(), m.end()) for m in re.finditer(r"\S+", block.text))
    return Line(words, after_gap=True, placed="none")
