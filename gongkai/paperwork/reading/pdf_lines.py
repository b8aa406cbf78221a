"""Glyphs to text: lines of words with their places, and the whole text of a table cell.

Letters that were spread out, lines that were broken and text written down the page come out as they are read.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from unicodedata import east_asian_width

from gongkai.paperwork.reading.document import Word
from gongkai.paperwork.reading.normalise import tidy
from gongkai.paperwork.reading.pdf_page import Glyph, upright

SAME_ROW = 0.38  # of the font size: how far the middles of glyphs on one line may differ
LATIN_GAP = 0.25  # of the font size: a wider gap parts two Latin words or numbers
CHINESE_GAP = 0.6  # a wider gap parts Chinese words that stand one after the other in the file
OVERLAP = 0.5  # of its width: a character covered that far by the next belongs to other text
BLANK_GAP = 0.1  # beside a typed space even a small gap does
NEXT_LINE = 3.0  # of the font size: the next line of a text is nearer than this
NUMERIC = frozenset("0123456789.,")
DOWNWARDS = 3

Row = list[Glyph]


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """Upright glyphs by printed line, top to bottom, each line from left to right. Blanks alone make no line."""
    rows: list[Row] = []
    middle = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        if rows and glyph.y - middle <= SAME_ROW * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
            middle += (glyph.y - middle) / len(rows[-1])
        else:
            rows.append([glyph])
            middle = glyph.y
    ordered = [sorted(row, key=lambda glyph: glyph.x0) for row in rows]
    return [row for row in ordered if any(glyph.text != " " for glyph in row)]


def words_of(row: Row) -> tuple[Word, ...]:
    """The words of one printed line; blanks and gaps part them."""
    words: list[Row] = []
    blank = False
    for glyph in row:
        if glyph.text == " ":
            blank = True
        elif words and not _apart(words[-1][-1], glyph, blank=blank):
            words[-1].append(glyph)
            blank = False
        else:
            words.append([glyph])
            blank = False
    return tuple(
        Word("".join(g.text for g in word), round(word[0].x0, 1), round(word[-1].x1, 1))
        for word in words
    )


def _apart(one: Glyph, other: Glyph, *, blank: bool) -> bool:
    gap = other.x0 - one.x1
    size = max(one.size, other.size)
    if blank or gap < -OVERLAP * one.width:
        return abs(gap) > BLANK_GAP * size
    narrow = not (wide(one.text) or wide(other.text))
    in_one_go = abs(other.place - one.place) == 1
    return gap > (CHINESE_GAP if in_one_go and not narrow else LATIN_GAP) * size


def wide(character: str) -> bool:
    """Whether a character takes a full square, as Chinese characters and punctuation do."""
    return east_asian_width(character) in "WFA"


def cell_text(glyphs: Sequence[Glyph], room: float) -> str:
    """The text of a table cell whose lines have ``room`` points; ``glyphs`` come as they stand in the file."""
    if not glyphs:
        return ""
    turn = Counter(glyph.turn for glyph in glyphs).most_common(1)[0][0]
    if turn == 0 and _in_columns(glyphs):
        columns = rows_of(upright(glyphs, DOWNWARDS))
        return tidy("".join(glyph.text for column in columns for glyph in column))
    text = ""
    above: Row = []
    for row in rows_of(upright(glyphs, turn)):
        line = " ".join(word.text for word in words_of(row))
        text += line if above and _broken_number(above, row, room) else f" {line}"
        above = row
    return tidy(text)


def _broken_number(above: Row, row: Row, room: float) -> bool:
    """Whether a number goes on in the next line because the cell is too narrow for it.

    Two numbers one below the other stay apart: which one is meant is not for the reader of a PDF to say.
    """
    last, first = above[-1], row[0]
    if not (last.text in NUMERIC and first.text in NUMERIC):
        return False
    return full(above, first, room) and first.y - last.y < NEXT_LINE * last.size


def full(row: Row, following: Glyph, room: float) -> bool:
    """Whether a line for which there are ``room`` points had too few of them left for one more glyph."""
    return row[-1].x1 - row[0].x0 + following.width > room


def _in_columns(glyphs: Sequence[Glyph]) -> bool:
    """Whether upright characters were written down the cell in several columns, the first one at the right."""
    down = across = back = 0
    for one, other in pairwise(glyphs):
        dx, dy = other.x - one.x, other.y - one.y
        size = max(one.size, other.size)
        down += dy > 0.6 * size and abs(dx) < 0.5 * size
        across += dx > 0.3 * size and abs(dy) < 0.5 * size
        back += dx < -0.6 * size and dy < -0.6 * size
    return back > 0 and down > 2 * across
